import 'server-only'
import { and, asc, count, desc, eq, gte, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { accesses, contributors, delegations, delegationWorkers, firms, offices, users } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { openAccesses } from '@/lib/contributors/policy'
import { normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { type OwnFilters, type OwnList, orderOf, ownLists } from '../delegate-filters'
import { mostValidated } from '../delegate-schema'
import { ownDelegations, visibleDelegations } from '../policy'
import { expiringDays } from '../status'

const inList = (list: OwnList): SQL => {
  const today = romeDate(new Date())
  return and(
    inArray(delegations.status, [...ownLists[list]]),
    list === 'in-scadenza'
      ? and(gte(delegations.endsOn, today), lte(delegations.endsOn, addDays(today, expiringDays)))
      : undefined,
  )!
}

/** Part of a name, or a codice fiscale from its beginning. */
function named(words: string) {
  const literal = words.replace(/[\\%_]/g, '\\$&')
  const code = normaliseCodiceFiscale(words).replace(/[\\%_]/g, '\\$&')
  return or(
    sql`${contributors.denomination} ilike ${`%${literal}%`}`,
    code === '' ? undefined : sql`${contributors.codiceFiscale} like ${`${code}%`}`,
  )
}

/** A last day far beyond any other, so that what has none comes last. */
const lastDay = sql<string>`coalesce(${delegations.endsOn}, '2999-12-31'::date)`

const columns = {
  id: delegations.id,
  contributorId: delegations.contributorId,
  denomination: contributors.denomination,
  codiceFiscale: contributors.codiceFiscale,
  channel: delegations.channel,
  scope: delegations.scope,
  exclusive: delegations.exclusive,
  status: delegations.status,
  startsOn: delegations.startsOn,
  endsOn: delegations.endsOn,
  createdAt: delegations.createdAt,
  lastDay,
}

/**
 * The delegations of a delegate, and all of the firm for its holder, 25 at a time: the last made first, or by when they end.
 * @param filters `stato` one of `ownLists`; `parole` part of a denomination or the beginning of a codice fiscale
 */
export async function listOwnDelegations(actor: Portfolio, filters: OwnFilters = {}, after?: Cursor) {
  const { stato, parole } = filters
  const byEnd = orderOf(filters) === 'scadenza'
  const rows = await db
    .select(columns)
    .from(delegations)
    .innerJoin(contributors, eq(contributors.id, delegations.contributorId))
    .where(
      and(
        visibleDelegations(actor),
        stato && inList(stato),
        parole ? named(parole) : undefined,
        after && (byEnd ? endsAfter(after) : madeBefore(after)),
      ),
    )
    .orderBy(...(byEnd ? [asc(lastDay), asc(delegations.id)] : [desc(delegations.createdAt), desc(delegations.id)]))
    .limit(pageSize + 1)
  return pageOf(rows, (row) => (byEnd ? row.lastDay : row.createdAt))
}
export type OwnDelegation = Awaited<ReturnType<typeof listOwnDelegations>>['rows'][number]

const endsAfter = ({ value, id }: Cursor) =>
  sql`(${lastDay}, ${delegations.id}) > (${value.slice(0, 10)}::date, ${id}::uuid)`
const madeBefore = ({ value, id }: Cursor) =>
  sql`(${delegations.createdAt}, ${delegations.id}) < (${value}::timestamptz, ${id}::uuid)`

/** How many stand in each list. */
export async function countOwnDelegations(actor: Portfolio): Promise<Record<OwnList, number>> {
  const lists = Object.keys(ownLists) as OwnList[]
  const [counted] = await db
    .select(
      Object.fromEntries(
        lists.map((list) => [list, sql<number>`count(*) filter (where ${inList(list)})::int`]),
      ) as Record<OwnList, SQL<number>>,
    )
    .from(delegations)
    .where(visibleDelegations(actor))
  return counted!
}

/** What only the delegate does: to validate, to discard, to give back. */
const ownToValidate = (actor: Portfolio) =>
  and(visibleDelegations(actor), ownDelegations(actor, 'validate'), eq(delegations.status, 'awaiting_signature'))

/** Those to be validated among the given ids, or all of them: what a page names before anything is declared. */
export function listToValidate(actor: Portfolio, ids?: string[]) {
  return db
    .select(columns)
    .from(delegations)
    .innerJoin(contributors, eq(contributors.id, delegations.contributorId))
    .where(and(ownToValidate(actor), ids && sql`${delegations.id} = any(${sql.param(ids)}::uuid[])`))
    .orderBy(asc(contributors.denomination), asc(delegations.id))
    .limit(mostValidated)
}

/** How many the actor may validate. */
export async function countToValidate(actor: Portfolio) {
  const [counted] = await db.select({ many: count() }).from(delegations).where(ownToValidate(actor))
  return counted!.many
}

/**
 * Whether one in force, given to somebody else, cannot stand beside it (domain.md §3.2). Whose it is, is not said before
 * the contributor has signed: to whom it gives delegations is its own business.
 */
function blockedBy() {
  const other = alias(delegations, 'other')
  const held = alias(delegationWorkers, 'held')
  const wanted = alias(delegationWorkers, 'wanted')
  const sharesWorker = sql`exists (select from ${delegationWorkers} held
    join ${delegationWorkers} wanted on ${wanted.codiceFiscale} = ${held.codiceFiscale} and ${isNull(wanted.removedAt)}
    where ${eq(held.delegationId, other.id)} and ${eq(wanted.delegationId, delegations.id)} and ${isNull(held.removedAt)})`
  const clashes = and(
    eq(other.contributorId, delegations.contributorId),
    ne(other.delegateCode, delegations.delegateCode),
    inArray(other.status, ['active', 'suspended']),
    or(eq(other.exclusive, true), eq(delegations.exclusive, true)),
    or(isNull(delegations.endsOn), lte(other.startsOn, delegations.endsOn)),
    or(isNull(other.endsOn), gte(other.endsOn, delegations.startsOn)),
    or(eq(delegations.scope, 'total'), eq(other.scope, 'total'), sharesWorker),
  )
  return sql<
    'exclusive' | 'not_exclusive' | null
  >`(select case when ${other.exclusive} then 'exclusive' else 'not_exclusive' end
    from ${delegations} other where ${clashes} order by ${other.exclusive} desc limit 1)`
}

const author = alias(users, 'author')
const delegate = alias(users, 'delegate')

/**
 * One of them whole: who the delegate is, whether it is the actor, whether the actor may give it back, whether it opens the contributor's pages to them now and,
 * of one to be validated, what in force would stand in its way.
 */
export async function findOwnDelegation(actor: Portfolio, id: string) {
  const [delegation] = await db
    .select({
      ...columns,
      officeCode: offices.code,
      officeName: offices.name,
      delegateCode: delegations.delegateCode,
      delegateName: sql<string>`${delegate.firstName} || ' ' || ${delegate.lastName}`,
      firmName: firms.denomination,
      authorName: sql<string>`${author.firstName} || ' ' || ${author.lastName}`,
      signedOn: delegations.signedOn,
      activatedAt: delegations.activatedAt,
      endedAt: delegations.endedAt,
      reason: delegations.reason,
      mine: ownDelegations(actor, 'validate').mapWith(Boolean),
      renounceable: ownDelegations(actor, 'renounce').mapWith(Boolean),
      open: sql<boolean>`exists (select from ${accesses}
        where ${and(openAccesses(actor), eq(accesses.contributorId, delegations.contributorId))})`,
      blockedBy: blockedBy(),
      workers: sql<string[]>`array(select ${delegationWorkers.codiceFiscale} from ${delegationWorkers}
        where ${and(eq(delegationWorkers.delegationId, delegations.id), isNull(delegationWorkers.removedAt))}
        order by ${delegationWorkers.codiceFiscale})`,
    })
    .from(delegations)
    .innerJoin(contributors, eq(contributors.id, delegations.contributorId))
    .innerJoin(offices, eq(offices.code, contributors.officeCode))
    .innerJoin(author, eq(author.id, delegations.createdBy))
    .innerJoin(delegate, eq(delegate.id, delegations.delegateId))
    .leftJoin(firms, eq(firms.id, delegations.firmId))
    .where(and(visibleDelegations(actor), eq(delegations.id, id)))
  return delegation
}
export type FoundOwnDelegation = NonNullable<Awaited<ReturnType<typeof findOwnDelegation>>>
