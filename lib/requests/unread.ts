import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { accesses, unreadReplies } from '@/db/schema'
import type { Transaction } from '@/lib/change'
import { inForce } from '@/lib/contributors/policy'

/** A new entry of the office is unread for everyone who may act for the contributor. */
export async function markUnread(tx: Transaction, request: { id: string; contributorId: string }, entryId: string) {
  await tx
    .insert(unreadReplies)
    .select(
      tx
        .selectDistinct({
          userId: accesses.userId,
          contributorId: accesses.contributorId,
          requestId: sql`${request.id}::uuid`.as('request_id'),
          entryId: sql`${entryId}::uuid`.as('entry_id'),
        })
        .from(accesses)
        .where(and(eq(accesses.contributorId, request.contributorId), inForce())),
    )
    .onConflictDoNothing()
}
