import * as z from 'zod'

/** Causali of the Gestione separata in an F24 since 1 January 2001: the worker's cover decides. */
export const causaleOptions = [
  { value: 'CXX', label: 'CXX – collaboratore senza pensione né altra previdenza' },
  { value: 'C10', label: 'C10 – collaboratore pensionato o già assicurato altrove' },
] as const

export const causaleSchema = z.enum(['CXX', 'C10'])
