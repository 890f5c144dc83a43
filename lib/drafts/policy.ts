import { and, eq, type SQL } from 'drizzle-orm'
import { drafts } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'

/** A draft is seen by its author alone, and by them only while they act for the same contributor. */
export function visibleDrafts(actor: ContributorSide | Officer): SQL {
  const own = eq(drafts.authorId, actor.id)
  return actor.kind === 'contributor' ? and(own, eq(drafts.contributorId, actor.contributorId))! : own
}
