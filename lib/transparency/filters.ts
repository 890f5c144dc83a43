import * as z from 'zod'
import { actKinds } from './kinds'

/** A filter in an address: what is not one is as if it were not there. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** Those of whom no person is told: the office and the portal itself. */
export const notPersons = ['sede', 'portale'] as const

/** Filters of «Chi ha letto e scritto», by the names they have in the address; a person is there by their id alone. */
const addressSchema = z.object({
  chi: lenient(z.union([z.enum(notPersons), z.uuid()])),
  cosa: lenient(z.enum(actKinds)),
})
export type ActFilters = z.output<typeof addressSchema>

export const readFilters = (query: Record<string, unknown>): ActFilters => addressSchema.parse(query)

/** Where a page begins: the number in the record of the event before it. Anything that is not one is the first page. */
export const parsePlace = (text: unknown): number | undefined =>
  typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
