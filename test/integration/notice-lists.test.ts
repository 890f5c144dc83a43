import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { noticeKinds, noticeStatuses } from '@/db/vocabulary'
import type { ContributorSide } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { findContributor } from '@/lib/contributors/queries'
import { readNotice } from '@/lib/notices/commands/reading'
import type { NoticeFilters } from '@/lib/notices/conditions'
import { type NoticeList, type NoticeSort, listNotices } from '@/lib/notices/queries/list'
import { parseCursor } from '@/lib/pagination'
import { contributorSide, execute, person, rows } from '../factories'
import { aPublishedNotice, sanctionsOnly } from '../notice-factories'

const today = '2026-11-26'

type Brute = {
  id: string
  kind: string
  year: number
  period_from: string
  period_to: string
  published_at: string
  due_by: string | null
  status: string
  first_read_at: string | null
}

/** Every notice of a contributor, with nothing but its columns. */
const everything = ({ contributorId }: ContributorSide) =>
  rows<Brute>(sql`
    select id, kind, year, period_from, period_to, published_at::text, due_by::text, status, first_read_at::text
    from notices where contributor_id = ${contributorId}`)

/** All the pages of a list, one after the other, by the addresses that lead to them. */
async function walk(side: ContributorSide, asked: NoticeFilters & { list: NoticeList; sort: NoticeSort }) {
  const ids: string[] = []
  let next: string | undefined
  do {
    const page = await listNotices(side, asked, parseCursor(next), today)
    ids.push(...page.rows.map(({ id }) => id))
    next = page.next
  } while (next)
  return ids
}

const waits = ({ first_read_at, status }: Brute) =>
  first_read_at === null && status !== 'withdrawn' && status !== 'corrected'

function matches(notice: Brute, { kind, year, month, due, status }: NoticeFilters) {
  const wholeYear = notice.period_to.endsWith('-00')
  const inMonth = wholeYear
    ? month?.slice(0, 4) === notice.period_to.slice(0, 4)
    : month !== undefined && notice.period_from <= month && month <= notice.period_to
  const term = notice.due_by ?? '9999-12-31'
  return (
    (kind === undefined || kind === notice.kind) &&
    (year === undefined || year === notice.year) &&
    (month === undefined || inMonth) &&
    (status === undefined || status === notice.status) &&
    (due === undefined || (due === 'past' ? term < today : today <= term && term <= addDays(today, due.withinDays)))
  )
}

const keyOf = (sort: NoticeSort) => (notice: Brute) =>
  `${sort === 'due' ? (notice.due_by ?? '9999-12-31') : notice.published_at.padEnd(30)} ${notice.id}`

function bruteForce(all: Brute[], { list, sort, ...filters }: NoticeFilters & { list: NoticeList; sort: NoticeSort }) {
  const key = keyOf(sort)
  const found = all
    .filter((notice) => waits(notice) === (list === 'unread') && matches(notice, filters))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ id }) => id)
  return sort === 'due' ? found : found.reverse()
}

let side: ContributorSide
let all: Brute[]

beforeAll(async () => {
  side = await contributorSide()
  const other = await contributorSide()
  // In groups published together and due together, so that ties fall across pages.
  for (let n = 0; n < 140; n++) {
    const { contributorId } = n % 14 === 13 ? other : side
    const [year, month] = [2022 + (n % 3), String(1 + (n % 12)).padStart(2, '0')]
    const { id } = await aPublishedNotice({
      ...(n % 9 === 0 ? sanctionsOnly(contributorId) : {}),
      contributorId,
      externalNumber: `ELAB-${n}`,
      kind: n % 9 === 0 ? 'DEB-SAN' : noticeKinds[n % noticeKinds.length]!,
      year,
      periodFrom: n % 9 === 0 ? `${year}-00` : `${year}-${month}`,
      periodTo: n % 9 === 0 ? `${year}-00` : `${year}-12`,
      dueBy: addDays(today, ((n >> 2) % 60) - 20),
      now: new Date(Date.UTC(2026, 8, 1 + (n >> 3), 9)),
    })
    if (n % 5 === 0 && contributorId === side.contributorId) await readNotice(side, { noticeId: id })
    const status = noticeStatuses[(n >> 1) % noticeStatuses.length]!
    if (n % 2 === 0) await execute(sql`update notices set status = ${status}::notice_status where id = ${id}`)
  }
  for (let n = 0; n < 40; n++)
    await aPublishedNotice({ contributorId: side.contributorId, kind: 'ANO-F24', now: new Date(Date.UTC(2026, 9, 1)) })
  all = await everything(side)
}, 120_000)

const lists = fc.constantFrom<NoticeList>('unread', 'read')
const sorts = fc.constantFrom<NoticeSort>('published', 'due')
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const filters = fc.record({
  kind: some(fc.constantFrom(...noticeKinds)),
  year: some(fc.integer({ min: 2022, max: 2025 })),
  month: some(fc.constantFrom('2022-03', '2023-07', '2024-12', '2021-01')),
  due: some(fc.constantFrom('past' as const, { withinDays: 7 }, { withinDays: 30 })),
  status: some(fc.constantFrom(...noticeStatuses)),
})

describe('the two lists', () => {
  test.each(['published', 'due'] as const)('by «%s» go to the last page in order, each notice once', async (sort) => {
    for (const list of ['unread', 'read'] as const) {
      const asked = { list, sort }
      const expected = bruteForce(all, asked)
      expect(expected.length).toBeGreaterThan(25)
      expect(await walk(side, asked)).toEqual(expected)
    }
  })

  test('under any filters show what a search through everything would, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(lists, sorts, filters, async (list, sort, narrowed) => {
        const asked = { list, sort, ...narrowed }
        expect(await walk(side, asked)).toEqual(bruteForce(all, asked))
      }),
      { numRuns: 60 },
    )
  })

  test('are as long as the counts of the menu say', async () => {
    const found = await findContributor(person(side.id), side.contributorId)
    const unread = all.filter(waits).length
    expect(found).toMatchObject({ unreadNotices: unread, readNotices: all.length - unread })
    const fresh = await contributorSide()
    expect(await findContributor(person(fresh.id), fresh.contributorId)).toMatchObject({
      unreadNotices: 0,
      readNotices: 0,
    })
  })

  test('find by words the number, the kind and the causale, in both orders', async () => {
    const one = all.find(waits)!
    const [{ number } = { number: '' }] = await rows<{ number: string }>(
      sql`select external_number as number from notices where id = ${one.id}`,
    )
    for (const sort of ['published', 'due'] as const) {
      expect(await walk(side, { list: 'unread', sort, words: number })).toEqual([one.id])
      expect(await walk(side, { list: 'unread', sort, words: 'CXX' })).toEqual(
        bruteForce(all, { list: 'unread', sort }),
      )
      expect(await walk(side, { list: 'unread', sort, words: 'unicorno' })).toEqual([])
      const unmatched = { list: 'unread', sort, words: 'versamento abbinato' } as const
      expect(new Set(await walk(side, unmatched))).toEqual(
        new Set(bruteForce(all, { list: 'unread', sort, kind: 'ANO-F24' })),
      )
    }
  })

  test('never hold what is another’s', async () => {
    const other = await contributorSide()
    for (const list of ['unread', 'read'] as const) expect(await walk(other, { list, sort: 'due' })).toEqual([])
  })

  test('tell each person what they have not seen', async () => {
    const colleague = await contributorSide({ contributorId: side.contributorId })
    const mine = (await listNotices(side, { list: 'read' })).rows.filter(({ seen }) => seen)
    const theirs = (await listNotices(colleague, { list: 'read' })).rows.filter(({ seen }) => seen)
    expect(mine.length).toBeGreaterThan(0)
    expect(theirs).toEqual([])
  })
})
