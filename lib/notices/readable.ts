import { and, eq, type SQL } from 'drizzle-orm'
import { notices } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { visibleNotices } from './policy'

/**
 * Notices of which this actor may see what they say, and not the envelope alone: the office all its own, the contributor
 * those that were read, or struck before anybody read them.
 */
export const readableNotices = (actor: ContributorSide | Officer): SQL =>
  actor.kind === 'officer' ? visibleNotices(actor) : and(visibleNotices(actor), eq(notices.unread, false))!
