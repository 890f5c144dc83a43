import 'server-only'
import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, offices, requests, unreadReplies, users } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { plainWords } from '@/lib/prose/words'
import { firstOfMany, wordsAmongAll, wordsAmongFirst } from '../first-of-many'
import { type AskedRequests, listedRequests } from '../listed'

/** What the rows of a page show, for the requests that `found` names. */
const rowsOf = (actor: Portfolio, found: SQL) =>
  db
    .select({
      id: requests.id,
      contributorId: requests.contributorId,
      denomination: contributors.denomination,
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
      unread: sql<number>`(select count(*)::int from ${unreadReplies} where ${unreadReplies.userId} = ${actor.id} and ${unreadReplies.contributorId} = ${requests.contributorId} and ${unreadReplies.requestId} = ${requests.id})`,
    })
    .from(sql`(${found}) found`)
    .innerJoin(requests, eq(requests.id, sql`found.id`))
    .innerJoin(contributors, eq(contributors.id, requests.contributorId))
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .orderBy(desc(requests.submittedAt), desc(requests.id))

/** «Lista richieste» of all one's contributors, the last sent first, 25 at a time: of each what its own list shows. */
export async function listAllRequests(actor: Portfolio, asked: AskedRequests = {}, after?: Cursor) {
  const listed = listedRequests(actor, asked, after)
  const most = pageSize + 1
  const query = asked.words ? sql`websearch_to_tsquery('italian', ${plainWords(asked.words)})` : undefined
  let rows = await rowsOf(actor, query ? wordsAmongFirst(listed, query, most) : firstOfMany(listed, most))
  if (query && rows.length < most) rows = await rowsOf(actor, wordsAmongAll(listed, query, most))
  return pageOf(rows, (row) => row.submittedAt)
}
