import 'server-only'
import type * as z from 'zod'
import { removeAttachment } from '@/lib/attachments/commands'
import { portalStorage } from '@/lib/attachments/portal-storage'
import { receiveFiles } from '@/lib/attachments/receive'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { entriesOf, errorsOf } from '@/lib/form-state'
import { Invalid, Refusal } from '@/lib/refusal'
import { hasOwnEntry } from '@/lib/requests/queries/detail'
import { saveDraft } from './commands'
import { type Composing, contentOf, contentSchemaOf, type SaveDraft } from './schema'

type Posted = Pick<Composing, 'draftId' | 'version' | 'writer' | 'files' | 'removeAttachment'> & {
  kind: SaveDraft['kind']
  requestId?: string | undefined
}

/**
 * Keeps a composing form that was posted: first the words, then the files, so that a file refused loses nothing.
 * @returns the words kept, by field
 */
export async function keepTyped(actor: ContributorSide | Officer, posted: Posted, form: FormData) {
  const { draftId, kind, requestId, version, writer } = posted
  const content = contentSchemaOf(kind).safeParse(contentOf(entriesOf(form)))
  if (!content.success) throw new Invalid(errorsOf(content.error))
  await saveDraft(actor, draftId, { kind, requestId, version, writer, content: content.data })
  await keepFiles(actor, { id: draftId, kind, requestId }, posted)
  return content.data
}

/** The files that came in a form posted without scripts, and the one that its button takes away. */
export async function keepFiles(
  actor: ContributorSide | Officer,
  into: Parameters<typeof receiveFiles>[1],
  { files, removeAttachment: removed }: Pick<Composing, 'files' | 'removeAttachment'>,
) {
  await receiveFiles(actor, into, files)
  if (!removed) return
  const { storageKey } = await removeAttachment(actor, removed)
  if (storageKey) await portalStorage.discard(storageKey)
}

/**
 * The same for an entry of a thread, judged by its own schema once it is safe.
 * @returns what to send; undefined when the button pressed was only to keep the draft, or to take a file off it
 * @throws Invalid with the mistakes of its fields
 */
export async function keepEntry<S extends z.ZodType>(
  actor: ContributorSide | Officer,
  schema: S,
  composed: Composing,
  form: FormData,
): Promise<z.output<S> | undefined> {
  if (!composed.requestId) throw new Refusal('not-found', 'Questa richiesta non c’è più.')
  // The second of a double click: what it carries is already in the thread, and the command will say so.
  if (!(await hasOwnEntry(actor, composed.draftId, composed.requestId)))
    await keepTyped(actor, { kind: 'entry', ...composed }, form)
  if (composed.saveDraft || composed.removeAttachment) return undefined
  const judged = schema.safeParse(entriesOf(form))
  if (!judged.success) throw new Invalid(errorsOf(judged.error))
  return judged.data
}
