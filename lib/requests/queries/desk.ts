import 'server-only'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, noticeEvents, notices, offices, requests, threadEntries, units } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { ofSort } from '../policy'
import { heldInQueues, inQueue, type Queue } from '../queues'
import type { Sort } from '../status'

/** How many requests, or istanze, each queue of the officer holds: what is to be done exactly, the closed up to `mostClosedCounted`. */
export async function countQueues(actor: Officer, sort: Sort = 'request'): Promise<Record<Queue, number>> {
  const [counts] = await db.select(heldInQueues(actor, sort)).from(offices).where(eq(offices.code, actor.officeCode))
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
 * own stretch of the index, and the pages are merged: the depth of a queue costs nothing. An answer to a notice says which,
 * an istanza what it asks.
 */
export async function listQueue(actor: Officer, queue: Queue, after?: Cursor, sort: Sort = 'request') {
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
        ofSort(sort),
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
      summary:
        sort === 'application'
          ? sql<
              string | null
            >`(select ${threadEntries.text} from ${threadEntries} where ${threadEntries.id} = ${page.id})`
          : sql<null>`null`,
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
