import 'server-only'
import { type AnyColumn, type GetColumnData, type SQL, sql } from 'drizzle-orm'
import { notices } from '@/db/schema'

/** A column that stays in the database while the notice waits to be read: reading is an act, and this is what it opens. */
export const untilRead = <C extends AnyColumn>(column: C) =>
  sql`case when not ${notices.unread} then ${column} end`.mapWith(column) as SQL<GetColumnData<C> | null>
