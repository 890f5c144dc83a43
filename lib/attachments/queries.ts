import 'server-only'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { attachmentContents, attachments } from '@/db/schema'
import type { StorageDriver } from '@/db/vocabulary'
import type { ContributorSide, Officer, System } from '@/lib/auth/actor'
import { visibleAttachments } from './policy'

/** What people see of an attachment. */
const shown = { id: attachments.id, name: attachments.name, size: attachments.size, sha256: attachments.sha256 }

/** The files already kept in a draft of one's own, in the order they were chosen. */
export function listDraftAttachments(actor: ContributorSide | Officer, draftId: string) {
  return db
    .select(shown)
    .from(attachments)
    .where(and(visibleAttachments(actor), eq(attachments.draftId, draftId), isNull(attachments.entryId)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
}

/** The files of a request, each with the entry it came with. */
export function listRequestAttachments(actor: ContributorSide | Officer, requestId: string) {
  return db
    .select({ ...shown, entryId: attachments.entryId })
    .from(attachments)
    .where(and(visibleAttachments(actor), eq(attachments.requestId, requestId)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
}

/** One attachment, with where its bytes are kept. */
export async function findAttachment(actor: ContributorSide | Officer, id: string) {
  const [attachment] = await db
    .select({
      ...shown,
      mediaType: attachments.mediaType,
      storage: attachments.storage,
      storageKey: attachments.storageKey,
      contributorId: attachments.contributorId,
    })
    .from(attachments)
    .where(and(visibleAttachments(actor), eq(attachments.id, id)))
  return attachment
}

/** The bytes of an attachment kept in the database. */
export async function findContent(actor: ContributorSide | Officer, id: string) {
  const [content] = await db
    .select({ bytes: attachmentContents.bytes })
    .from(attachmentContents)
    .innerJoin(attachments, eq(attachments.id, attachmentContents.attachmentId))
    .where(and(visibleAttachments(actor), eq(attachments.id, id)))
  return content?.bytes
}

/**
 * Where the bytes of a file never sent are kept outside, if they may go with it. A text sent for many contributors has one file
 * outside for all its requests (`lib/bulk-requests/commands/copy.ts`): while one of them has it, it stays.
 */
export const ownStorageKey = sql<string | null>`case when not exists (
  select from attachments sent where sent.storage_key = attachments.storage_key and sent.entry_id is not null
) then attachments.storage_key end`

/** Files that were never sent and that no draft holds any more, of those whose bytes this portal can reach. */
export function listOrphans(_actor: System, reachable: StorageDriver[], most: number) {
  return db
    .select({ id: attachments.id, storageKey: ownStorageKey })
    .from(attachments)
    .where(and(isNull(attachments.entryId), isNull(attachments.draftId), inArray(attachments.storage, reachable)))
    .limit(most)
}
