import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { accesses, noticeCounts, requests, unreadReplies } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { openAccesses } from '@/lib/contributors/policy'
import { ofSort } from '@/lib/requests/policy'
import type { Sort } from '@/lib/requests/status'
import { chosenContributors } from '../policy'

/** Replies not read yet of all one's contributors: to plain requests, or to istanze. */
const repliesUnread = (actor: Portfolio, sort: Sort) =>
  sql<number>`(select count(*)::int from ${unreadReplies} join ${requests} on ${requests.id} = ${unreadReplies.requestId} where ${and(
    eq(unreadReplies.userId, actor.id),
    ofSort(sort),
  )} and ${unreadReplies.contributorId} in (${chosenContributors(actor)}))`

/**
 * How many contributors the person may act for, with the notices unread and read of them all and the replies not read yet, to
 * requests and to istanze.
 */
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
      unreadReplies: repliesUnread(actor, 'request'),
      unreadApplicationReplies: repliesUnread(actor, 'application'),
    })
    .from(mine)
    .leftJoin(noticeCounts, eq(noticeCounts.contributorId, mine.contributorId))
  return totals!
}
