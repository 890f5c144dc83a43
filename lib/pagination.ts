import * as z from 'zod'
import { isUuid } from './identifiers/uuid'

/** How many rows a list shows at once. */
export const pageSize = 25

/**
 * Where a keyset page begins: the sort value and the id of the row before it. Travels in the address as
 * `<value>_<id>`; anything that is not one is the first page.
 */
export type Cursor = { value: string; id: string }

const cursorSchema = z
  .string()
  .regex(/^[0-9T:.Z-]{8,32}_[0-9a-f-]{36}$/)
  .transform((text) => {
    const [value, id] = text.split('_')
    return { value: value!, id: id! }
  })

/** A day or a moment of these centuries, written as the portal writes it. */
function isMoment(value: string) {
  const moment = new Date(value)
  return (
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(value.slice(0, 10)) &&
    /^[12]\d{3}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/.test(value)
  )
}

export const parseCursor = (text: unknown): Cursor | undefined => {
  const cursor = cursorSchema.safeParse(text).data
  return cursor && isUuid(cursor.id) && isMoment(cursor.value) ? cursor : undefined
}

/** Cuts the one row too many that tells whether another page follows, and says where that page begins. */
export function pageOf<T extends { id: string }>(rows: T[], valueOf: (row: T) => Date | string, most = pageSize) {
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  const value = last && valueOf(last)
  return {
    rows: shown,
    next:
      rows.length > most && last && value
        ? `${value instanceof Date ? value.toISOString() : value}_${last.id}`
        : undefined,
  }
}
