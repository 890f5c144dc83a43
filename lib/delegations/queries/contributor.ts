import 'server-only'
import { and, asc, count, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { contributors, delegations, delegationWorkers, firms, users } from '@/db/schema'
import type { DelegationStatus } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { visibleDelegations } from '../policy'
import { keptYears } from '../status'

/** How a contributor's delegations are looked at: in force, not yet, closed for now, over. */
export const delegationLists = {
  active: ['active'],
  waiting: ['proposed', 'awaiting_signature'],
  suspended: ['suspended'],
  ended: ['expired', 'revoked', 'renounced', 'declined', 'cancelled'],
} as const satisfies Record<string, readonly DelegationStatus[]>
export type DelegationList = keyof typeof delegationLists

const author = alias(users, 'author')
const nameOf = (person: typeof users | typeof author) => sql<string>`${person.firstName} || ' ' || ${person.lastName}`

/** Of an indirect one, and of one accepted, who the delegate is; of one held out, its code alone. */
const columns = {
  id: delegations.id,
  channel: delegations.channel,
  scope: delegations.scope,
  exclusive: delegations.exclusive,
  status: delegations.status,
  delegateCode: delegations.delegateCode,
  delegateName: sql<string | null>`${nameOf(users)}`,
  firmName: firms.denomination,
  startsOn: delegations.startsOn,
  endsOn: delegations.endsOn,
  createdAt: delegations.createdAt,
  activatedAt: delegations.activatedAt,
  endedAt: delegations.endedAt,
}
export type ListedDelegation = Awaited<ReturnType<typeof listDelegations>>['rows'][number]

const page = (where: SQL | undefined, after: Cursor | undefined) =>
  db
    .select(columns)
    .from(delegations)
    .leftJoin(users, eq(users.id, delegations.delegateId))
    .leftJoin(firms, eq(firms.id, delegations.firmId))
    .where(
      and(
        where,
        after
          ? sql`(${delegations.createdAt}, ${delegations.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(delegations.createdAt), desc(delegations.id))
    .limit(pageSize + 1)

/** The contributor's delegations of one list, the last made first, 25 at a time. */
export async function listDelegations(actor: ContributorSide, list: DelegationList, after?: Cursor) {
  const rows = await page(
    and(visibleDelegations(actor), inArray(delegations.status, [...delegationLists[list]])),
    after,
  )
  return pageOf(rows, ({ createdAt }) => createdAt)
}

/** How many stand in each list. */
export async function countDelegations(actor: ContributorSide): Promise<Record<DelegationList, number>> {
  const held = await db
    .select({ status: delegations.status, many: count() })
    .from(delegations)
    .where(visibleDelegations(actor))
    .groupBy(delegations.status)
  const sum = (list: DelegationList) =>
    held.reduce((total, { status, many }) => total + (isOf(list, status) ? many : 0), 0)
  return { active: sum('active'), waiting: sum('waiting'), suspended: sum('suspended'), ended: sum('ended') }
}

const isOf = (list: DelegationList, status: DelegationStatus) =>
  (delegationLists[list] as readonly DelegationStatus[]).includes(status)

/** Those of the given ids that may be revoked now: what a page names before anything is done. */
export function listRevocable(actor: ContributorSide, ids: string[]) {
  return db
    .select(columns)
    .from(delegations)
    .leftJoin(users, eq(users.id, delegations.delegateId))
    .leftJoin(firms, eq(firms.id, delegations.firmId))
    .where(
      and(
        visibleDelegations(actor),
        inArray(delegations.id, ids),
        inArray(delegations.status, ['active', 'suspended']),
      ),
    )
    .orderBy(asc(delegations.createdAt), asc(delegations.id))
}

/**
 * A delegation whole: who began it and, of one over, until which ISO day it is kept (five years after its end, msg
 * 20976/2013; null while it has none).
 */
export async function findDelegation(actor: ContributorSide, id: string) {
  const [delegation] = await db
    .select({
      ...columns,
      signedOn: delegations.signedOn,
      reason: delegations.reason,
      authorName: nameOf(author),
      keptUntil: sql<string | null>`to_char(coalesce(
        (${delegations.endedAt} at time zone 'Europe/Rome')::date, ${delegations.endsOn}) + make_interval(years => ${keptYears}), 'YYYY-MM-DD')`,
    })
    .from(delegations)
    .innerJoin(author, eq(author.id, delegations.createdBy))
    .leftJoin(users, eq(users.id, delegations.delegateId))
    .leftJoin(firms, eq(firms.id, delegations.firmId))
    .where(and(visibleDelegations(actor), eq(delegations.id, id)))
  return delegation
}
export type FoundDelegation = NonNullable<Awaited<ReturnType<typeof findDelegation>>>

/** Codici fiscali of the workers that a partial delegation is about now, in order. */
export async function listDelegationWorkers(actor: ContributorSide | Officer, delegationId: string) {
  const workers = await db
    .select({ codiceFiscale: delegationWorkers.codiceFiscale })
    .from(delegationWorkers)
    .innerJoin(delegations, and(eq(delegations.id, delegationWorkers.delegationId), visibleDelegations(actor)))
    .where(and(eq(delegationWorkers.delegationId, delegationId), isNull(delegationWorkers.removedAt)))
    .orderBy(asc(delegationWorkers.codiceFiscale))
  return workers.map(({ codiceFiscale }) => codiceFiscale)
}

/** The delegations of one of the office's contributors, the last made first, 25 at a time. */
export async function listOfficeDelegations(actor: Officer, contributorId: string, after?: Cursor) {
  const rows = await page(and(visibleDelegations(actor), eq(delegations.contributorId, contributorId)), after)
  return pageOf(rows, ({ createdAt }) => createdAt)
}

/** A delegation with its contributor, before the office suspends or reinstates it. */
export async function findOfficeDelegation(actor: Officer, id: string) {
  const [delegation] = await db
    .select({ ...columns, contributorId: delegations.contributorId, denomination: contributors.denomination })
    .from(delegations)
    .innerJoin(contributors, eq(contributors.id, delegations.contributorId))
    .leftJoin(users, eq(users.id, delegations.delegateId))
    .leftJoin(firms, eq(firms.id, delegations.firmId))
    .where(and(visibleDelegations(actor), eq(delegations.id, id)))
  return delegation
}
