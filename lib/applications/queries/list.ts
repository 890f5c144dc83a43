import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/read'
import { offices, requests, threadEntries, users } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { lastSent, sentBefore } from '@/lib/requests/conditions'
import { listedColumns, unreadRepliesOf } from '@/lib/requests/listed-columns'
import { ofSort, visibleRequests } from '@/lib/requests/policy'

/** «Istanze Online»: the contributor's istanze, the last sent first, 25 at a time. */
export async function listApplications(actor: ContributorSide, after?: Cursor) {
  const rows = await db
    .select({ ...listedColumns, summary: threadEntries.text, unread: unreadRepliesOf(actor.id) })
    .from(requests)
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .innerJoin(threadEntries, eq(threadEntries.id, requests.id))
    .where(and(visibleRequests(actor), ofSort('application'), sentBefore(after)))
    .orderBy(...lastSent)
    .limit(pageSize + 1)
  return pageOf(rows, (row) => row.submittedAt)
}
