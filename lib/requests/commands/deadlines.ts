import 'server-only'
import { and, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { requests, threadEntries } from '@/db/schema'
import type { System } from '@/lib/auth/actor'
import { addWorkingDays, romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { closureNoticeWorkingDays, transitions } from '../status'
import { markUnread } from '../unread'

type Term = {
  act: 'announce_closure' | 'close_for_missing_documents'
  due: SQL
  text: string
  columns: Partial<typeof requests.$inferInsert>
}

/**
 * Keeps the portal's own terms (domain.md §7.2): documents not sent by their day are asked for once more, with notice;
 * five working days later the request is closed, and may be reopened. Each request is a change of its own: one that
 * fails holds back no other.
 */
export async function checkDeadlines(actor: System) {
  const now = new Date()
  const today = romeDate(now)
  const lastDay = addWorkingDays(today, closureNoticeWorkingDays)
  await keepTerm(actor, {
    act: 'announce_closure',
    due: and(isNull(requests.closureNoticeEndsOn), lt(requests.documentsDueBy, today))!,
    text: `I documenti chiesti non sono ancora arrivati. Se non arrivano entro altri ${closureNoticeWorkingDays} giorni lavorativi, la richiesta sarà chiusa per mancata integrazione. Potrai comunque riaprirla.`,
    columns: { closureNoticeEndsOn: lastDay },
  })
  await keepTerm(actor, {
    act: 'close_for_missing_documents',
    due: and(isNotNull(requests.closureNoticeEndsOn), lt(requests.closureNoticeEndsOn, today))!,
    text: 'La richiesta è stata chiusa perché i documenti chiesti non sono arrivati. Puoi riaprirla entro 60 giorni, allegando i documenti.',
    columns: { outcome: 'documents_missing', closedAt: now },
  })
}

async function keepTerm(actor: System, term: Term) {
  for (;;) {
    const kept = await change(actor, transitions[term.act].change, (tx) => keepNext(tx, term))
    if (!kept) return
  }
}

async function keepNext(tx: Transaction, { act, due, text, columns }: Term) {
  const [request] = await tx
    .select({
      id: requests.id,
      contributorId: requests.contributorId,
      officeCode: requests.officeCode,
      unitCode: requests.unitCode,
    })
    .from(requests)
    .where(and(eq(requests.status, 'awaiting_documents'), due))
    .limit(1)
    .for('update', { skipLocked: true })
  if (!request) return undefined
  const rule = transitions[act]
  const entryId = v7()
  await tx
    .update(requests)
    .set({ ...columns, ...('to' in rule && { status: rule.to }), updatedAt: sql`now()` })
    .where(eq(requests.id, request.id))
  await tx.insert(threadEntries).values({
    id: entryId,
    requestId: request.id,
    contributorId: request.contributorId,
    act,
    side: 'system',
    officeCode: request.officeCode,
    unitCode: request.unitCode,
    text,
    outcome: columns.outcome ?? null,
    createdAt: new Date(),
  })
  await markUnread(tx, request, entryId)
  return { id: request.id, entryId, contributorId: request.contributorId }
}
