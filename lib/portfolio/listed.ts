import { and, eq, type SQL, sql } from 'drizzle-orm'
import { accesses, notices, requests } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { chosenNotices, type NoticeFilters } from '@/lib/notices/conditions'
import type { NoticeList, NoticeSort } from '@/lib/notices/queries/list'
import type { Cursor } from '@/lib/pagination'
import { chosenRequests, type RequestFilters, sentBefore } from '@/lib/requests/conditions'
import type { Listed } from './first-of-many'
import { ofSort } from '@/lib/requests/policy'
import type { Sort } from '@/lib/requests/status'
import { allContributors, fullContributors, type Narrowing, partialDelegations } from './policy'

/** Where notices without a term come in a list by term, as an address may say it and as the table says it. */
export const noTerm = { inAddress: '2999-12-31', inTable: '9999-12-31' }

const toMoment = (after: Cursor | undefined) => (after ? sql`${after.value}::timestamptz` : sql`now()`)

/** The weeks before the page begins. */
const lately = (moment: SQL, after: Cursor | undefined) => sql`${moment} > ${toMoment(after)} - interval '45 days'`

export type AskedNotices = NoticeFilters & Narrowing & { list: NoticeList; sort?: NoticeSort | undefined }

/** @param today the day in Rome, ISO */
export function listedNotices(actor: Portfolio, asked: AskedNotices, after: Cursor | undefined, today: string): Listed {
  const filters = chosenNotices(asked, today)
  const chosen = and(eq(notices.unread, asked.list === 'unread'), filters)
  const common = {
    inIndex: filters === undefined,
    everyoneInOrder: filters === undefined,
    among: allContributors(actor, asked),
    from: sql`${notices}`,
    id: sql`${notices.id}`,
    contributorId: sql`${notices.contributorId}`,
    search: sql`${notices.search}`,
  }
  if (asked.sort === 'due') {
    const day = after && (after.value === noTerm.inAddress ? noTerm.inTable : after.value)
    return {
      ...common,
      key: sql`${notices.dueOrder}`,
      keyOfNoIndex: sql`${notices.dueOrder} + 0`,
      way: sql`asc`,
      chosen: and(chosen, after && sql`(${notices.dueOrder}, ${notices.id}) > (${day}::date, ${after.id}::uuid)`),
      near: after && day !== noTerm.inTable ? sql`${notices.dueOrder} < ${day}::date + 45` : undefined,
    }
  }
  return {
    ...common,
    key: sql`${notices.publishedAt}`,
    keyOfNoIndex: sql`${notices.publishedAt} + interval '0'`,
    way: sql`desc`,
    chosen: and(
      chosen,
      after && sql`(${notices.publishedAt}, ${notices.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`,
    ),
    near: lately(sql`${notices.publishedAt}`, after),
  }
}

export type AskedRequests = RequestFilters & Narrowing

/** All requests of the contributors over whom one has a full right; of the others those sent under one's delegation. */
export const listedRequests = (actor: Portfolio, asked: AskedRequests, after: Cursor | undefined) =>
  listedOfSort('request', actor, asked, after)

/** The same of istanze. */
export const listedApplications = (actor: Portfolio, asked: Narrowing, after: Cursor | undefined) =>
  listedOfSort('application', actor, asked, after)

function listedOfSort(sort: Sort, actor: Portfolio, asked: AskedRequests, after: Cursor | undefined): Listed {
  const chosen = and(ofSort(sort), chosenRequests(asked), sentBefore(after))
  return {
    among: fullContributors(actor, asked),
    from: sql`${requests}`,
    id: sql`${requests.id}`,
    contributorId: sql`${requests.contributorId}`,
    key: sql`${requests.submittedAt}`,
    keyOfNoIndex: sql`${requests.submittedAt} + interval '0'`,
    way: sql`desc`,
    search: sql`${requests.search}`,
    inIndex: !(asked.phase && asked.areaCode),
    everyoneInOrder: !asked.phase && !asked.areaCode,
    chosen,
    near: lately(sql`${requests.submittedAt}`, after),
    apart: (most, more) =>
      sql`select ${requests.id} as id, ${requests.submittedAt} as key from (${partialDelegations(actor, asked)}) held(contributor_id, delegation_id) join ${requests} on ${requests.contributorId} = held.contributor_id where ${and(
        sql`${requests.submittedBy} in (select ${accesses.userId} from ${accesses} where ${accesses.delegationId} = held.delegation_id)`,
        chosen,
        more,
      )} order by ${requests.submittedAt} desc, ${requests.id} desc limit ${most}`,
  }
}
