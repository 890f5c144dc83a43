import 'server-only'
import { type AnyColumn, type GetColumnData, type SQL, sql } from 'drizzle-orm'
import { notices } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'

/**
 * A column that stays in the database while the notice waits to be read: reading is an act, and this is what it opens. For a
 * partial delegate it stays there always (`readable.ts`).
 */
export const untilRead = <C extends AnyColumn>(actor: ContributorSide, column: C) =>
  sql`case when ${rightsOf[actor.title].partial ? sql`false` : sql`not ${notices.unread}`} then ${column} end`.mapWith(
    column,
  ) as SQL<GetColumnData<C> | null>
