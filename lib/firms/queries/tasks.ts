import 'server-only'
import { and, asc, desc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { contributors, firmClients, firmTasks, notices, requests, users } from '@/db/schema'
import type { TaskStatus } from '@/db/vocabulary'
import type { Portfolio } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { clientNotices, clientRequests, ofFirm, visibleTasks } from '../policy'

const assignees = alias(users, 'assignees')
const updaters = alias(users, 'updaters')
const nameOf = (person: { firstName: PgColumn; lastName: PgColumn }) =>
  sql<string | null>`${person.firstName} || ' ' || ${person.lastName}`

/** Where what has no term comes in a list by term. */
const noTerm = '2999-12-31'
const requestTerm = sql<
  string | null
>`case when ${requests.phase} = 'closed' then null when ${requests.status} = 'awaiting_documents' then ${requests.documentsDueBy} else ${requests.expectedBy} end`
const dueOrder = sql<string>`coalesce(${notices.dueBy}, ${requestTerm}, ${noTerm}::date)::text`

/** What a paper is, as far as a list may say it before it is read. */
const ofNotice = {
  noticeId: notices.id,
  kind: notices.kind,
  periodFrom: notices.periodFrom,
  periodTo: notices.periodTo,
}
const ofRequest = { requestId: requests.id, topicLabel: requests.topicLabel }
const ofClient = {
  contributorId: contributors.id,
  denomination: contributors.denomination,
  clientCode: firmClients.clientCode,
}

export type TaskFilters = {
  status: TaskStatus
  /** Of the firm; everybody's when left out. */
  assigneeId?: string | undefined
}

/** The firm's work in one state, first what is due first (what is done: last done first), 25 at a time. */
export async function listTasks(actor: Portfolio, { status, assigneeId }: TaskFilters, after?: Cursor) {
  const done = status === 'done'
  const rows = await db
    .select({
      id: firmTasks.id,
      ...ofClient,
      ...ofNotice,
      ...ofRequest,
      due: dueOrder,
      dueBy: sql<string | null>`coalesce(${notices.dueBy}, ${requestTerm})::text`,
      assigneeName: nameOf(assignees),
      note: firmTasks.note,
      updatedAt: firmTasks.updatedAt,
      updatedByName: nameOf(updaters),
    })
    .from(firmTasks)
    .innerJoin(contributors, eq(contributors.id, firmTasks.contributorId))
    .innerJoin(updaters, eq(updaters.id, firmTasks.updatedBy))
    .leftJoin(assignees, eq(assignees.id, firmTasks.assigneeId))
    .leftJoin(notices, eq(notices.id, firmTasks.noticeId))
    .leftJoin(requests, eq(requests.id, firmTasks.requestId))
    .leftJoin(firmClients, and(eq(firmClients.contributorId, contributors.id), ofFirm(actor, firmClients.firmId)))
    .where(
      and(
        visibleTasks(actor),
        eq(firmTasks.status, status),
        assigneeId ? eq(firmTasks.assigneeId, assigneeId) : undefined,
        !after
          ? undefined
          : done
            ? sql`(${firmTasks.updatedAt}, ${firmTasks.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : sql`(${dueOrder}, ${firmTasks.id}) > (${after.value.slice(0, 10)}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(...(done ? [desc(firmTasks.updatedAt), desc(firmTasks.id)] : [asc(dueOrder), asc(firmTasks.id)]))
    .limit(pageSize + 1)
  return pageOf(rows, (row) => (done ? row.updatedAt : row.due))
}

const givenOrDone = (actor: Portfolio, paper: PgColumn, id: PgColumn) =>
  sql`exists (select from ${firmTasks} where ${and(
    ofFirm(actor, firmTasks.firmId),
    eq(paper, id),
    or(sql`${firmTasks.assigneeId} is not null`, eq(firmTasks.status, 'done')),
  )})`

/**
 * «Non assegnati»: notices unread or still to be settled and open requests of the firm's clients, that were given to nobody;
 * first what is due first, 25 at a time. `keeperName` looks after the client.
 */
export async function listUnassigned(actor: Portfolio, after?: Cursor) {
  const from = after && [after.value.slice(0, 10), after.id]
  const [unread, open] = await Promise.all([unassignedNotices(actor, from), unassignedRequests(actor, from)])
  const rows = [...unread, ...open].sort((one, other) => (one.due + one.id < other.due + other.id ? -1 : 1))
  return pageOf(rows, (row) => row.due)
}

const noticeDue = sql<string>`coalesce(${notices.dueBy}, ${noTerm}::date)::text`

const unassignedNotices = (actor: Portfolio, from: string[] | undefined) =>
  db
    .select({
      id: notices.id,
      ...ofClient,
      ...ofNotice,
      due: noticeDue,
      dueBy: notices.dueBy,
      unread: notices.unread,
      keeperName: nameOf(assignees),
      requestId: sql<null>`null`,
      topicLabel: sql<null>`null`,
    })
    .from(notices)
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .leftJoin(firmClients, and(eq(firmClients.contributorId, contributors.id), ofFirm(actor, firmClients.firmId)))
    .leftJoin(assignees, eq(assignees.id, firmClients.assigneeId))
    .where(
      and(
        clientNotices(actor),
        or(eq(notices.unread, true), inArray(notices.status, ['open', 'in_progress'])),
        sql`not ${givenOrDone(actor, firmTasks.noticeId, notices.id)}`,
        from && sql`(${noticeDue}, ${notices.id}) > (${from[0]}, ${from[1]}::uuid)`,
      ),
    )
    .orderBy(asc(noticeDue), asc(notices.id))
    .limit(pageSize + 1)

const requestDue = sql<string>`coalesce(${requestTerm}, ${noTerm}::date)::text`

const unassignedRequests = (actor: Portfolio, from: string[] | undefined) =>
  db
    .select({
      id: requests.id,
      ...ofClient,
      ...ofRequest,
      due: requestDue,
      dueBy: sql<string | null>`${requestTerm}::text`,
      unread: sql<boolean>`false`,
      keeperName: nameOf(assignees),
      noticeId: sql<null>`null`,
      kind: sql<null>`null`,
      periodFrom: sql<null>`null`,
      periodTo: sql<null>`null`,
    })
    .from(requests)
    .innerJoin(contributors, eq(contributors.id, requests.contributorId))
    .leftJoin(firmClients, and(eq(firmClients.contributorId, contributors.id), ofFirm(actor, firmClients.firmId)))
    .leftJoin(assignees, eq(assignees.id, firmClients.assigneeId))
    .where(
      and(
        clientRequests(actor),
        ne(requests.phase, 'closed'),
        sql`not ${givenOrDone(actor, firmTasks.requestId, requests.id)}`,
        from && sql`(${requestDue}, ${requests.id}) > (${from[0]}, ${from[1]}::uuid)`,
      ),
    )
    .orderBy(asc(requestDue), asc(requests.id))
    .limit(pageSize + 1)

const kept = {
  assigneeId: firmTasks.assigneeId,
  status: firmTasks.status,
  note: firmTasks.note,
  updatedAt: firmTasks.updatedAt,
  updatedByName: nameOf(updaters),
}

/** What the firm keeps of its own about a notice: every field null while nobody wrote. Undefined when it is no client's. */
export async function findNoticeTask(actor: Portfolio, noticeId: string) {
  const [task] = await db
    .select(kept)
    .from(notices)
    .leftJoin(firmTasks, and(eq(firmTasks.noticeId, notices.id), ofFirm(actor, firmTasks.firmId)))
    .leftJoin(updaters, eq(updaters.id, firmTasks.updatedBy))
    .where(and(clientNotices(actor), eq(notices.id, noticeId)))
  return task
}

/** The same of a request. */
export async function findRequestTask(actor: Portfolio, requestId: string) {
  const [task] = await db
    .select(kept)
    .from(requests)
    .leftJoin(firmTasks, and(eq(firmTasks.requestId, requests.id), ofFirm(actor, firmTasks.firmId)))
    .leftJoin(updaters, eq(updaters.id, firmTasks.updatedBy))
    .where(and(clientRequests(actor), eq(requests.id, requestId)))
  return task
}
