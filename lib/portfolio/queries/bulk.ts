import 'server-only'
import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { accesses, contributors, notices, offices, requests } from '@/db/schema'
import type { AccessTitle } from '@/db/vocabulary'
import type { Portfolio } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { openAccesses } from '@/lib/contributors/policy'
import { readFilters as readNoticeFilters, toFilters as toNoticeFilters } from '@/lib/notices/filters'
import { visibleNotices } from '@/lib/notices/policy'
import { plainWords } from '@/lib/prose/words'
import { readFilters as readRequestFilters, toFilters as toRequestFilters } from '@/lib/requests/filters'
import { isAny } from '../any'
import type { ChosenList } from '../choice'
import { readNarrowing, toNarrowing } from '../filters'
import { allOfMany, everyOne, wordsAmongAll } from '../first-of-many'
import { listedNotices, listedRequests } from '../listed'
import { isPartial } from '../policy'

/** «Tutte»: the ids of every row of a list that its filters choose, in the list's own order. @param filters as in its address */
export async function idsMatching(actor: Portfolio, list: ChosenList, filters: Record<string, string>) {
  const narrowing = toNarrowing(readNarrowing(filters))
  const asked =
    list === 'requests'
      ? { ...toRequestFilters(readRequestFilters(filters)), ...narrowing }
      : { ...toNoticeFilters(readNoticeFilters(filters)), ...narrowing, list }
  const listed =
    'list' in asked
      ? listedNotices(actor, asked, undefined, romeDate(new Date()))
      : listedRequests(actor, asked, undefined)
  const found = asked.words
    ? wordsAmongAll(listed, sql`websearch_to_tsquery('italian', ${plainWords(asked.words)})`, everyOne)
    : allOfMany(listed)
  const rows = await db.select({ id: sql<string>`found.id` }).from(sql`(${found}) found`)
  return rows.map(({ id }) => id)
}

/** The title by which the person acts for the contributor of a row. */
const ownTitle = (actor: Portfolio) =>
  sql<AccessTitle>`(select ${accesses.title} from ${accesses} where ${and(openAccesses(actor), eq(accesses.contributorId, contributors.id))} order by ${accesses.title} limit 1)`

/** What «Apri e leggi» would do with these notices, by contributor: how many readings, how many read before, and by which title. */
export function listReadingsToCome(actor: Portfolio, noticeIds: string[]) {
  return db
    .select({
      contributorId: contributors.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      title: ownTitle(actor),
      unreadIds: sql<string[]>`coalesce(array_agg(${notices.id}) filter (where ${notices.unread}), '{}')`,
      read: sql<number>`(count(*) filter (where not ${notices.unread}))::int`,
    })
    .from(notices)
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .where(and(visibleNotices(actor), isAny(notices.id, noticeIds)))
    .groupBy(contributors.id)
    .orderBy(asc(contributors.denomination), asc(contributors.id))
}

/** Chosen notices as a file or a result names them; amounts where the contributor's own list would say them. */
export function listChosenNotices(actor: Portfolio, noticeIds: string[]) {
  const open = sql`not ${notices.unread} and not ${isPartial(actor, sql`${notices.contributorId}`)}`
  const amount = (column: SQL) => sql<number | null>`case when ${open} then ${column} end`.mapWith(Number)
  return db
    .select({
      id: notices.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      protocollo: notices.protocollo,
      kind: notices.kind,
      year: notices.year,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      officeName: offices.name,
      publishedAt: notices.publishedAt,
      dueBy: notices.dueBy,
      status: notices.status,
      contributionsCents: amount(sql`${notices.contributionsCents}`),
      sanctionsCents: amount(sql`${notices.sanctionsCents}`),
    })
    .from(notices)
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .innerJoin(offices, eq(offices.code, notices.officeCode))
    .where(and(visibleNotices(actor), isAny(notices.id, noticeIds)))
    .orderBy(asc(contributors.denomination), asc(notices.id))
}

/** Under a partial delegation one sees what was sent under it, and nothing else (domain.md §3.9). */
const visibleRequests = (actor: Portfolio) =>
  sql`exists (select from ${accesses} where ${and(
    openAccesses(actor),
    eq(accesses.contributorId, requests.contributorId),
    or(
      sql`not ${isPartial(actor, sql`${requests.contributorId}`)}`,
      sql`exists (select from ${accesses} same where same.delegation_id = ${accesses.delegationId} and same.user_id = ${requests.submittedBy})`,
    ),
  )})`

/** Chosen requests as a file names them. */
export function listChosenRequests(actor: Portfolio, requestIds: string[]) {
  return db
    .select({
      id: requests.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      protocollo: requests.protocollo,
      submittedAt: requests.submittedAt,
      areaLabel: requests.areaLabel,
      topicLabel: requests.topicLabel,
      officeName: offices.name,
      phase: requests.phase,
      expectedBy: requests.expectedBy,
    })
    .from(requests)
    .innerJoin(contributors, eq(contributors.id, requests.contributorId))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .where(and(visibleRequests(actor), isAny(requests.id, requestIds)))
    .orderBy(asc(contributors.denomination), asc(requests.id))
}
