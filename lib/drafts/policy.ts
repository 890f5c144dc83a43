import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { accesses, drafts } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { inForce } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'

/**
 * A draft is seen by its author alone, and by them only while they act for the same contributor. What somebody left who may
 * no longer act for it is the contributor's: its representatives find it.
 */
export function visibleDrafts(actor: ContributorSide | Officer): SQL {
  const own = eq(drafts.authorId, actor.id)
  if (actor.kind === 'officer') return own
  const readable = rightsOf[actor.title].delegates ? or(own, leftBehind()) : own
  return and(readable, eq(drafts.contributorId, actor.contributorId))!
}

const leftBehind = () =>
  sql`(${drafts.kind} = 'request' and not exists (select from ${accesses} where ${and(
    eq(accesses.userId, drafts.authorId),
    eq(accesses.contributorId, drafts.contributorId),
    inForce(),
  )}))`
