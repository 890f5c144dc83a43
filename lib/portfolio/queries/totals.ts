import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { noticeCounts, unreadReplies } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { chosenContributors } from '../policy'

type Totals = {
  contributors: number
  unreadNotices: number
  readNotices: number
  unreadReplies: number
  unreadApplicationReplies: number
}

/**
 * How many contributors the person may act for, with the notices unread and read of them all and the replies not read yet, to
 * requests and to istanze.
 */
export async function findTotals(actor: Portfolio): Promise<Totals> {
  const [totals] = await db
    .select({
      contributors: sql<number>`contributors`,
      unreadNotices: sql<number>`unread`,
      readNotices: sql<number>`read`,
      unreadReplies: sql<number>`to_requests`,
      unreadApplicationReplies: sql<number>`to_applications`,
    })
    .from(
      sql`(
        with mine as materialized (${chosenContributors(actor)})
        select
          (select count(*)::int from mine) as contributors,
          held.*,
          replies.*
        from (
          select coalesce(sum(unread), 0)::int as unread, coalesce(sum(read), 0)::int as read
          from ${noticeCounts} where contributor_id in (select contributor_id from mine)
        ) held,
        (
          select (count(*) filter (where not to_application))::int as to_requests,
            (count(*) filter (where to_application))::int as to_applications
          from ${unreadReplies} where user_id = ${actor.id} and contributor_id in (select contributor_id from mine)
        ) replies
      ) totals`,
    )
  return totals!
}
