import 'server-only'
import { eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, offices, requests, users } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { plainWords } from '@/lib/prose/words'
import { lastSent } from '@/lib/requests/conditions'
import { listedColumns, unreadRepliesOf } from '@/lib/requests/listed-columns'
import { firstOfMany, wordsAmongAll, wordsAmongFirst } from '../first-of-many'
import { type AskedRequests, listedRequests } from '../listed'

/** What the rows of a page show, for the requests that `found` names. */
const rowsOf = (actor: Portfolio, found: SQL) =>
  db
    .select({
      ...listedColumns,
      contributorId: requests.contributorId,
      denomination: contributors.denomination,
      unread: unreadRepliesOf(actor.id),
    })
    .from(sql`(${found}) found`)
    .innerJoin(requests, eq(requests.id, sql`found.id`))
    .innerJoin(contributors, eq(contributors.id, requests.contributorId))
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .orderBy(...lastSent)

/** «Lista richieste» of all one's contributors, the last sent first, 25 at a time: of each what its own list shows. */
export async function listAllRequests(actor: Portfolio, asked: AskedRequests = {}, after?: Cursor) {
  const listed = listedRequests(actor, asked, after)
  const most = pageSize + 1
  const query = asked.words ? sql`websearch_to_tsquery('italian', ${plainWords(asked.words)})` : undefined
  let rows = await rowsOf(actor, query ? wordsAmongFirst(listed, query, most) : firstOfMany(listed, most))
  if (query && rows.length < most) rows = await rowsOf(actor, wordsAmongAll(listed, query, most))
  return pageOf(rows, (row) => row.submittedAt)
}
