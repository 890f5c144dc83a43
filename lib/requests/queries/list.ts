import 'server-only'
import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { offices, requests, unreadReplies, users } from '@/db/schema'
import type { RequestPhase } from '@/db/vocabulary'
import type { ContributorSide } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { plainWords } from '@/lib/prose/words'
import { ofSort, visibleRequests } from '../policy'

export type RequestFilters = {
  phase?: RequestPhase | undefined
  areaCode?: string | undefined
  /** First and last day of sending, ISO, in Rome. */
  from?: string | undefined
  to?: string | undefined
  words?: string | undefined
}

const midnight = (day: string) => sql`(${day}::date)::timestamp at time zone 'Europe/Rome'`
const midnightAfter = (day: string) => sql`(${day}::date + 1)::timestamp at time zone 'Europe/Rome'`

const chosen = ({ phase, areaCode, from, to }: RequestFilters) =>
  and(
    phase && eq(requests.phase, phase),
    areaCode ? eq(requests.areaCode, areaCode) : undefined,
    from ? gte(requests.submittedAt, midnight(from)) : undefined,
    to ? lt(requests.submittedAt, midnightAfter(to)) : undefined,
  )

const unreadBy = (actor: ContributorSide) =>
  sql<number>`(select count(*)::int from ${unreadReplies} where ${and(
    eq(unreadReplies.userId, actor.id),
    eq(unreadReplies.contributorId, actor.contributorId),
    eq(unreadReplies.requestId, requests.id),
  )})`

const lastSent = [desc(requests.submittedAt), desc(requests.id)]

/** At most one row more than a page shows, of the requests that `condition` finds. */
const firstRows = (actor: ContributorSide, condition: SQL | undefined, order: SQL[]) =>
  db
    .select({
      id: requests.id,
      protocollo: requests.protocollo,
      submittedAt: requests.submittedAt,
      areaLabel: requests.areaLabel,
      topicLabel: requests.topicLabel,
      senderFirstName: users.firstName,
      senderLastName: users.lastName,
      officeName: offices.name,
      status: requests.status,
      phase: requests.phase,
      outcome: requests.outcome,
      expectedBy: requests.expectedBy,
      reopenings: requests.reopenings,
      unread: unreadBy(actor),
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
  const condition = and(
    visibleRequests(actor),
    ofSort('request'),
    chosen(filters),
    after
      ? sql`(${requests.submittedAt}, ${requests.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
      : undefined,
  )
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
