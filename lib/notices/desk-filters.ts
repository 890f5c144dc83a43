import * as z from 'zod'
import { readFilters, toFilters } from './filters'
import type { DeskNoticeFilters } from './queries/desk'

/** What the office filters by besides, by the names in the address; what is not a filter is as if it were not there. */
const deskSchema = z.object({
  contribuente: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\u0000-\u001f]*$/)
    .optional()
    .catch(undefined),
  lettura: z.enum(['letta', 'non-letta']).optional().catch(undefined),
})

/** Filters of «Comunicazioni pubblicate»: those of the contributor's lists, whose it is, and whether it was read. */
export function readDeskFilters(query: Record<string, unknown>) {
  const { ordine: _, ...shared } = readFilters(query)
  return { ...shared, ...deskSchema.parse(query) }
}
export type DeskNoticeAddress = ReturnType<typeof readDeskFilters>

export const toDeskFilters = ({ contribuente, lettura, ...shared }: DeskNoticeAddress): DeskNoticeFilters => ({
  ...toFilters(shared),
  contributor: contribuente,
  read: lettura && lettura === 'letta',
})
