import { and, eq, sql, type SQL } from 'drizzle-orm'
import { notices } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { visibleNotices } from './policy'

/**
 * Notices of which this actor may see what they say, and not the envelope alone: the office all its own, the contributor
 * those that were read, or struck before anybody read them. A partial delegate reads none: letters do not tell one worker's
 * part from another's (domain.md §3.9).
 */
export function readableNotices(actor: ContributorSide | Officer): SQL {
  if (actor.kind === 'officer') return visibleNotices(actor)
  if (rightsOf[actor.title].partial) return sql`false`
  return and(visibleNotices(actor), eq(notices.unread, false))!
}
