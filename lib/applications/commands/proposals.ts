import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { attachments, drafts, refusalProposals } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import { draftDays } from '@/lib/drafts/schema'

const answeredBy = (actor: ContributorSide | Officer) => ({ answeredBy: actor.id, answeredAt: sql`now()` })

/**
 * Part of another command's change: a refusal proposed for an istanza and not yet answered gives way, because the istanza
 * is no longer what was judged: documents are asked for, another office has it, it was withdrawn or decided otherwise.
 */
export async function dropProposal(actor: ContributorSide | Officer, tx: Transaction, requestId: string) {
  const [dropped] = await tx
    .update(refusalProposals)
    .set({ answer: 'dropped', ...answeredBy(actor) })
    .where(and(eq(refusalProposals.requestId, requestId), isNull(refusalProposals.answer)))
    .returning({ id: refusalProposals.id })
  if (dropped) await tx.delete(drafts).where(eq(drafts.id, dropped.id))
}

/**
 * Part of a proposal's change: its draft stays, with its files, until a colleague answers; no form finds it meanwhile.
 * It outlives the days of a draft, however long the colleague takes.
 */
export async function holdForColleague(actor: Officer, tx: Transaction, draftId: string) {
  await tx
    .update(drafts)
    .set({
      content: sql`${drafts.content} || '{"act":"proposed"}'`,
      expiresAt: sql`now() + interval '100 years'`,
    })
    .where(and(eq(drafts.id, draftId), eq(drafts.authorId, actor.id)))
}

/** Part of the change that sends a proposal back: who proposed it finds words and files in a new draft, to go on from. */
export async function giveBack(_actor: Officer, tx: Transaction, proposalId: string) {
  const [kept] = await tx.select().from(drafts).where(eq(drafts.id, proposalId)).for('update')
  if (!kept) return
  const id = v7()
  const expiresAt = sql`now() + make_interval(days => ${draftDays})`
  await tx.insert(drafts).values({ ...kept, id, content: { ...kept.content, act: 'decide' }, expiresAt })
  await tx.update(attachments).set({ draftId: id }).where(eq(attachments.draftId, proposalId))
  await tx.delete(drafts).where(eq(drafts.id, proposalId))
}
