import * as z from 'zod'
import type { RequestPhase } from '@/db/vocabulary'
import type { RequestFilters } from './conditions'

/** A filter in an address: what is not one is as if it were not there. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** The phases as they stand in an address. */
export const phaseSlugs = { aperta: 'open', 'in-carico': 'in_charge', chiusa: 'closed' } as const satisfies Record<
  string,
  RequestPhase
>

const day = z.iso.date().regex(/^[12]\d{3}/)

/** Filters of «Lista richieste», by the names they have in the address. */
const addressSchema = z.object({
  stato: lenient(z.enum(['aperta', 'in-carico', 'chiusa'])),
  area: lenient(z.string().regex(/^\d{2}$/)),
  dal: lenient(day),
  al: lenient(day),
  parole: lenient(
    z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^\u0000-\u001f]*$/),
  ),
})
export type AddressFilters = z.output<typeof addressSchema>

export const readFilters = (query: Record<string, unknown>): AddressFilters => addressSchema.parse(query)

export const toFilters = ({ stato, area, dal, al, parole }: AddressFilters): RequestFilters => ({
  phase: stato && phaseSlugs[stato],
  areaCode: area,
  from: dal,
  to: al,
  words: parole,
})
