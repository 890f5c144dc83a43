import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { attachmentContents, attachments, drafts } from '@/db/schema'
import type { DraftKind } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { draftForAttachment, filesChanged } from '@/lib/drafts/commands'
import { visibleDrafts } from '@/lib/drafts/policy'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/refusal'
import { visibleAttachments } from './policy'
import { listDraftAttachments, ownStorageKey } from './queries'
import type { Kept } from './storage'

type Into = { id: string; kind: DraftKind; requestId: string | undefined }
type Inspected = { id: string; name: string; mediaType: string; size: number; sha256: string; kept: Kept }

/**
 * Hangs a file, already inspected and scanned, on a draft of one's own. With the database driver its bytes are written
 * here, in the same transaction.
 * @param again a second try of an upload whose answer was lost: the same file under the same name is then the first one
 * @throws Refusal when the draft is full or holds the same file already
 */
export async function keepAttachment(
  actor: ContributorSide | Officer,
  into: Into,
  { kept, ...file }: Inspected,
  again = false,
) {
  if (again) {
    const arrived = (await listDraftAttachments(actor, into.id)).find(
      ({ sha256, name }) => sha256 === file.sha256 && name === file.name,
    )
    if (arrived) return arrived
  }
  return change(actor, 'attachment.kept', async (tx) => {
    const draft = await draftForAttachment(actor, tx, into)
    const present = await tx
      .select({ name: attachments.name, sha256: attachments.sha256 })
      .from(attachments)
      .where(and(eq(attachments.draftId, draft.id), isNull(attachments.entryId)))
    const twin = present.find(({ sha256 }) => sha256 === file.sha256)
    if (twin) throw new Refusal('conflict', `«${file.name}» è identico a «${twin.name}», che hai già allegato.`)
    if (present.length >= env.ATTACHMENT_MAX_FILES)
      throw new Refusal(
        'conflict',
        `Puoi allegare al massimo ${env.ATTACHMENT_MAX_FILES} file: «${file.name}» non è stato aggiunto. Togline uno, oppure invialo dopo con un messaggio.`,
      )
    await tx.insert(attachments).values({
      ...file,
      draftId: draft.id,
      contributorId: draft.contributorId,
      uploaderId: actor.id,
      storage: kept.driver,
      storageKey: kept.driver === 'database' ? null : kept.key,
    })
    if (kept.driver === 'database')
      await tx.insert(attachmentContents).values({ attachmentId: file.id, bytes: kept.bytes })
    return { ...file, contributorId: draft.contributorId }
  })
}

/** Files of a draft that one may send: one's own, or left behind by somebody else. */
const ofOwnDraft = (actor: ContributorSide | Officer) =>
  sql`${attachments.draftId} in (select ${drafts.id} from ${drafts} where ${visibleDrafts(actor)})`

/** Takes a file off a draft of one's own. Gives where its bytes are, for whoever keeps them outside the database. */
export function removeAttachment(actor: ContributorSide | Officer, id: string) {
  return change(actor, 'attachment.removed', async (tx) => {
    const [removed] = await tx
      .delete(attachments)
      .where(and(eq(attachments.id, id), isNull(attachments.entryId), ofOwnDraft(actor)))
      .returning({
        id: attachments.id,
        contributorId: attachments.contributorId,
        draftId: attachments.draftId,
        storageKey: ownStorageKey,
      })
    if (!removed) throw new Refusal('not-found', 'Questo allegato non c’è più.')
    const { draftId, ...file } = removed
    if (draftId) await filesChanged(actor, tx, draftId)
    return file
  })
}

/** Part of another command's change: the files of a draft become those of the entry it was sent as. */
export async function claimAttachments(
  actor: ContributorSide | Officer,
  tx: Transaction,
  { draftId, ...sent }: { draftId: string; contributorId: string; requestId: string; entryId: string },
) {
  return tx
    .update(attachments)
    .set({ requestId: sent.requestId, entryId: sent.entryId, draftId: null })
    .where(
      and(
        eq(attachments.draftId, draftId),
        eq(attachments.contributorId, sent.contributorId),
        ofOwnDraft(actor),
        isNull(attachments.entryId),
      ),
    )
    .returning({ name: attachments.name, size: attachments.size, sha256: attachments.sha256 })
}

/** Leaves a trace of who took a copy of a file, and when. Of a file they may not see nobody took a copy. */
export function recordDownload(actor: ContributorSide | Officer, { id }: { id: string }) {
  return change(actor, 'attachment.downloaded', async (tx) => {
    const [attachment] = await tx
      .select({ id: attachments.id, contributorId: attachments.contributorId })
      .from(attachments)
      .where(and(visibleAttachments(actor), eq(attachments.id, id)))
    return attachment
  })
}
