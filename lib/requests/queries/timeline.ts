import 'server-only'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { offices, requests, unreadReplies, users } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { ofSort, visibleRequests } from '../policy'
import type { Sort } from '../status'

/** Replies that a person of the contributor's side has not read; to the office none is unread. */
const unreadBy = (actor: ContributorSide | Officer) =>
  actor.kind === 'officer'
    ? sql<number>`0`
    : sql<number>`(select count(*)::int from ${unreadReplies} where ${and(
        eq(unreadReplies.userId, actor.id),
        eq(unreadReplies.contributorId, requests.contributorId),
        eq(unreadReplies.requestId, requests.id),
      )})`

const latest = [desc(requests.submittedAt), desc(requests.id)]

/** The first of one sort: each has an index of its own. */
const firstOf = (sort: Sort, condition: SQL | undefined) =>
  db
    .select({ id: requests.id })
    .from(requests)
    .where(and(condition, ofSort(sort)))
    .orderBy(...latest)
    .limit(pageSize + 1)

/**
 * «Cronologia»: the requests and the istanze of one contributor, the last sent first, 25 at a time; for the contributor's
 * side and for an officer, each as far as they see.
 */
export async function listTimeline(actor: ContributorSide | Officer, contributorId: string, after?: Cursor) {
  const condition = and(
    visibleRequests(actor),
    eq(requests.contributorId, contributorId),
    after
      ? sql`(${requests.submittedAt}, ${requests.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
      : undefined,
  )
  const found = unionAll(firstOf('request', condition), firstOf('application', condition)).as('found')
  const rows = await db
    .select({
      id: requests.id,
      protocollo: requests.protocollo,
      applicationKind: requests.applicationKind,
      submittedAt: requests.submittedAt,
      areaLabel: requests.areaLabel,
      topicLabel: requests.topicLabel,
      senderFirstName: users.firstName,
      senderLastName: users.lastName,
      officeName: offices.name,
      status: requests.status,
      phase: requests.phase,
      outcome: requests.outcome,
      expectedBy: requests.expectedBy,
      reopenings: requests.reopenings,
      unread: unreadBy(actor),
    })
    .from(found)
    .innerJoin(requests, eq(requests.id, found.id))
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .orderBy(...latest)
    .limit(pageSize + 1)
  return pageOf(rows, (row) => row.submittedAt)
}
