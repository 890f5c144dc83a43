import 'server-only'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, noticeEvents, notices, offices, requests, units } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { visibleRequests } from '../policy'

/** The four queues of the desk. */
export const queues = ['da-prendere', 'mie', 'in-attesa', 'chiuse'] as const
export type Queue = (typeof queues)[number]

/** What is in each queue; worded as the partial indexes are, so that each count and page reads its own. */
const inQueue = (actor: Officer): Record<Queue, SQL> => ({
  'da-prendere': sql`${requests.status} in ('submitted', 'transferred', 'reopened')`,
  mie: and(eq(requests.officerId, actor.id), sql`${requests.status} in ('taken_up', 'supplemented')`)!,
  'in-attesa': sql`${requests.status} = 'awaiting_documents'`,
  chiuse: sql`${requests.status} in ('closed', 'withdrawn')`,
})

/** The closed are not counted beyond this: those of a large office are a hundred thousand, and nobody works through them. */
export const mostClosedCounted = 1000

/** How many requests each queue of the officer holds: what is to be done exactly, the closed up to `mostClosedCounted`. */
export async function countQueues(actor: Officer): Promise<Record<Queue, number>> {
  const conditions = inQueue(actor)
  const held = (queue: Queue) =>
    sql<number>`(select count(*)::int from (select from ${requests} where ${and(visibleRequests(actor), conditions[queue])} ${queue === 'chiuse' ? sql`limit ${mostClosedCounted}` : sql``}) held)`
  const [counts] = await db
    .select({
      'da-prendere': held('da-prendere'),
      mie: held('mie'),
      'in-attesa': held('in-attesa'),
      chiuse: held('chiuse'),
    })
    .from(offices)
    .where(eq(offices.code, actor.officeCode))
  return counts!
}

const order = (queue: Queue) =>
  queue === 'chiuse'
    ? {
        by: [desc(requests.closedAt), desc(requests.id)],
        value: requests.closedAt,
        sense: sql`<`,
        type: sql`timestamptz`,
      }
    : { by: [asc(requests.expectedBy), asc(requests.id)], value: requests.expectedBy, sense: sql`>`, type: sql`date` }

/**
 * One queue, oldest due first (the closed: last closed first), 25 at a time. Each unit gives its own first page from its
 * own stretch of the index, and the pages are merged: the depth of a queue costs nothing. An answer to a notice says which.
 */
export async function listQueue(actor: Officer, queue: Queue, after?: Cursor) {
  const { by, value, sense, type } = order(queue)
  const page = db
    .select({
      id: requests.id,
      protocollo: requests.protocollo,
      contributorId: requests.contributorId,
      areaLabel: requests.areaLabel,
      topicLabel: requests.topicLabel,
      status: requests.status,
      outcome: requests.outcome,
      officerId: requests.officerId,
      submittedAt: requests.submittedAt,
      expectedBy: requests.expectedBy,
      documentsDueBy: requests.documentsDueBy,
      closedAt: requests.closedAt,
    })
    .from(requests)
    .where(
      and(
        eq(requests.officeCode, actor.officeCode),
        eq(requests.unitCode, units.code),
        inQueue(actor)[queue],
        after ? sql`(${value}, ${requests.id}) ${sense} (${after.value}::${type}, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(...by)
    .limit(pageSize + 1)
    .as('page')
  const rows = await db
    .select({
      id: page.id,
      protocollo: page.protocollo,
      areaLabel: page.areaLabel,
      topicLabel: page.topicLabel,
      status: page.status,
      outcome: page.outcome,
      submittedAt: page.submittedAt,
      expectedBy: page.expectedBy,
      documentsDueBy: page.documentsDueBy,
      closedAt: page.closedAt,
      unitName: units.name,
      denomination: contributors.denomination,
      answered: { kind: notices.kind, periodFrom: notices.periodFrom, periodTo: notices.periodTo },
    })
    .from(units)
    .innerJoinLateral(page, sql`true`)
    .innerJoin(contributors, eq(contributors.id, page.contributorId))
    .leftJoin(noticeEvents, and(eq(noticeEvents.requestId, page.id), eq(noticeEvents.act, 'answer')))
    .leftJoin(notices, eq(notices.id, noticeEvents.noticeId))
    .where(inArray(units.code, actor.unitCodes))
    .orderBy(...(queue === 'chiuse' ? [desc(page.closedAt), desc(page.id)] : [asc(page.expectedBy), asc(page.id)]))
    .limit(pageSize + 1)
  return pageOf(rows, (row) => (queue === 'chiuse' ? row.closedAt! : row.expectedBy))
}
