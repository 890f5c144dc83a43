import 'server-only'
import { and, inArray, isNull, lt, sql } from 'drizzle-orm'
import { attachments, drafts, limits, sessions } from '@/db/schema'
import { listOrphans } from '@/lib/attachments/queries'
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

/**
 * Files no draft holds any more, some at a time. Outside copies go first, before any transaction: what fails leaves the row,
 * to be tried again in an hour.
 */
async function sweepAttachments(actor: System) {
  const orphans = await listOrphans(actor, [...new Set(['database' as const, portalStorage.driver])], batch)
  for (const { storageKey } of orphans) if (storageKey) await portalStorage.discard(storageKey)
  if (orphans.length === 0) return
  await change(actor, 'attachments.swept', async (tx) => {
    const ids = orphans.map(({ id }) => id)
    const swept = await tx
      .delete(attachments)
      .where(and(inArray(attachments.id, ids), isNull(attachments.entryId), isNull(attachments.draftId)))
      .returning({ id: attachments.id })
    return swept.length > 0 ? { id: many, details: { attachments: swept.length } } : undefined
  })
}
