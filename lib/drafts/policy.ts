import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { accesses, drafts } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { inForce } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'

/** A right over a contributor, as it is now: also that of somebody whose session lapsed, who has no side any more. */
export type Acting = Pick<ContributorSide, 'kind' | 'id' | 'contributorId' | 'title' | 'delegation'>

/**
 * A draft is seen by its author alone, and by them only while they act for the same contributor. What somebody left who may
 * no longer act for it is the contributor's: its representatives find it. An istanza is prepared by more hands: whoever may
 * act for the whole contributor sees its draft, a partial delegate those begun under their own delegation.
 */
export function visibleDrafts(actor: Acting | Officer): SQL {
  const own = eq(drafts.authorId, actor.id)
  if (actor.kind === 'officer') return own
  const { partial, delegates } = rightsOf[actor.title]
  const shared = and(
    eq(drafts.kind, 'application'),
    partial ? inArray(drafts.authorId, ofSameDelegation(actor)) : undefined,
  )
  const readable = or(own, shared, delegates ? leftBehind() : undefined)
  return and(readable, eq(drafts.contributorId, actor.contributorId))!
}

const ofSameDelegation = ({ delegation }: Acting) =>
  sql`(select ${accesses.userId} from ${accesses} where ${accesses.delegationId} = ${delegation?.id ?? null})`

const leftBehind = () =>
  sql`(${drafts.kind} = 'request' and not exists (select from ${accesses} where ${and(
    eq(accesses.userId, drafts.authorId),
    eq(accesses.contributorId, drafts.contributorId),
    inForce(),
  )}))`
