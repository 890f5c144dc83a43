import 'server-only'
import { eq } from 'drizzle-orm'
import { notes, refusalProposals, requests, threadEntries } from '@/db/schema'
import type { Transaction } from '@/lib/change'

/** Whether a request, an entry of a thread, a note or a proposed refusal was born of the draft with this id. */
export async function isSent(tx: Transaction, id: string) {
  const [sent] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(eq(requests.id, id))
    .unionAll(tx.select({ id: threadEntries.id }).from(threadEntries).where(eq(threadEntries.id, id)))
    .unionAll(tx.select({ id: notes.id }).from(notes).where(eq(notes.id, id)))
    .unionAll(tx.select({ id: refusalProposals.id }).from(refusalProposals).where(eq(refusalProposals.id, id)))
  return sent !== undefined
}
