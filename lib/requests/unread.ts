import 'server-only'
import { type AnyColumn, and, eq, notInArray, or, sql } from 'drizzle-orm'
import { accesses, requests, unreadReplies } from '@/db/schema'
import { accessTitles } from '@/db/vocabulary'
import type { Transaction } from '@/lib/change'
import { inForce } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'

const partialTitles = accessTitles.filter((title) => rightsOf[title].partial)

/** Rights by which one sees what somebody sent, as `visibleRequests` says: under a partial delegation, what was sent under it. */
export const rightsOver = (submittedBy: string | AnyColumn) =>
  or(
    notInArray(accesses.title, partialTitles),
    sql`exists (select from ${accesses} same where same.delegation_id = ${accesses.delegationId} and same.user_id = ${submittedBy})`,
  )

/** A new entry of the office is unread for everyone who may see the request. */
export async function markUnread(
  tx: Transaction,
  request: { id: string; contributorId: string; submittedBy: string },
  entryId: string,
) {
  await tx
    .insert(unreadReplies)
    .select(
      tx
        .selectDistinct({
          userId: accesses.userId,
          contributorId: accesses.contributorId,
          requestId: sql`${request.id}::uuid`.as('request_id'),
          entryId: sql`${entryId}::uuid`.as('entry_id'),
          toApplication:
            sql`(select ${requests.applicationKind} is not null from ${requests} where ${requests.id} = ${request.id})`.as(
              'to_application',
            ),
        })
        .from(accesses)
        .where(and(eq(accesses.contributorId, request.contributorId), inForce(), rightsOver(request.submittedBy))),
    )
    .onConflictDoNothing()
}
