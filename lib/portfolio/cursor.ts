import * as z from 'zod'
import { isUuid } from '@/lib/identifiers/uuid'

/** Where a page of contributors begins: the count and the id of the one before it. A name would not be for an address. */
export type DashboardCursor = { value: number; id: string }

const schema = z.string().regex(/^\d{1,9}_[0-9a-f-]{36}$/)

/** Anything that is not one is the first page. */
export function parseDashboardCursor(text: unknown): DashboardCursor | undefined {
  const [value, id] = schema.safeParse(text).data?.split('_') ?? []
  return value !== undefined && id !== undefined && isUuid(id) ? { value: Number(value), id } : undefined
}
