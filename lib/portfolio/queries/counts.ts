import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { noticeCounts, requestCounts } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { plainWords } from '@/lib/prose/words'
import { countOfMany, everyOne, type Listed } from '../first-of-many'
import { type AskedNotices, type AskedRequests, listedNotices, listedRequests } from '../listed'
import { chosenContributors } from '../policy'

/** Beyond so many rows a filtered list is not counted: to look at each of them would take longer than the list itself. */
const mostCounted = 20_000

const queryOf = (words: string | undefined) =>
  words ? sql`websearch_to_tsquery('italian', ${plainWords(words)})` : undefined

async function count(listed: Listed, query?: SQL) {
  const [counted] = await db
    .select({ n: sql<number>`n` })
    .from(sql`(${countOfMany(listed, mostCounted + 1, query)}) counted`)
  return counted!.n > mostCounted ? undefined : counted!.n
}

const isFiltered = (filters: object) => Object.values(filters).some((filter) => filter !== undefined)

/**
 * How many notices a list over all one's contributors has, all pages together. Without filters the counts kept by the
 * trigger say it; with them they are counted, and it is undefined for who has more than 20,000 to look through.
 */
export async function countAllNotices(actor: Portfolio, asked: AskedNotices, today = romeDate(new Date())) {
  const { list, sort: _, contributorId, groupId, assigneeId, ...filters } = asked
  const [held] = await db
    .select({ n: sql<number>`coalesce(sum(${noticeCounts[list]}), 0)::int` })
    .from(noticeCounts)
    .where(sql`${noticeCounts.contributorId} in (${chosenContributors(actor, { contributorId, groupId, assigneeId })})`)
  if (!isFiltered(filters)) return held!.n
  if (held!.n > mostCounted) return undefined
  return count(listedNotices(actor, asked, undefined, today), queryOf(filters.words))
}

/** The same for requests; of those seen under a partial delegation the trigger keeps no count, and they are few. */
export async function countAllRequests(actor: Portfolio, asked: AskedRequests) {
  const { contributorId, groupId, assigneeId, ...filters } = asked
  const { among, apart } = listedRequests(actor, { contributorId, groupId, assigneeId }, undefined)
  const [held] = await db
    .select({
      n: sql<number>`coalesce(sum(${requestCounts.sent}), 0)::int + (select count(*)::int from (${apart!(everyOne)}) apart)`,
    })
    .from(requestCounts)
    .where(sql`${requestCounts.contributorId} = any(${among})`)
  if (!isFiltered(filters)) return held!.n
  if (held!.n > mostCounted) return undefined
  return count(listedRequests(actor, asked, undefined), queryOf(filters.words))
}
