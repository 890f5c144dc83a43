import * as z from 'zod'
import type { DelegationStatus } from '@/db/vocabulary'

/** How a delegate looks at their delegations, by the names that stand in the address. */
export const ownLists = {
  attive: ['active'],
  'in-scadenza': ['active'],
  'da-validare': ['awaiting_signature'],
  sospese: ['suspended'],
  finite: ['expired', 'revoked', 'renounced', 'cancelled'],
} as const satisfies Record<string, readonly DelegationStatus[]>
export type OwnList = keyof typeof ownLists

export const ownOrders = ['recenti', 'scadenza'] as const
export type OwnOrder = (typeof ownOrders)[number]

/** A filter in an address: what is not one is as if it were not there. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const addressSchema = z.object({
  stato: lenient(z.enum(Object.keys(ownLists) as OwnList[])),
  ordine: lenient(z.enum(ownOrders)),
  parole: lenient(
    z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^\u0000-\u001f]*$/)
      .transform((text) => text.toWellFormed()),
  ),
})
export type OwnFilters = z.output<typeof addressSchema>

export const readOwnFilters = (query: Record<string, unknown>): OwnFilters => addressSchema.parse(query)

/** Without an order chosen, what ends is looked at by when it ends. */
export const orderOf = ({ ordine, stato }: OwnFilters): OwnOrder =>
  ordine ?? (stato === 'in-scadenza' ? 'scadenza' : 'recenti')
