import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { noticeReadings, notices, noticesSeen } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { visibleNotices } from '@/lib/notices/policy'
import { isAny } from '../any'
import { slicesOf } from '../slices'
import { type Acting, titlesFor } from './bulk-titles'

/** What became of one notice: read now; read before, or nothing left to read; not for a partial delegate; not theirs. */
export type ReadingOutcome = 'read' | 'already_read' | 'partial' | 'gone'

/**
 * «Apri e leggi» in bulk, after its confirmation: each notice its own legal reading, by the title under which the person acts
 * for its contributor, with the evidence that reading it alone leaves (`lib/notices/commands/reading.ts`).
 * @returns what became of each notice, by its id
 */
export async function readManyNotices(actor: Portfolio, { noticeIds }: { noticeIds: string[] }) {
  const outcomes = new Map<string, ReadingOutcome>(noticeIds.map((id) => [id, 'gone']))
  for (const ids of slicesOf(noticeIds)) {
    const found = new Map<string, ReadingOutcome>()
    await change(actor, 'notice.read', (tx) => readSlice(actor, tx, ids, found))
    for (const [id, outcome] of found) outcomes.set(id, outcome)
  }
  return outcomes
}

async function readSlice(actor: Portfolio, tx: Transaction, ids: string[], outcomes: Map<string, ReadingOutcome>) {
  // Taken in one order, so that two people who read the same notices wait for each other and no more.
  const found = await tx
    .select({ id: notices.id, contributorId: notices.contributorId, unread: notices.unread })
    .from(notices)
    .where(and(visibleNotices(actor), isAny(notices.id, ids)))
    .orderBy(asc(notices.id))
    .for('no key update')
  const parties = found.map(({ contributorId }) => contributorId)
  const titles = await titlesFor(actor, tx, parties)
  for (const { id, contributorId, unread } of found) outcomes.set(id, outcomeOf(titles.get(contributorId), unread))
  const readAt = new Date()
  const read = await tx
    .update(notices)
    .set({ firstReadAt: readAt })
    .where(
      and(
        isAny(
          notices.id,
          found.flatMap(({ id }) => (outcomes.get(id) === 'read' ? [id] : [])),
        ),
        eq(notices.unread, true),
      ),
    )
    .returning({ id: notices.id, contributorId: notices.contributorId, sha256: notices.sha256 })
  if (read.length === 0) return []
  await tx.insert(noticeReadings).values(
    read.map(({ id, contributorId }) => {
      const { title, delegation } = titles.get(contributorId)!
      const firmId = delegation?.firmId ?? null
      return { noticeId: id, contributorId, userId: actor.id, title, firmId, readAt, first: true }
    }),
  )
  await tx
    .insert(noticesSeen)
    .values(read.map(({ id }) => ({ userId: actor.id, noticeId: id })))
    .onConflictDoNothing()
  return read.map(({ id, contributorId, sha256 }) => ({ id, details: { sha256 }, as: titles.get(contributorId)! }))
}

function outcomeOf(acting: Acting | undefined, unread: boolean): ReadingOutcome {
  if (!acting) return 'gone'
  if (rightsOf[acting.title].partial) return 'partial'
  return unread ? 'read' : 'already_read'
}
