import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { accesses, noticeCounts, unreadReplies } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { openAccesses } from '@/lib/contributors/policy'
import { chosenContributors } from '../policy'

/** How many contributors the person may act for, with the notices unread and read of them all and the replies not read yet. */
export async function findTotals(actor: Portfolio) {
  const mine = db
    .selectDistinct({ contributorId: accesses.contributorId })
    .from(accesses)
    .where(openAccesses(actor))
    .as('mine')
  const [totals] = await db
    .select({
      contributors: sql<number>`count(*)::int`,
      unreadNotices: sql<number>`coalesce(sum(${noticeCounts.unread}), 0)::int`,
      readNotices: sql<number>`coalesce(sum(${noticeCounts.read}), 0)::int`,
      unreadReplies: sql<number>`(select count(*)::int from ${unreadReplies} where ${eq(unreadReplies.userId, actor.id)} and ${unreadReplies.contributorId} in (${chosenContributors(actor)}))`,
    })
    .from(mine)
    .leftJoin(noticeCounts, eq(noticeCounts.contributorId, mine.contributorId))
  return totals!
}
