import 'server-only'
import { and, eq } from 'drizzle-orm'
import { applications, drafts } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { change } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { visibleDrafts } from '@/lib/drafts/policy'
import { findDraft } from '@/lib/drafts/queries'
import { holdNotice, recordAnswer } from '@/lib/notices/commands/contributor'
import { plainWords } from '@/lib/prose/words'
import { Refusal } from '@/lib/refusal'
import { file } from '@/lib/requests/commands/file'
import { spendRequest, wasSent } from '@/lib/requests/commands/submit'
import { holdWorkers } from '@/lib/requests/commands/workers'
import { type Reviewed, reviewApplication } from '../review'

/** Under which words an istanza stands among the subjects of requests. */
const area = { areaCode: 'IO', areaLabel: 'Istanze Online' }

type Submission = {
  draftId: string
  /** The version of the draft that was looked at: what somebody else changed since is not sent unseen. */
  version?: number
}

/**
 * «Invia»: the draft becomes an istanza, in one transaction with its attachments, protocol, receipt, trace and promised
 * messages. A hundred identical posts are one istanza. One that is about a notice is recorded as an answer to it.
 * @returns the id of the istanza, which is that of the draft
 * @throws Refusal when who acts may only prepare, the draft is not there, changed since it was looked at or is not complete
 */
export async function submitApplication(actor: ContributorSide, { draftId, version }: Submission) {
  if (rightsOf[actor.title].applications !== 'send')
    throw new Refusal(
      'forbidden',
      'Con il tuo titolo puoi preparare le istanze, non inviarle: chiedi di inviarla a chi può.',
    )
  const draft = await findDraft(actor, draftId)
  // Read before the transaction: inside it every connection of the pool may be waiting for this very draft.
  const reviewed = draft && (await reviewApplication(actor, draft))
  const sent = await change(actor, 'application.submitted', async (tx) => {
    const [held] = await tx
      .select({ version: drafts.version })
      .from(drafts)
      .where(and(visibleDrafts(actor), eq(drafts.id, draftId), eq(drafts.kind, 'application')))
      .for('update')
    if (!draft || !reviewed || !held) {
      if (await wasSent(actor, tx, draftId)) return undefined
      throw new Refusal('not-found', 'Questa bozza non c’è più: forse è stata eliminata.')
    }
    if (held.version !== (version ?? draft.version))
      throw new Refusal(
        'conflict',
        'La bozza è cambiata mentre la guardavi: ricarica la pagina e controllala di nuovo.',
      )
    const ready = readyToSend(reviewed)
    const { noticeId } = draft.content
    if (noticeId) await holdNotice(actor, tx, noticeId)
    await holdWorkers(actor, tx, ready.workers)
    await spendRequest(actor, tx)
    await fileApplication(actor, tx, draftId, ready, noticeId)
    if (noticeId) await recordAnswer(actor, tx, { noticeId, requestId: draftId })
    return { id: draftId, entryId: draftId, details: { kind: ready.kind.code, ...(noticeId && { noticeId }) } }
  })
  return sent ?? { id: draftId }
}

function readyToSend(reviewed: Reviewed) {
  const { closure, complete, kind } = reviewed
  if (!kind || closure)
    throw new Refusal(
      'conflict',
      'Questo tipo di istanza non si può più presentare. La bozza resta: leggi che cosa fare.',
    )
  if (!complete) throw new Refusal('conflict', 'Nell’istanza c’è qualcosa da completare: la bozza è salva.')
  return { ...reviewed, kind }
}

type Ready = ReturnType<typeof readyToSend>

async function fileApplication(
  actor: ContributorSide,
  tx: Parameters<typeof file>[1],
  id: string,
  { kind, sections, figures, answers, reach, workers, summary }: Ready,
  noticeId: string | undefined,
) {
  const { term, declaration } = kind
  await file(actor, tx, id, {
    unitCode: kind.unitCode,
    subject: { ...area, applicationKind: kind.code, topicCode: null, topicLabel: kind.label, facts: [] },
    reach,
    workers,
    text: summary,
    expectedBy: (today) => addDays(today, term.days),
    wordsOf: (protocollo) => plainWords([protocollo, area.areaLabel, kind.label, summary].join('\n')),
    application: { sections, figures, declaration, term },
  })
  await tx.insert(applications).values({
    requestId: id,
    contributorId: actor.contributorId,
    kindVersion: kind.version,
    answers,
    sections,
    figures,
    declaration,
    termDays: term.days,
    noticeId: noticeId ?? null,
  })
}
