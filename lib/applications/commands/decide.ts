import 'server-only'
import { and, eq } from 'drizzle-orm'
import { provisions } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { findDraft } from '@/lib/drafts/queries'
import { listRates } from '@/lib/rates/queries'
import { Invalid, Refusal } from '@/lib/refusal'
import { hasOwnEntry } from '@/lib/requests/queries/detail'
import { grantedFigures, readGrant, reviewDecision } from '../decision'
import { stale } from '../stale'
import { dropProposal } from './proposals'
import { holdApplication, numberOf, provide } from './provide'
import { proposeRefusal } from './refuse'

type Grant = {
  /** Made with the form: the id of the entry that announces the decision. Decided twice, it is once. */
  draftId: string
  requestId: string
  outcome: 'granted' | 'partly_granted'
  /** Reasons in fact and in law (L. 241/1990 art. 3). */
  facts: string
  law: string
  /** What was answered to the questions of the decision, by field. */
  typed: Record<string, string>
}

/**
 * «Accogli», whole or in part: the reasoned provision, numbered and hashed, with its files, and what the kind changes
 * elsewhere, in one transaction. A refusal that had been proposed is dropped.
 * @throws Invalid with the mistakes of the decision's own questions; Refusal('conflict') when it cannot be decided now
 */
export async function grantApplication(actor: Officer, { typed, ...grant }: Grant) {
  const rates = await listRates(actor)
  const decided = await change(actor, 'application.decided', async (tx) => {
    const standing = await holdApplication(actor, tx, grant.requestId)
    if (await wasDecided(tx, grant)) return undefined
    if (!standing) throw new Refusal('conflict', stale)
    const { kind, application, request } = standing
    const answered = readGrant(kind, grant.outcome, typed)
    if (answered && 'errors' in answered) throw new Invalid(answered.errors)
    await dropProposal(actor, tx, request.id)
    const submittedOn = romeDate(request.submittedAt)
    const provision = numberOf(actor, tx, request.officeCode)
    const effected = await kind.effect?.(actor, tx, {
      requestId: request.id,
      contributorId: application.contributorId,
      noticeId: application.noticeId,
      protocollo: request.protocollo,
      outcome: grant.outcome,
      answers: application.answers,
      decided: answered?.answers,
      rates,
      submittedOn,
      provision,
    })
    const { words, also } = Array.isArray(effected) || !effected ? { words: effected ?? [], also: [] } : effected
    const figures = grantedFigures(kind, application.answers, answered?.answers, rates, submittedOn)
    const decision = { ...grant, decided: answered?.section, figures, effects: words }
    return { ...(await provide(actor, tx, standing, decision, provision)), also }
  })
  return decided ?? { id: grant.requestId }
}

/** The second of a double click; another decision under the same id is refused by the state of the istanza. */
async function wasDecided(tx: Transaction, { draftId, requestId }: { draftId: string; requestId: string }) {
  const [done] = await tx
    .select({ entryId: provisions.entryId })
    .from(provisions)
    .where(and(eq(provisions.entryId, draftId), eq(provisions.requestId, requestId)))
  return done !== undefined
}

/**
 * The last button of «Decidi»: what was written in the draft, and looked at again, becomes the decision or, when it is a
 * refusal, a proposal for a colleague. Pressed twice, it is once.
 * @param version of the draft, as it was looked at
 * @throws Refusal when the draft is not there, changed since, or has something wrong
 */
export async function settleDecision(
  actor: Officer,
  { draftId, requestId, version }: { draftId: string; requestId: string; version: number },
) {
  const draft = await findDraft(actor, draftId)
  if (!draft || draft.requestId !== requestId || draft.content.act !== 'decide') {
    if (await hasOwnEntry(actor, draftId, requestId)) return { id: requestId }
    throw new Refusal('not-found', 'Questa bozza non c’è più: torna all’istanza e premi «Decidi».')
  }
  if (draft.version !== version)
    throw new Refusal('conflict', 'La bozza è cambiata mentre la guardavi: ricarica la pagina e controllala di nuovo.')
  const review = await reviewDecision(actor, requestId, draft.content)
  if (!review) throw new Refusal('not-found', 'Questa istanza non c’è più.')
  if ('errors' in review)
    throw new Refusal('conflict', 'Nella decisione c’è qualcosa da completare: torna indietro, la bozza è salva.')
  const { outcome, facts, law } = review
  if (outcome === 'not_granted') await proposeRefusal(actor, { draftId, requestId, facts, law })
  else await grantApplication(actor, { draftId, requestId, outcome, facts, law, typed: draft.content })
  return { id: requestId }
}
