import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { drafts, requests, users } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { visibleDrafts } from '@/lib/drafts/policy'
import { draftDays } from '@/lib/drafts/schema'
import { isSent } from '@/lib/drafts/sent'
import { formatDateTime } from '@/lib/format'
import { Refusal } from '@/lib/refusal'
import { visibleRequests } from '@/lib/requests/policy'
import { stepsOf } from '../shared-steps'
import { findOpenKind, knownFor } from '../queries/kinds'
import { changesNothing, isBehind, lastSave, type LastSave, withStep } from '../saved-step'

const expiry = sql`now() + make_interval(days => ${draftDays})`

/**
 * «Comincia»: the draft of an istanza, with what the portal already knows filled in. Begun twice with one id, it is one.
 * @throws Refusal when the kind is not (any more) there, or the notice is not one's to see
 */
export async function beginApplication(
  actor: ContributorSide,
  { draftId, kind: code, noticeId }: { draftId: string; kind: string; noticeId?: string | undefined },
) {
  const kind = await findOpenKind(actor, code)
  if (!kind) throw new Refusal('not-found', 'Questo tipo di istanza non si può presentare.')
  const { content } = await knownFor(actor, kind, noticeId)
  await change(actor, 'draft.saved', async (tx) => {
    const [draft] = await tx
      .insert(drafts)
      .values({
        id: draftId,
        kind: 'application',
        applicationKind: code,
        authorId: actor.id,
        contributorId: actor.contributorId,
        content,
        version: 1,
        expiresAt: expiry,
      })
      .onConflictDoNothing()
      .returning({ id: drafts.id })
    if (!draft) await holdDraft(actor, tx, draftId)
    if (await isSent(tx, draftId)) throw alreadySent()
    return draft
  })
  return { id: draftId, firstStep: stepsOf(kind, actor)[0]!.id }
}

const alreadySent = () => new Refusal('conflict', 'Questa istanza è già stata inviata: la trovi in Istanze Online.')

type Save = {
  step: string
  version: number
  writer: string
  content: Record<string, string>
  /** The version of the kind, when the step was gone through and found right or not; without it only kept. */
  passed?: number
}

/**
 * Keeps one step of the draft of an istanza: the fields of the others stay as they are, whoever writes them meanwhile. A
 * form opened before somebody else's save of this step is told by whom, and writes over nothing.
 * @returns the new version
 * @throws Refusal('conflict') when somebody saved the step in the meantime, or when it was already sent
 */
export function saveStep(actor: ContributorSide, id: string, save: Save) {
  return change(actor, 'draft.saved', async (tx) => {
    const draft = await holdDraft(actor, tx, id)
    const last = lastSave(draft, save.step)
    // The form's own save on its way when it was posted arrives after: what was looked at in the meantime is still so.
    if (last?.writer === save.writer && changesNothing(draft, save)) {
      const { version, updatedAt, contributorId } = draft
      return { id, version, updatedAt, contributorId }
    }
    if (isBehind(save, last)) throw await changedElsewhere(tx, last)
    const [saved] = await tx
      .update(drafts)
      .set({
        content: withStep(draft, save, actor.id),
        version: sql`${drafts.version} + 1`,
        writer: save.writer,
        editorId: actor.id,
        updatedAt: sql`now()`,
        expiresAt: expiry,
      })
      .where(eq(drafts.id, id))
      .returning({ id: drafts.id, version: drafts.version, updatedAt: drafts.updatedAt })
    return { ...saved!, contributorId: actor.contributorId }
  })
}

/**
 * The draft of an istanza, locked until the transaction ends.
 * @throws Refusal when it was sent, or is not there
 */
export async function holdDraft(actor: ContributorSide, tx: Transaction, id: string) {
  const [draft] = await tx
    .select()
    .from(drafts)
    .where(and(visibleDrafts(actor), eq(drafts.id, id), eq(drafts.kind, 'application')))
    .for('update')
  if (draft) return draft
  const [sent] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(visibleRequests(actor), eq(requests.id, id)))
  if (sent) throw alreadySent()
  throw new Refusal('not-found', 'Questa bozza non c’è più: forse è stata eliminata o inviata.')
}

async function changedElsewhere(tx: Transaction, { by, at }: LastSave) {
  const [editor] = await tx
    .select({ firstName: users.firstName, lastName: users.lastName })
    .from(users)
    .where(eq(users.id, by))
  const name = editor ? `${editor.firstName} ${editor.lastName}` : 'Qualcuno'
  return new Refusal(
    'conflict',
    `${name} ha cambiato questa pagina il ${formatDateTime(at)}. Quello che hai scritto è ancora qui: apri la bozza in un’altra scheda, confronta e riporta le tue modifiche. Niente è stato sovrascritto.`,
  )
}

/** «Chiedi di inviarla»: who may not send hands the draft, with a few words, to whoever may. */
export function handOverApplication(actor: ContributorSide, { draftId, note }: { draftId: string; note: string }) {
  return change(actor, 'application.handed_over', async (tx) => {
    await holdDraft(actor, tx, draftId)
    await tx
      .update(drafts)
      .set({ handedAt: sql`now()`, handedBy: actor.id, handedNote: note || null })
      .where(eq(drafts.id, draftId))
    return { id: draftId, contributorId: actor.contributorId }
  })
}
