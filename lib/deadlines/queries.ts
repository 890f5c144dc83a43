import 'server-only'
import { and, asc, count, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { accesses, calendarFeeds, notices, requests, users } from '@/db/schema'
import type { NoticeStatus } from '@/db/vocabulary'
import type { ContributorSide, Visitor } from '@/lib/auth/actor'
import { hashToken } from '@/lib/auth/token'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { inForce, strongestFirst } from '@/lib/contributors/policy'
import { visibleNotices } from '@/lib/notices/policy'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { visibleRequests } from '@/lib/requests/policy'

/**
 * Gone by, still to come, or what a calendar shows. What the office has in hand is no longer late by the contributor's
 * fault, but its term still runs: it stands among what is to come, and not among what is gone by.
 */
export type Span = 'overdue' | 'ahead' | 'calendar'
type Bounds = { from?: string; before: string; statuses: NoticeStatus[] }

/** Where a notice without a term stands in `due_order`. */
const never = '9999-12-31'
const calendarDaysBack = 30

const boundsOf: Record<Span, (today: string) => Bounds> = {
  overdue: (today) => ({ before: today, statuses: ['open'] }),
  ahead: (today) => ({ from: today, before: never, statuses: ['open', 'in_progress'] }),
  calendar: (today) => ({
    from: addDays(today, -calendarDaysBack),
    before: never,
    statuses: ['open', 'in_progress'],
  }),
}

const within = (day: AnyPgColumn, id: AnyPgColumn, { from, before }: Bounds, after?: Cursor) =>
  and(
    from === undefined ? undefined : gte(day, from),
    lt(day, before),
    after && sql`(${day}, ${id}) > (${after.value}::date, ${after.id}::uuid)`,
  )

/** Open notices with a term. Never their amounts: whoever reads this list reads no notice. */
const noticesDue = (actor: ContributorSide, bounds: Bounds, ...more: (SQL | undefined)[]) =>
  and(visibleNotices(actor), inArray(notices.status, bounds.statuses), ...more)

/** Requests whose documents the office waits for. */
const requestsDue = (actor: ContributorSide, ...more: (SQL | undefined)[]) =>
  and(visibleRequests(actor), eq(requests.status, 'awaiting_documents'), ...more)

/** Read and not read apart: each is one stretch of the index by term. */
const noticeRows = (actor: ContributorSide, unread: boolean, bounds: Bounds, after: Cursor | undefined, most: number) =>
  db
    .select({
      about: sql<'notice'>`'notice'`,
      id: notices.id,
      dueBy: sql<string>`${notices.dueOrder}`,
      protocollo: notices.protocollo,
      kind: notices.kind,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      status: notices.status,
      unread: notices.unread,
      changedAt: notices.statusAt,
    })
    .from(notices)
    .where(noticesDue(actor, bounds, eq(notices.unread, unread), within(notices.dueOrder, notices.id, bounds, after)))
    .orderBy(asc(notices.dueOrder), asc(notices.id))
    .limit(most)

const requestRows = (actor: ContributorSide, bounds: Bounds, after: Cursor | undefined, most: number) =>
  db
    .select({
      about: sql<'request'>`'request'`,
      id: requests.id,
      dueBy: sql<string>`${requests.documentsDueBy}`,
      protocollo: requests.protocollo,
      topicLabel: requests.topicLabel,
      changedAt: requests.updatedAt,
    })
    .from(requests)
    .where(requestsDue(actor, within(requests.documentsDueBy, requests.id, bounds, after)))
    .orderBy(asc(requests.documentsDueBy), asc(requests.id))
    .limit(most)

/**
 * «Scadenze»: notices and documents by the day they are due, the first due first, `most` at a time.
 * @param today ISO day in Rome
 */
export async function listDeadlines(
  actor: ContributorSide,
  span: Span,
  after?: Cursor,
  today = romeDate(new Date()),
  most = pageSize,
) {
  const bounds = boundsOf[span](today)
  const found = await Promise.all([
    noticeRows(actor, true, bounds, after, most + 1),
    noticeRows(actor, false, bounds, after, most + 1),
    requestRows(actor, bounds, after, most + 1),
  ])
  const order = ({ dueBy, id }: { dueBy: string; id: string }) => dueBy + id
  const rows = found.flat().sort((one, other) => (order(one) < order(other) ? -1 : 1))
  return pageOf(rows, ({ dueBy }) => dueBy, most)
}
export type Deadline = Awaited<ReturnType<typeof listDeadlines>>['rows'][number]

/** How many deadlines are gone by. */
export async function countOverdue(actor: ContributorSide, today = romeDate(new Date())) {
  const bounds = boundsOf.overdue(today)
  const [[late], [documents]] = await Promise.all([
    db
      .select({ count: count() })
      .from(notices)
      .where(noticesDue(actor, bounds, within(notices.dueOrder, notices.id, bounds))),
    db
      .select({ count: count() })
      .from(requests)
      .where(requestsDue(actor, within(requests.documentsDueBy, requests.id, bounds))),
  ])
  return late!.count + documents!.count
}

/** The person's own calendar addresses for this contributor, the last made first; what they are is no longer known. */
export function listCalendars(actor: ContributorSide) {
  return db
    .select({ id: calendarFeeds.id, createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(
      and(
        eq(calendarFeeds.userId, actor.id),
        eq(calendarFeeds.contributorId, actor.contributorId),
        isNull(calendarFeeds.revokedAt),
      ),
    )
    .orderBy(desc(calendarFeeds.createdAt), desc(calendarFeeds.id))
}

/** For whom the holder of a secret reads deadlines: asked each time, so that a right that ended ends the calendar too. */
export async function findCalendar(_actor: Visitor, secret: string) {
  const [calendar] = await db
    .select({
      userId: calendarFeeds.userId,
      contributorId: calendarFeeds.contributorId,
      title: accesses.title,
      delegationId: accesses.delegationId,
      firmId: accesses.firmId,
    })
    .from(calendarFeeds)
    .innerJoin(users, and(eq(users.id, calendarFeeds.userId), isNull(users.disabledAt)))
    .innerJoin(
      accesses,
      and(eq(accesses.userId, users.id), eq(accesses.contributorId, calendarFeeds.contributorId), inForce()),
    )
    .where(and(eq(calendarFeeds.secretHash, hashToken(secret)), isNull(calendarFeeds.revokedAt)))
    .orderBy(...strongestFirst)
    .limit(1)
  return calendar
}
