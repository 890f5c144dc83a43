import 'server-only'
import { v7 } from 'uuid'
import type { RequestAct } from '@/db/vocabulary'
import { listDraftAttachments } from '@/lib/attachments/queries'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { env } from '@/lib/env'
import { isUuid } from '@/lib/identifiers/uuid'
import { findDraft, findEntryDraft } from './queries'

/**
 * What the page of an entry («Rispondi», «Chiudi»…) begins with: the draft in its address, or the one left half-way, or
 * a new one. When `id` is not the one asked for, the page moves to the address that carries it.
 */
export async function openEntryDraft(
  actor: ContributorSide | Officer,
  { requestId, act, asked }: { requestId: string; act: RequestAct | 'note'; asked: unknown },
) {
  const id = typeof asked === 'string' && isUuid(asked) ? asked : undefined
  const draft = id ? await findDraft(actor, id) : await findEntryDraft(actor, requestId, act)
  const draftId = draft?.id ?? id ?? v7()
  return {
    id: draftId,
    version: draft?.version ?? 0,
    writer: v7(),
    savedAt: draft?.updatedAt.toISOString(),
    values: draft?.content ?? {},
    kept: draft ? await listDraftAttachments(actor, draftId) : [],
    limits: { maxFiles: env.ATTACHMENT_MAX_FILES, maxBytes: env.ATTACHMENT_MAX_BYTES },
  }
}
export type EntryDraft = Awaited<ReturnType<typeof openEntryDraft>>
