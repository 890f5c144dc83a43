import 'server-only'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { notices, offices } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { plainWords } from '@/lib/prose/words'
import { chosenNotices, type NoticeFilters } from '../conditions'
import { visibleNotices } from '../policy'
import { seenBy } from '../seen'
import { untilRead } from '../until-read'

export type NoticeSort = 'published' | 'due'

/** The two voices of the menu. */
export type NoticeList = 'unread' | 'read'

/** Where notices without a term come in a list by term, as an address may say it and as the table says it. */
const noTerm = { inAddress: '2999-12-31', inTable: '9999-12-31' }

/** Each sort reads its own index; `whole` keeps PostgreSQL from it when words have already found the few that match. */
const orders = {
  published: {
    by: [desc(notices.publishedAt), desc(notices.id)],
    whole: [sql`${notices.publishedAt} + interval '0' desc`, desc(notices.id)],
    after: ({ value, id }: Cursor) =>
      sql`(${notices.publishedAt}, ${notices.id}) < (${value}::timestamptz, ${id}::uuid)`,
    value: (row: { publishedAt: Date; dueBy: string | null }) => row.publishedAt,
  },
  due: {
    by: [asc(notices.dueOrder), asc(notices.id)],
    whole: [sql`${notices.dueOrder} + 0`, asc(notices.id)],
    after: ({ value, id }: Cursor) =>
      sql`(${notices.dueOrder}, ${notices.id}) > (${value === noTerm.inAddress ? noTerm.inTable : value}::date, ${id}::uuid)`,
    value: (row: { publishedAt: Date; dueBy: string | null }) => row.dueBy ?? noTerm.inAddress,
  },
} satisfies Record<NoticeSort, unknown>

/** At most one row more than a page shows, of the notices that `condition` finds. */
const firstRows = (actor: ContributorSide, condition: SQL | undefined, order: SQL[]) =>
  db
    .select({
      id: notices.id,
      protocollo: notices.protocollo,
      kind: notices.kind,
      year: notices.year,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      officeName: offices.name,
      publishedAt: notices.publishedAt,
      dueBy: notices.dueBy,
      status: notices.status,
      contributionsCents: untilRead(actor, notices.contributionsCents),
      sanctionsCents: untilRead(actor, notices.sanctionsCents),
      seen: seenBy(actor),
    })
    .from(notices)
    .innerJoin(offices, eq(offices.code, notices.officeCode))
    .where(condition)
    .orderBy(...order)
    .limit(pageSize + 1)

/** How many of the first in order are looked through one by one for words, before the index of words is asked. */
const lookedThrough = 1000

/** By words, as among requests (`lib/requests/queries/list.ts`): the first in order, then the index of words. */
async function searchRows(actor: ContributorSide, condition: SQL | undefined, words: string, sort: NoticeSort) {
  const query = sql`websearch_to_tsquery('italian', ${plainWords(words)})`
  const { by, whole } = orders[sort]
  const first = db
    .select({ id: notices.id, publishedAt: notices.publishedAt, dueOrder: notices.dueOrder, search: notices.search })
    .from(notices)
    .where(condition)
    .orderBy(...by)
    .limit(lookedThrough)
    .as('first_notices')
  const found = db
    .select({ id: first.id })
    .from(first)
    .where(sql`${first.search} @@ ${query}`)
    .orderBy(...(sort === 'due' ? [asc(first.dueOrder), asc(first.id)] : [desc(first.publishedAt), desc(first.id)]))
    .limit(pageSize + 1)
  const rows = await firstRows(actor, and(visibleNotices(actor), inArray(notices.id, found)), by)
  if (rows.length > pageSize) return rows
  return firstRows(actor, and(condition, sql`${notices.search} @@ ${query}`), whole)
}

type Asked = NoticeFilters & { list: NoticeList; sort?: NoticeSort }

/**
 * «Comunicazioni irregolarità da leggere» or «lette», 25 at a time: the last published first, or the first due first with
 * those without a term at the end. What a notice asks for is not said while the contributor has not read it.
 */
export async function listNotices(
  actor: ContributorSide,
  { list, sort = 'published', ...filters }: Asked,
  after?: Cursor,
  today = romeDate(new Date()),
) {
  const order = orders[sort]
  const condition = and(
    visibleNotices(actor),
    eq(notices.unread, list === 'unread'),
    chosenNotices(filters, today),
    after && order.after(after),
  )
  const rows = filters.words
    ? await searchRows(actor, condition, filters.words, sort)
    : await firstRows(actor, condition, order.by)
  return pageOf(rows, order.value)
}
