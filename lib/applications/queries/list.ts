import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { offices, requests, threadEntries, unreadReplies, users } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { ofSort, visibleRequests } from '@/lib/requests/policy'

/** «Istanze Online»: the contributor's istanze, the last sent first, 25 at a time. */
export async function listApplications(actor: ContributorSide, after?: Cursor) {
  const rows = await db
    .select({
      id: requests.id,
      protocollo: requests.protocollo,
      submittedAt: requests.submittedAt,
      label: requests.topicLabel,
      summary: threadEntries.text,
      senderFirstName: users.firstName,
      senderLastName: users.lastName,
      officeName: offices.name,
      status: requests.status,
      phase: requests.phase,
      outcome: requests.outcome,
      expectedBy: requests.expectedBy,
      unread: sql<number>`(select count(*)::int from ${unreadReplies} where ${and(
        eq(unreadReplies.userId, actor.id),
        eq(unreadReplies.contributorId, actor.contributorId),
        eq(unreadReplies.requestId, requests.id),
      )})`,
    })
    .from(requests)
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .innerJoin(threadEntries, eq(threadEntries.id, requests.id))
    .where(
      and(
        visibleRequests(actor),
        ofSort('application'),
        after
          ? sql`(${requests.submittedAt}, ${requests.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(requests.submittedAt), desc(requests.id))
    .limit(pageSize + 1)
  return pageOf(rows, (row) => row.submittedAt)
}
