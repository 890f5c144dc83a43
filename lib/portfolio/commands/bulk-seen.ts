import 'server-only'
import { and, eq } from 'drizzle-orm'
import { notices, noticesSeen } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { visibleNotices } from '@/lib/notices/policy'
import { isAny } from '../any'
import { slicesOf } from '../slices'
import { titlesFor } from './bulk-titles'

/** What became of one dot: as asked (also when it was so already); not while nobody has read the notice; partial; not theirs. */
export type SeenOutcome = 'done' | 'unread' | 'partial' | 'gone'
type Named = { noticeIds: string[] }

/**
 * Puts out the person's own dot on notices already read for their contributor. Not «letta da me»: that says of one notice that
 * they read it, and is evidence; this is of many and says nothing to anybody, so that the record does not have it.
 */
export async function markManySeen(actor: Portfolio, { noticeIds }: Named) {
  const outcomes = new Map<string, SeenOutcome>(noticeIds.map((id) => [id, 'gone']))
  for (const ids of slicesOf(noticeIds))
    await change(actor, 'notice.marked_read', async (tx) => {
      const found = await tx
        .select({ id: notices.id, contributorId: notices.contributorId, readAt: notices.firstReadAt })
        .from(notices)
        .where(and(visibleNotices(actor), isAny(notices.id, ids)))
      const parties = found.map(({ contributorId }) => contributorId)
      const titles = await titlesFor(actor, tx, parties)
      for (const { id, contributorId, readAt } of found) {
        const acting = titles.get(contributorId)
        if (acting) outcomes.set(id, rightsOf[acting.title].partial ? 'partial' : readAt === null ? 'unread' : 'done')
      }
      const seen = found.filter(({ id }) => outcomes.get(id) === 'done')
      if (seen.length > 0)
        await tx
          .insert(noticesSeen)
          .values(seen.map(({ id }) => ({ userId: actor.id, noticeId: id })))
          .onConflictDoNothing()
      return []
    })
  return outcomes
}

/** Lights the person's own dot again. What was read stays read, for the contributor and in «Letta da». */
export async function markManyUnseen(actor: Portfolio, { noticeIds }: Named) {
  const outcomes = new Map<string, SeenOutcome>(noticeIds.map((id) => [id, 'gone']))
  for (const ids of slicesOf(noticeIds))
    await change(actor, 'notice.marked_unread', async (tx) => {
      const found = await tx
        .select({ id: notices.id })
        .from(notices)
        .where(and(visibleNotices(actor), isAny(notices.id, ids)))
      for (const { id } of found) outcomes.set(id, 'done')
      const visible = found.map(({ id }) => id)
      await tx.delete(noticesSeen).where(and(eq(noticesSeen.userId, actor.id), isAny(noticesSeen.noticeId, visible)))
      return []
    })
  return outcomes
}
