import * as z from 'zod'
import { isUuid } from '@/lib/identifiers/uuid'
import type { Narrowing } from './policy'

const id = z.string().refine(isUuid).optional().catch(undefined)

/** What the Cruscotto may be sorted by. */
export const dashboardSorts = ['name', 'unread', 'soon', 'later', 'awaiting', 'replies', 'open'] as const
export type DashboardSort = (typeof dashboardSorts)[number]

/** What needs work comes first, unless something else is asked for. */
export const usualSort = 'unread' satisfies DashboardSort

/** What may be asked for instead, as it stands in an address. */
export const sortSlugs = {
  'entro-7-giorni': 'soon',
  'entro-30-giorni': 'later',
  'in-attesa-di-te': 'awaiting',
  'risposte-nuove': 'replies',
  'richieste-aperte': 'open',
  nome: 'name',
} as const satisfies Record<string, DashboardSort>
export type SortSlug = keyof typeof sortSlugs

/** «Non assegnati», in an address. */
export const unassignedSlug = 'nessuno'

/** Part of the portfolio, by the names it has in an address; what is not one is as if it were not there. */
const addressSchema = z.object({
  contribuente: id,
  gruppo: id,
  collega: z
    .string()
    .refine((text) => text === unassignedSlug || isUuid(text))
    .optional()
    .catch(undefined),
})
export type NarrowingAddress = z.output<typeof addressSchema>

export const readNarrowing = (query: Record<string, unknown>): NarrowingAddress => addressSchema.parse(query)

export const toNarrowing = ({ contribuente, gruppo, collega }: NarrowingAddress): Narrowing => ({
  contributorId: contribuente,
  groupId: gruppo,
  assigneeId: collega === unassignedSlug ? 'nobody' : collega,
})

export const readSort = (query: Record<string, unknown>): SortSlug | undefined =>
  z
    .enum(Object.keys(sortSlugs) as [SortSlug, ...SortSlug[]])
    .optional()
    .catch(undefined)
    .parse(query.ordine)

export const toSort = (slug: SortSlug | undefined): DashboardSort => (slug ? sortSlugs[slug] : usualSort)
