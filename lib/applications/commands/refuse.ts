import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { refusalProposals } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { stale } from '../stale'
import { dropProposal, giveBack, holdForColleague } from './proposals'
import { holdApplication, provide } from './provide'

/**
 * «Proponi di respingere»: it takes a colleague to refuse, whoever asks. What was proposed before and not answered gives way.
 * @throws Refusal('conflict') when the istanza cannot be decided now
 */
export function proposeRefusal(
  actor: Officer,
  { draftId, requestId, facts, law }: { draftId: string; requestId: string; facts: string; law: string },
) {
  return change(actor, 'application.refusal_proposed', async (tx) => {
    const held = await holdApplication(actor, tx, requestId)
    if (await findProposal(tx, requestId, draftId)) return undefined
    if (!held) throw new Refusal('conflict', stale)
    await dropProposal(actor, tx, requestId)
    await tx.insert(refusalProposals).values({ id: draftId, requestId, proposedBy: actor.id, facts, law })
    await holdForColleague(actor, tx, draftId)
    return { id: requestId, contributorId: held.application.contributorId }
  })
}

type Answer = { requestId: string; proposalId: string; answer: 'confirmed' | 'sent_back'; note: string }

/**
 * A colleague confirms a proposed refusal, which is then the decision, or sends it back with a word. Answered twice by the
 * same person in the same way, it is once.
 * @throws Refusal('forbidden') to who proposed it; Refusal('conflict') when a colleague answered first
 */
export function answerProposal(actor: Officer, { requestId, proposalId, answer, note }: Answer) {
  const name = answer === 'confirmed' ? 'application.decided' : 'application.refusal_sent_back'
  return change(actor, name, async (tx) => {
    const standing = await holdApplication(actor, tx, requestId, 'second')
    const proposal = await findProposal(tx, requestId, proposalId)
    if (!proposal) throw new Refusal('conflict', stale)
    if (proposal.answer === answer && proposal.answeredBy === actor.id) return undefined
    if (proposal.answer !== null)
      throw new Refusal('conflict', 'La proposta ha già avuto risposta: ricarica la pagina.')
    if (!standing) throw new Refusal('conflict', stale)
    if (proposal.proposedBy === actor.id)
      throw new Refusal('forbidden', 'Hai proposto tu di respingere l’istanza: deve confermarlo un collega.')
    await tx
      .update(refusalProposals)
      .set({ answer, answeredBy: actor.id, answeredAt: sql`now()`, note: note || null })
      .where(eq(refusalProposals.id, proposalId))
    if (answer === 'sent_back') {
      await giveBack(actor, tx, proposalId)
      return { id: requestId, contributorId: standing.application.contributorId }
    }
    const { facts, law, proposedBy } = proposal
    const refused = { draftId: proposalId, outcome: 'not_granted', facts, law, proposedBy } as const
    return provide(actor, tx, standing, { ...refused, figures: [], effects: [] })
  })
}

async function findProposal(tx: Transaction, requestId: string, id: string) {
  const [proposal] = await tx
    .select()
    .from(refusalProposals)
    .where(and(eq(refusalProposals.id, id), eq(refusalProposals.requestId, requestId)))
    .for('update')
  return proposal
}
