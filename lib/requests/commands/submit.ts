import 'server-only'
import { and, eq } from 'drizzle-orm'
import { drafts, requests } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { addWorkingDays } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { visibleDrafts } from '@/lib/drafts/policy'
import { findDraft } from '@/lib/drafts/queries'
import { env } from '@/lib/env'
import { spend } from '@/lib/limits/count'
import { holdNotice, recordAnswer } from '@/lib/notices/commands/contributor'
import { Refusal } from '@/lib/refusal'
import { type Checked, checkRequest, searchableText } from '../check'
import { visibleRequests } from '../policy'
import { answerWorkingDays } from '../status'
import { file } from './file'
import { holdWorkers } from './workers'

/**
 * «Invia»: the draft becomes a request, in one transaction with its attachments, protocol, receipt, trace and promised
 * messages. A hundred identical posts are one request: the draft is locked, and gone once it was sent. When it answers a
 * notice, that is recorded too; a notice that can no longer be answered refuses the whole, and the draft stays.
 * @returns the id of the request, which is that of the draft
 * @throws Invalid when the draft is not complete (any more); Refusal when it is not there or too many were sent
 */
export async function submitRequest(actor: ContributorSide, { draftId }: { draftId: string }) {
  const draft = await findDraft(actor, draftId)
  // Read before the transaction: inside it every connection of the pool may be waiting for this very draft.
  const checked = draft && (await checkRequest(actor, draft.content))
  const sent = await change(actor, 'request.submitted', async (tx) => {
    const [locked] = await tx
      .select({ version: drafts.version })
      .from(drafts)
      .where(and(visibleDrafts(actor), eq(drafts.id, draftId), eq(drafts.kind, 'request')))
      .for('update')
    if (!locked || !checked) {
      if (await wasSent(actor, tx, draftId)) return undefined
      throw new Refusal('not-found', 'Questa bozza non c’è più: forse è stata eliminata.')
    }
    if (locked.version !== draft.version)
      throw new Refusal(
        'conflict',
        'La bozza è cambiata in un’altra scheda: ricarica la pagina e controllala di nuovo.',
      )
    const { noticeId } = checked.typed
    if (noticeId) await holdNotice(actor, tx, noticeId)
    await holdWorkers(actor, tx, checked.workers)
    await spendRequest(actor, tx)
    await fileRequest(actor, tx, draftId, checked)
    if (noticeId) await recordAnswer(actor, tx, { noticeId, requestId: draftId })
    return { id: draftId, entryId: draftId, ...(noticeId && { details: { noticeId } }) }
  })
  return sent ?? { id: draftId }
}

/** Whether a draft was already sent under its id. */
export async function wasSent(actor: ContributorSide, tx: Transaction, id: string) {
  const [request] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(visibleRequests(actor), eq(requests.id, id)))
  return request !== undefined
}

/** Said past a limit. */
export const tooManyRequests = 'Hai inviato molte richieste in poco tempo: riprova più tardi. La bozza è salva.'

/** Counts one request more among those of the person and of the contributor. */
export async function spendRequest(actor: ContributorSide, tx: Transaction) {
  await spend(tx, pseudonym('requests', actor.id), env.LIMIT_REQUESTS_PER_PERSON, tooManyRequests)
  await spendOfContributor(actor, tx)
}

/** Counts one request more among those of the contributor. */
export const spendOfContributor = (actor: ContributorSide, tx: Transaction) =>
  spend(
    tx,
    pseudonym('requests-of-contributor', actor.contributorId),
    env.LIMIT_REQUESTS_PER_CONTRIBUTOR,
    tooManyRequests,
  )

/** Part of a sending: the draft of that id, judged, becomes the request of that id with its entry, files and receipt. */
export const fileRequest = (
  actor: ContributorSide,
  tx: Transaction,
  id: string,
  { typed, topic, facts, workers }: Checked,
) =>
  file(actor, tx, id, {
    unitCode: topic.unitCode,
    subject: {
      applicationKind: null,
      topicCode: topic.code,
      areaCode: topic.areaCode,
      areaLabel: topic.areaLabel,
      topicLabel: topic.label,
      facts,
    },
    reach: typed,
    workers,
    text: typed.text,
    expectedBy: (today, patronDay) => addWorkingDays(today, answerWorkingDays, patronDay),
    wordsOf: (protocollo) => searchableText({ protocollo, topic, facts, text: typed.text }),
  })
