import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { offices, requests, threadEntries } from '@/db/schema'
import type { System } from '@/lib/auth/actor'
import { addWorkingDays, romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { isDue, listDue, type Term } from '../queries/due'
import { closureNoticeWorkingDays, type Sort, sortOf, transitions } from '../status'
import { markUnread } from '../unread'

const words: Record<Sort, Record<Term, string>> = {
  request: {
    announce_closure: `I documenti chiesti non sono ancora arrivati. Se non arrivano entro altri ${closureNoticeWorkingDays} giorni lavorativi, la richiesta sarà chiusa per mancata integrazione. Potrai comunque riaprirla.`,
    close_for_missing_documents:
      'La richiesta è stata chiusa perché i documenti chiesti non sono arrivati. Puoi riaprirla entro 60 giorni, allegando i documenti.',
  },
  application: {
    announce_closure: `I documenti chiesti non sono ancora arrivati. Se non arrivano entro altri ${closureNoticeWorkingDays} giorni lavorativi, l’istanza sarà chiusa per mancata integrazione. Potrai comunque presentarne un’altra.`,
    close_for_missing_documents:
      'L’istanza è stata chiusa perché i documenti chiesti non sono arrivati. Puoi presentarne un’altra, allegando i documenti.',
  },
}

/**
 * Keeps the portal's own terms (domain.md §7.2): documents not sent by their day are asked for once more, with notice;
 * five working days later the request is closed, and may be reopened.
 * @throws the first failure, after every other request had its turn: each is a change of its own
 */
export async function checkDeadlines(actor: System) {
  const now = new Date()
  const failures: unknown[] = []
  for (const term of ['announce_closure', 'close_for_missing_documents'] as const)
    for (const { id } of await listDue(actor, term, romeDate(now)))
      await change(actor, transitions[term].change, (tx) => keepTerm(tx, term, id, now)).catch((failure: unknown) =>
        failures.push(failure),
      )
  if (failures.length > 0) throw failures[0]
}

async function keepTerm(tx: Transaction, term: Term, id: string, now: Date) {
  const today = romeDate(now)
  const [request] = await tx
    .select({
      id: requests.id,
      applicationKind: requests.applicationKind,
      contributorId: requests.contributorId,
      submittedBy: requests.submittedBy,
      officeCode: requests.officeCode,
      unitCode: requests.unitCode,
      patronDay: offices.patronDay,
    })
    .from(requests)
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .where(and(eq(requests.id, id), isDue(term, today)))
    .for('update', { of: requests })
  if (!request) return undefined
  const entryId = v7()
  const closing = term === 'close_for_missing_documents'
  await tx
    .update(requests)
    .set({
      ...(closing
        ? { status: 'closed' as const, outcome: 'documents_missing' as const, closedAt: now }
        : { closureNoticeEndsOn: addWorkingDays(today, closureNoticeWorkingDays, request.patronDay) }),
      updatedAt: sql`now()`,
    })
    .where(eq(requests.id, request.id))
  await tx.insert(threadEntries).values({
    id: entryId,
    requestId: request.id,
    contributorId: request.contributorId,
    act: term,
    side: 'system',
    officeCode: request.officeCode,
    unitCode: request.unitCode,
    text: words[sortOf(request)][term],
    outcome: closing ? 'documents_missing' : null,
    createdAt: new Date(),
  })
  await markUnread(tx, request, entryId)
  return { id: request.id, entryId, contributorId: request.contributorId }
}
