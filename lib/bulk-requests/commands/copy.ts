import 'server-only'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { attachmentContents, attachments, drafts } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import { draftDays } from '@/lib/drafts/schema'
import type { BulkFile } from '../queries/bulk'

/**
 * Part of the sending: what was written for many, as the draft of one, for `fileRequest` to take up in the same transaction.
 * Bytes kept in the database are copied there; a file kept outside is one for all its rows, and goes with the last.
 */
export async function copyToDraft(
  actor: ContributorSide,
  tx: Transaction,
  requestId: string,
  { content, files }: { content: Record<string, string>; files: BulkFile[] },
) {
  const { id: authorId, contributorId } = actor
  await tx.insert(drafts).values({
    id: requestId,
    kind: 'request',
    authorId,
    contributorId,
    content,
    version: 1,
    expiresAt: sql`now() + make_interval(days => ${draftDays})`,
  })
  for (const { id: original, ...file } of files) {
    const id = v7()
    await tx.insert(attachments).values({ ...file, id, contributorId, uploaderId: authorId, draftId: requestId })
    if (file.storage === 'database')
      await tx.execute(sql`
        insert into ${attachmentContents} (attachment_id, bytes)
        select ${id}::uuid, bytes from ${attachmentContents} where attachment_id = ${original}::uuid`)
  }
}
