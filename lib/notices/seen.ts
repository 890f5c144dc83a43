import { and, eq, sql } from 'drizzle-orm'
import { notices, noticesSeen } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'

/**
 * Whether the person no longer holds a notice as new. Not an `exists`: PostgreSQL would read everything that the person
 * ever saw to fill one page.
 */
export const seenBy = (actor: ContributorSide) =>
  sql<boolean>`(select true from ${noticesSeen} where ${and(eq(noticesSeen.userId, actor.id), eq(noticesSeen.noticeId, notices.id))}) is not null`
