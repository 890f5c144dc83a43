import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { offices, requests, users } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { lastSent, sentBefore } from '../conditions'
import { listedColumns, unreadRepliesOf } from '../listed-columns'
import { ofSort, visibleRequests } from '../policy'
import type { Sort } from '../status'

/** The first of one sort: each has an index of its own. */
const firstOf = (sort: Sort, condition: SQL | undefined) =>
  db
    .select({ id: requests.id })
    .from(requests)
    .where(and(condition, ofSort(sort)))
    .orderBy(...lastSent)
    .limit(pageSize + 1)

/**
 * «Cronologia»: the requests and the istanze of one contributor, the last sent first, 25 at a time; for the contributor's
 * side and for an officer, each as far as they see.
 */
export async function listTimeline(actor: ContributorSide | Officer, contributorId: string, after?: Cursor) {
  const condition = and(visibleRequests(actor), eq(requests.contributorId, contributorId), sentBefore(after))
  const found = unionAll(firstOf('request', condition), firstOf('application', condition)).as('found')
  const rows = await db
    .select({
      ...listedColumns,
      applicationKind: requests.applicationKind,
      // To the office no reply is unread.
      unread: actor.kind === 'officer' ? sql<number>`0` : unreadRepliesOf(actor.id),
    })
    .from(found)
    .innerJoin(requests, eq(requests.id, found.id))
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .orderBy(...lastSent)
    .limit(pageSize + 1)
  return pageOf(rows, (row) => row.submittedAt)
}
