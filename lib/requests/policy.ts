import { and, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import { accesses, delegationWorkers, requests } from '@/db/schema'
import type { RequestAct, RequestStatus } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { isAllowed, needsHolder, reopenableDays, type Sort, sortOf, statusesFor } from './status'

/** Which requests this actor may see. Every read and write of a request goes through here. */
export function visibleRequests(actor: ContributorSide | Officer): SQL {
  switch (actor.kind) {
    case 'contributor':
      return and(eq(requests.contributorId, actor.contributorId), ownOnly(actor))!
    case 'officer':
      return and(eq(requests.officeCode, actor.officeCode), inArray(requests.unitCode, actor.unitCodes))!
  }
}

/** A partial delegate, and who is subdelegated by them, see what was sent under their own delegation (domain.md §3.9). */
const ownOnly = ({ title, delegation }: ContributorSide) =>
  rightsOf[title].partial
    ? sql`${requests.submittedBy} in (select ${accesses.userId} from ${accesses} where ${accesses.delegationId} = ${delegation?.id ?? null})`
    : undefined

/** The workers whom a partial delegate writes about: those of their own delegation, now. */
export const ownWorkers = ({ delegation }: ContributorSide): SQL =>
  and(sql`${delegationWorkers.delegationId} = ${delegation?.id ?? null}`, isNull(delegationWorkers.removedAt))!

/** Plain requests alone, or istanze alone: worded as the partial indexes are. */
export const ofSort = (sort: Sort): SQL =>
  sort === 'request' ? isNull(requests.applicationKind) : isNotNull(requests.applicationKind)

const inStatusFor = (act: RequestAct, sort: Sort) => and(ofSort(sort), inArray(requests.status, statusesFor(act, sort)))

/** The request on which `act` may be done by this actor: visible, in a right status and, where it counts, in their hands. */
export function actionable(actor: ContributorSide | Officer, id: string, act: RequestAct): SQL {
  const mine =
    actor.kind === 'officer' && needsHolder(act) && actor.role !== 'head'
      ? or(isNull(requests.officerId), eq(requests.officerId, actor.id))
      : undefined
  return and(
    visibleRequests(actor),
    eq(requests.id, id),
    or(inStatusFor(act, 'request'), inStatusFor(act, 'application')),
    mine,
  )!
}

type Standing = {
  status: RequestStatus
  applicationKind: string | null
  officerId?: string | null
  closedAt: Date | null
}

/** Whether the page offers `act`: the same rule as `actionable`, over a row already read. */
export function canAct(actor: ContributorSide | Officer, act: RequestAct, request: Standing, now = new Date()) {
  const side = actor.kind === 'officer' ? 'office' : 'contributor'
  if (!isAllowed(act, side, request.status, sortOf(request))) return false
  if (actor.kind === 'officer')
    return !needsHolder(act) || actor.role === 'head' || (request.officerId ?? actor.id) === actor.id
  return actor.pinLevel === 'dispositivo' && (act !== 'reopen' || isReopenable(request.closedAt, now))
}

/** A closed request may be reopened for sixty days. */
export const isReopenable = (closedAt: Date | null, now = new Date()) =>
  closedAt !== null && now.getTime() - closedAt.getTime() <= reopenableDays * 86_400_000
