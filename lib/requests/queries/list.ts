import 'server-only'
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { offices, requests, users } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { plainWords } from '@/lib/prose/words'
import { chosenRequests, lastSent, type RequestFilters, sentBefore } from '../conditions'
import { listedColumns, unreadRepliesOf } from '../listed-columns'
import { ofSort, visibleRequests } from '../policy'

/** At most one row more than a page shows, of the requests that `condition` finds. */
const firstRows = (actor: ContributorSide, condition: SQL | undefined, order: SQL[]) =>
  db
    .select({
      ...listedColumns,
      unread: unreadRepliesOf(actor.id),
    })
    .from(requests)
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .where(condition)
    .orderBy(...order)
    .limit(pageSize + 1)

/** How many of the last sent are looked through one by one for words, before the index of words is asked. */
const lookedThrough = 1000

/**
 * The same, by words. What is often said is soon found among the last sent; the rest by the index of words, the whole of
 * it first and then in order. Left to itself PostgreSQL may look through all the requests of a large contributor for a
 * word that was last used years ago.
 */
async function searchRows(actor: ContributorSide, condition: SQL | undefined, words: string) {
  const query = sql`websearch_to_tsquery('italian', ${plainWords(words)})`
  const latest = db
    .select({ id: requests.id, submittedAt: requests.submittedAt, search: requests.search })
    .from(requests)
    .where(condition)
    .orderBy(...lastSent)
    .limit(lookedThrough)
    .as('latest')
  const found = db
    .select({ id: latest.id })
    .from(latest)
    .where(sql`${latest.search} @@ ${query}`)
    .orderBy(desc(latest.submittedAt), desc(latest.id))
    .limit(pageSize + 1)
  const rows = await firstRows(actor, and(visibleRequests(actor), inArray(requests.id, found)), lastSent)
  if (rows.length > pageSize) return rows
  const wholeFirst = [sql`${requests.submittedAt} + interval '0' desc`, desc(requests.id)]
  return firstRows(actor, and(condition, sql`${requests.search} @@ ${query}`), wholeFirst)
}

/** «Lista richieste»: the contributor's requests, the last sent first, 25 at a time. */
export async function listRequests(actor: ContributorSide, filters: RequestFilters = {}, after?: Cursor) {
  const condition = and(visibleRequests(actor), ofSort('request'), chosenRequests(filters), sentBefore(after))
  const rows = filters.words
    ? await searchRows(actor, condition, filters.words)
    : await firstRows(actor, condition, lastSent)
  return pageOf(rows, (row) => row.submittedAt)
}

/** The contacts the sender used last for this contributor, to begin the next request with. */
export async function findLastContacts(actor: ContributorSide) {
  const [last] = await db
    .select({
      email: requests.email,
      mobile: requests.mobile,
      landline: requests.landline,
      fax: requests.fax,
      notifyByEmail: requests.notifyByEmail,
      notifyBySms: requests.notifyBySms,
    })
    .from(requests)
    .where(and(visibleRequests(actor), eq(requests.submittedBy, actor.id)))
    .orderBy(desc(requests.submittedAt))
    .limit(1)
  return last
}
