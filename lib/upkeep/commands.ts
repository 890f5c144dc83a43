import 'server-only'
import { and, inArray, isNull, lt, sql } from 'drizzle-orm'
import { attachments, drafts, limits, sessions } from '@/db/schema'
import { portalStorage } from '@/lib/attachments/portal-storage'
import type { System } from '@/lib/auth/actor'
import { change } from '@/lib/change'

/** How many rows go at once: a sweep never holds the tables for long. */
const batch = 200
/** Nil UUID: a sweep is of many rows, not of one. */
const many = '00000000-0000-0000-0000-000000000000'

const daysAgo = (days: number) => sql`now() - make_interval(days => ${days})`

/** Clears what has had its day: drafts after thirty days, files no draft holds, counters and sessions long over. */
export async function sweep(actor: System) {
  await change(actor, 'drafts.swept', async (tx) => {
    const gone = await tx
      .delete(drafts)
      .where(lt(drafts.expiresAt, sql`now()`))
      .returning({ id: drafts.id })
    await tx.delete(limits).where(lt(limits.countedSince, daysAgo(2)))
    await tx.delete(sessions).where(lt(sessions.startedAt, daysAgo(365)))
    return gone.length > 0 ? { id: many, details: { drafts: gone.length } } : undefined
  })
  await sweepAttachments(actor)
}

/** Files that were never sent and that no draft holds any more. Outside copies go first: a failure leaves the row to try again. */
async function sweepAttachments(actor: System) {
  await change(actor, 'attachments.swept', async (tx) => {
    const orphans = await tx
      .select({ id: attachments.id, storageKey: attachments.storageKey })
      .from(attachments)
      .where(and(isNull(attachments.entryId), isNull(attachments.draftId)))
      .limit(batch)
      .for('update', { skipLocked: true })
    if (orphans.length === 0) return undefined
    for (const { storageKey } of orphans) if (storageKey) await portalStorage.discard(storageKey)
    await tx.delete(attachments).where(
      inArray(
        attachments.id,
        orphans.map(({ id }) => id),
      ),
    )
    return { id: many, details: { attachments: orphans.length } }
  })
}
