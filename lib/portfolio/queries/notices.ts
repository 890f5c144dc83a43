import 'server-only'
import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, noticeReadings, notices, noticesSeen, offices, users } from '@/db/schema'
import type { AccessTitle } from '@/db/vocabulary'
import type { Portfolio } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { plainWords } from '@/lib/prose/words'
import { firstOfMany, wordsAmongAll, wordsAmongFirst } from '../first-of-many'
import { type AskedNotices, listedNotices, noTerm } from '../listed'
import { isPartial } from '../policy'

/** Of the readings of a notice that `which` tells apart, what the first says. */
const firstReading = <T>(which: SQL, what: SQL) =>
  sql<T | null>`(select ${what} from ${noticeReadings} reading join ${users} reader on reader.id = reading.user_id where reading.notice_id = ${notices.id} and ${which} order by reading.read_at, reading.id limit 1)`

const fullName = sql`reader.first_name || ' ' || reader.last_name`

/** What the rows of a page show, for the notices that `found` names. */
function rowsOf(actor: Portfolio, found: SQL, sort: AskedNotices['sort']) {
  const inFirm = sql`reading.firm_id = ${actor.firm?.id ?? null}::uuid`
  const shownAmount = (column: SQL) =>
    sql<
      number | null
    >`case when not ${notices.unread} and not ${isPartial(actor, sql`${notices.contributorId}`)} then ${column} end`.mapWith(
      Number,
    )
  return db
    .select({
      id: notices.id,
      contributorId: notices.contributorId,
      denomination: contributors.denomination,
      protocollo: notices.protocollo,
      kind: notices.kind,
      year: notices.year,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      officeName: offices.name,
      publishedAt: notices.publishedAt,
      dueBy: notices.dueBy,
      status: notices.status,
      contributionsCents: shownAmount(sql`${notices.contributionsCents}`),
      sanctionsCents: shownAmount(sql`${notices.sanctionsCents}`),
      seen: sql<boolean>`(select true from ${noticesSeen} where ${noticesSeen.userId} = ${actor.id} and ${noticesSeen.noticeId} = ${notices.id}) is not null`,
      firmReader: firstReading<string>(inFirm, fullName),
      firstReader: firstReading<string>(sql`reading.first`, fullName),
      firstReaderTitle: firstReading<AccessTitle>(sql`reading.first`, sql`reading.title`),
    })
    .from(sql`(${found}) found`)
    .innerJoin(notices, eq(notices.id, sql`found.id`))
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .innerJoin(offices, eq(offices.code, notices.officeCode))
    .orderBy(
      ...(sort === 'due' ? [asc(notices.dueOrder), asc(notices.id)] : [desc(notices.publishedAt), desc(notices.id)]),
    )
}

/**
 * «Comunicazioni irregolarità da leggere» or «lette» of all one's contributors, 25 at a time, in the orders of the single
 * lists (`lib/notices/queries/list.ts`). Amounts are null where the contributor's own list would not say them.
 */
export async function listAllNotices(
  actor: Portfolio,
  asked: AskedNotices,
  after?: Cursor,
  today = romeDate(new Date()),
) {
  const { sort, words } = asked
  const listed = listedNotices(actor, asked, after, today)
  const most = pageSize + 1
  const read = (found: SQL) => rowsOf(actor, found, sort)
  const query = words ? sql`websearch_to_tsquery('italian', ${plainWords(words)})` : undefined
  let rows = await read(query ? wordsAmongFirst(listed, query, most) : firstOfMany(listed, most))
  if (query && rows.length < most) rows = await read(wordsAmongAll(listed, query, most))
  return pageOf(rows, (row) => (sort === 'due' ? (row.dueBy ?? noTerm.inAddress) : row.publishedAt))
}
