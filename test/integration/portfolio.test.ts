import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { noticeKinds, noticeStatuses, requestPhases } from '@/db/vocabulary'
import type { ContributorSide, Portfolio } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { readNotice } from '@/lib/notices/commands/reading'
import { listNotices, type NoticeList, type NoticeSort } from '@/lib/notices/queries/list'
import { parseCursor } from '@/lib/pagination'
import type { AskedNotices, AskedRequests } from '@/lib/portfolio/listed'
import { keepFavourite } from '@/lib/portfolio/commands/favourites'
import { parseDashboardCursor } from '@/lib/portfolio/cursor'
import { dashboardSorts } from '@/lib/portfolio/filters'
import { listChoices, listFavourites, listRecent } from '@/lib/portfolio/queries/contributors'
import { countAllNotices, countAllRequests } from '@/lib/portfolio/queries/counts'
import { type Counts, type DashboardRow, listDashboard, listDashboardPiece } from '@/lib/portfolio/queries/dashboard'
import { listAllNotices } from '@/lib/portfolio/queries/notices'
import { listAllRequests } from '@/lib/portfolio/queries/requests'
import { findTotals } from '@/lib/portfolio/queries/totals'
import { rememberVisit } from '@/lib/portfolio/visit'
import { withdrawRequest } from '@/lib/requests/commands/contributor'
import { closeRequest, replyToRequest, requestDocuments, takeUpRequest } from '@/lib/requests/commands/officer'
import { listRequests } from '@/lib/requests/queries/list'
import {
  aContributor,
  aRequest,
  aUser,
  contributorSide,
  execute,
  grantAccess,
  newCodiceFiscale,
  officer,
  rows,
  words,
  workingDay,
} from '../factories'
import { aPublishedNotice } from '../notice-factories'
import { actingFor, aDelegation, aFirm, aGroup, endDelegation, portfolio, subdelegate } from '../portfolio-factories'

const today = romeDate(new Date())

/** Somebody with a full delegation on three, a partial one on two, one of their own; and what is no longer, not yet or never theirs. */
async function anIntermediary() {
  const firm = await aFirm({ collaborators: 1 })
  const { holder } = firm
  const own = await contributorSide({ userId: holder.id })
  const total = [await aDelegation({ firm }), await aDelegation({ firm }), await aDelegation({ firm })]
  const partial = [
    await aDelegation({ firm, workers: [newCodiceFiscale()] }),
    await aDelegation({ delegate: holder, workers: [newCodiceFiscale()] }),
  ]
  await aDelegation({ firm, contributorId: total[0]!.contributorId, workers: [newCodiceFiscale()] })
  const others = [
    await aDelegation({ firm, startsOn: '2020-01-01', endsOn: '2020-12-31' }),
    await aDelegation({ firm, startsOn: '2099-01-01' }),
    await aDelegation(),
  ]
  const groupId = await aGroup(firm.id, [total[1]!.contributorId, partial[0]!.contributorId, others[2]!.contributorId])
  const idOf = ({ contributorId }: { contributorId: string }) => contributorId
  return {
    firm,
    actor: portfolio(holder.id, { id: firm.id, role: 'holder' }),
    mine: [own, ...total, ...partial].map(idOf),
    others: others.map(idOf),
    grouped: [total[1]!.contributorId, partial[0]!.contributorId],
    partial: partial.map(idOf),
    delegations: total,
    groupId,
  }
}
type Intermediary = Awaited<ReturnType<typeof anIntermediary>>

async function loadNotices({ actor, mine, others }: Intermediary) {
  const parties = [...mine, ...others]
  for (let n = 0; n < 160; n++) {
    const contributorId = parties[n % parties.length]!
    const { id } = await aPublishedNotice({
      contributorId,
      externalNumber: `TUTTI-${n}`,
      kind: noticeKinds[n % 5]!,
      year: 2022 + (n % 3),
      dueBy: n % 7 === 0 ? null : addDays(today, ((n >> 2) % 60) - 20),
      // some of this month, some of this year, some of years ago; in groups, so that ties fall across pages
      now: new Date(Date.now() - Math.floor(n / 6) ** 2 * 3 * 86_400_000 - 3_600_000),
    })
    if (n % 4 < 2 && mine.includes(contributorId)) {
      const side = await actingFor(actor.id, contributorId)
      await readNotice(side, { noticeId: id })
    }
    if (n % 5 === 0)
      await execute(
        sql`update notices set status = ${noticeStatuses[(n / 5) % noticeStatuses.length]!}::notice_status where id = ${id}`,
      )
  }
}

async function loadRequests({ actor, mine, others }: Intermediary) {
  for (const [place, contributorId] of [...mine, ...others].entries()) {
    const side = await contributorSide({ contributorId })
    for (let n = 0; n < 8; n++) {
      const id = await aRequest(side, {
        text: n % 4 === 0 ? 'Un usufruttuario chiede.' : 'Vorrei sapere quale aliquota.',
      })
      const sentBy = n % 3 === 0 ? actor.id : side.id
      const daysAgo = (place * 8 + n) ** 2 % 1500
      await execute(
        sql`update requests set submitted_by = ${sentBy}, submitted_at = date_trunc('milliseconds', now() - make_interval(days => ${daysAgo})) where id = ${id}`,
      )
    }
  }
}

type Page<T> = { rows: T[]; next?: string | undefined }
/** All the pages of a list, one after the other, by the addresses that lead to them. */
async function walk<T>(page: (next: string | undefined) => Promise<Page<T>>) {
  const found: T[] = []
  let next: string | undefined
  do {
    const read = await page(next)
    found.push(...read.rows)
    next = read.next
  } while (next)
  return found
}

const sidesOf = async ({ actor, mine }: Intermediary, only: string[] = mine) =>
  Promise.all(only.map((id) => actingFor(actor.id, id)))

const newest = (a: { at: Date; id: string }, b: { at: Date; id: string }) =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)

/** What the lists of each contributor show, one by one, put together and in order. */
async function unionOfNotices(sides: ContributorSide[], { sort = 'published', ...asked }: AskedNotices) {
  const each = await Promise.all(
    sides.map((side) => walk((next) => listNotices(side, { ...asked, sort }, parseCursor(next), today))),
  )
  const key = ({ dueBy, id }: { dueBy: string | null; id: string }) => `${dueBy ?? '9999-12-31'} ${id}`
  return each
    .flat()
    .map((row) => ({ ...row, at: row.publishedAt }))
    .sort((a, b) => (sort === 'due' ? (key(a) < key(b) ? -1 : 1) : newest(a, b)))
}

let they: Intermediary
beforeAll(async () => {
  they = await anIntermediary()
  await loadNotices(they)
  await loadRequests(they)
}, 180_000)

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const notices = fc.record({
  list: fc.constantFrom<NoticeList>('unread', 'read'),
  sort: fc.constantFrom<NoticeSort>('published', 'due'),
  kind: some(fc.constantFrom(...noticeKinds.slice(0, 5))),
  year: some(fc.integer({ min: 2022, max: 2024 })),
  due: some(fc.constantFrom('past' as const, { withinDays: 7 }, { withinDays: 30 })),
  words: some(fc.constantFrom('CXX', 'TUTTI-7', 'omesso', 'unicorno')),
  grouped: fc.boolean(),
})

describe('the notices of all one’s contributors', () => {
  test('are those of each contributor’s own list, in order, whatever the filters', async () => {
    await fc.assert(
      fc.asyncProperty(notices, async ({ grouped, ...asked }) => {
        const found = await walk((next) =>
          listAllNotices(they.actor, { ...asked, ...(grouped && { groupId: they.groupId }) }, parseCursor(next), today),
        )
        const union = await unionOfNotices(await sidesOf(they, grouped ? they.grouped : they.mine), asked)
        expect(found.map(({ id }) => id)).toEqual(union.map(({ id }) => id))
        const counted = await countAllNotices(
          they.actor,
          { ...asked, ...(grouped && { groupId: they.groupId }) },
          today,
        )
        expect(counted).toBe(union.length)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('say of each what its own list says: the amounts and the dot', async () => {
    for (const list of ['unread', 'read'] as const) {
      const found = await walk((next) => listAllNotices(they.actor, { list }, parseCursor(next), today))
      const union = await unionOfNotices(await sidesOf(they), { list })
      const told = ({ id, contributionsCents, sanctionsCents, seen }: (typeof union | typeof found)[number]) => ({
        id,
        contributionsCents,
        sanctionsCents,
        seen,
      })
      expect(found.map(told)).toEqual(union.map(told))
    }
    const read = await walk((next) => listAllNotices(they.actor, { list: 'read' }, parseCursor(next), today))
    const ofPartial = read.filter(({ contributorId }) => they.partial.includes(contributorId))
    expect(ofPartial.every(({ contributionsCents }) => contributionsCents === null)).toBe(true)
    expect(read.some(({ contributionsCents }) => contributionsCents !== null)).toBe(true)
  })

  test('are narrowed to one contributor, and to nothing for one that is not theirs', async () => {
    const [side] = await sidesOf(they, [they.mine[1]!])
    const asked = { list: 'unread', contributorId: side!.contributorId } as const
    const found = await walk((next) => listAllNotices(they.actor, asked, parseCursor(next), today))
    expect(found.map(({ id }) => id)).toEqual((await unionOfNotices([side!], asked)).map(({ id }) => id))
    for (const contributorId of they.others)
      expect((await listAllNotices(they.actor, { list: 'unread', contributorId })).rows).toEqual([])
  })

  test('tell a colleague’s reading as the firm’s and the client’s as the client’s', async () => {
    const firm = await aFirm({ collaborators: 1 })
    const { contributorId } = await aDelegation({ firm })
    const clerk = firm.collaborators[0]!
    await subdelegate(firm, clerk.memberId)
    const client = await contributorSide({ contributorId })
    const [ours, theirs] = [await aPublishedNotice({ contributorId }), await aPublishedNotice({ contributorId })]
    await readNotice(await actingFor(clerk.id, contributorId), { noticeId: ours.id })
    await readNotice(client, { noticeId: theirs.id })
    const { rows: read } = await listAllNotices(portfolio(firm.holder.id, { id: firm.id, role: 'holder' }), {
      list: 'read',
    })
    expect(read.find(({ id }) => id === ours.id)).toMatchObject({
      firmReader: 'Anna Prova',
      firstReaderTitle: 'subdelegate',
      seen: false,
    })
    expect(read.find(({ id }) => id === theirs.id)).toMatchObject({
      firmReader: null,
      firstReaderTitle: 'legal_representative',
    })
  })
})

describe('the requests of all one’s contributors', () => {
  const asking = fc.record({
    phase: some(fc.constantFrom(...requestPhases)),
    areaCode: some(fc.constantFrom('13', '01')),
    from: some(fc.integer({ min: 0, max: 1000 }).map((days) => addDays(today, -days))),
    words: some(fc.constantFrom('usufruttuario', 'aliquota', 'unicorno')),
    grouped: fc.boolean(),
  })

  test('are those of each contributor’s own list, in order, whatever the filters', async () => {
    const union = async (sides: ContributorSide[], asked: AskedRequests) =>
      (await Promise.all(sides.map((side) => walk((next) => listRequests(side, asked, parseCursor(next))))))
        .flat()
        .map((row) => ({ ...row, at: row.submittedAt }))
        .sort(newest)
    await fc.assert(
      fc.asyncProperty(asking, async ({ grouped, ...asked }) => {
        const found = await walk((next) =>
          listAllRequests(they.actor, { ...asked, ...(grouped && { groupId: they.groupId }) }, parseCursor(next)),
        )
        const expected = await union(await sidesOf(they, grouped ? they.grouped : they.mine), asked)
        expect(found.map(({ id, unread }) => ({ id, unread }))).toEqual(
          expected.map(({ id, unread }) => ({ id, unread })),
        )
        const counted = await countAllRequests(they.actor, { ...asked, ...(grouped && { groupId: they.groupId }) })
        expect(counted).toBe(expected.length)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

/** The counts of each contributor, from nothing but the rows and the lists of each. */
async function bruteCounts(actor: Portfolio, ids: string[]): Promise<Map<string, Counts>> {
  const counted = ids.map(async (id) => {
    const side = await actingFor(actor.id, id)
    const unread = await walk((next) => listNotices(side, { list: 'unread' }, parseCursor(next), today))
    const read = await walk((next) => listNotices(side, { list: 'read' }, parseCursor(next), today))
    const within = (days: number) =>
      [...unread, ...read].filter(
        ({ dueBy, status }) =>
          dueBy && dueBy >= today && dueBy <= addDays(today, days) && (status === 'open' || status === 'in_progress'),
      ).length
    const requests = await walk((next) => listRequests(side, {}, parseCursor(next)))
    const [replies] = await rows<{ n: number }>(
      sql`select count(*)::int as n from unread_replies where user_id = ${actor.id} and contributor_id = ${id}`,
    )
    const counts: Counts = {
      unread: unread.length,
      soon: within(7),
      later: within(30),
      awaiting: requests.filter(({ status }) => status === 'awaiting_documents').length,
      replies: replies!.n,
      open: requests.filter(({ phase }) => phase !== 'closed').length,
    }
    return [id, counts] as const
  })
  return new Map(await Promise.all(counted))
}

const countsOf = ({ unread, soon, later, awaiting, replies, open }: DashboardRow): Counts => ({
  unread,
  soon,
  later,
  awaiting,
  replies,
  open,
})
const dashboard = async (actor: Portfolio, asked: Parameters<typeof listDashboard>[1] = {}, most = 2) =>
  walk((next) => listDashboard(actor, asked, parseDashboardCursor(next), { today, most }))

describe('the Cruscotto', () => {
  test('counts what each contributor’s lists show, and turns its pages by any count', async () => {
    const expected = await bruteCounts(they.actor, they.mine)
    for (const sort of dashboardSorts) {
      const found = await dashboard(they.actor, { sort })
      expect(new Map(found.map((row) => [row.id, countsOf(row)]))).toEqual(expected)
      expect(found).toHaveLength(they.mine.length)
      if (sort !== 'name')
        expect(found.map((row) => row[sort])).toEqual(found.map((row) => row[sort]).sort((a, b) => b - a))
    }
    const { rows: filed } = await listDashboardPiece(they.actor, {}, undefined, today)
    expect(filed).toEqual(await dashboard(they.actor))
    const sum = (key: keyof Counts) => [...expected.values()].reduce((total, counts) => total + counts[key], 0)
    const { totals } = await listDashboard(they.actor, {}, undefined, { today })
    expect(totals).toEqual({
      contributors: they.mine.length,
      ...{ unread: sum('unread'), soon: sum('soon'), later: sum('later') },
      ...{ awaiting: sum('awaiting'), replies: sum('replies'), open: sum('open') },
    })
    expect(await findTotals(they.actor)).toMatchObject({
      contributors: they.mine.length,
      unreadNotices: sum('unread'),
      unreadReplies: sum('replies'),
    })
  })

  test('is narrowed to a group, to a colleague’s clients and to those given to nobody', async () => {
    const { actor, firm, grouped, groupId, mine } = they
    const [clerk] = firm.collaborators
    await execute(
      sql`insert into firm_clients (firm_id, contributor_id, client_code, assignee_id) values (${firm.id}, ${mine[1]}, 'CL-7', ${clerk!.id})`,
    )
    const ids = async (asked: Parameters<typeof listDashboard>[1]) =>
      (await dashboard(actor, asked)).map(({ id }) => id)
    expect(new Set(await ids({ groupId }))).toEqual(new Set(grouped))
    expect(await ids({ assigneeId: clerk!.id })).toEqual([mine[1]])
    expect(new Set(await ids({ assigneeId: 'nobody' }))).toEqual(new Set(mine.filter((id) => id !== mine[1])))
    const [assigned] = await dashboard(actor, { assigneeId: clerk!.id })
    expect(assigned).toMatchObject({ clientCode: 'CL-7', assignee: 'Anna Prova' })
    const elsewhere = await aFirm()
    const stranger = portfolio(actor.id, { id: elsewhere.id, role: 'holder' })
    expect(await dashboard(stranger, { groupId })).toEqual([])
    expect((await dashboard(stranger)).every(({ clientCode }) => clientCode === null)).toBe(true)
  })

  test('stays exact whatever is done, in whatever order', async () => {
    const firm = await aFirm()
    const { holder } = firm
    const [one, two] = [await aDelegation({ firm }), await aDelegation({ firm })]
    const actor = portfolio(holder.id, { id: firm.id, role: 'holder' })
    const desk = await officer()
    const parties = [one.contributorId, two.contributorId]
    const acts = ['send', 'take_up', 'documents', 'reply', 'close', 'withdraw', 'publish', 'read', 'strike'] as const
    const sent: string[] = []
    const published: { id: string; contributorId: string }[] = []
    const step = async (act: (typeof acts)[number], place: number, which: number) => {
      const contributorId = parties[place]!
      const side = await actingFor(holder.id, contributorId)
      const requestId = sent[which % Math.max(1, sent.length)] ?? v7()
      const notice = published[which % Math.max(1, published.length)]
      const deeds: Record<typeof act, () => Promise<unknown>> = {
        send: async () => sent.push(await aRequest(side)),
        take_up: () => takeUpRequest(desk, { requestId }),
        documents: () => requestDocuments(desk, { ...words(requestId), dueBy: workingDay(5) }),
        reply: () => replyToRequest(desk, words(requestId)),
        close: () => closeRequest(desk, { ...words(requestId), outcome: 'granted' }),
        withdraw: () => withdrawRequest(side, { requestId }),
        publish: async () =>
          published.push({
            ...(await aPublishedNotice({ contributorId, dueBy: addDays(today, which * 4) })),
            contributorId,
          }),
        read: async () =>
          notice && readNotice(await actingFor(holder.id, notice.contributorId), { noticeId: notice.id }),
        strike: async () => notice && execute(sql`update notices set status = 'withdrawn' where id = ${notice.id}`),
      }
      // what may not be done in this order is refused, and changes nothing
      await deeds[act]().catch((error: { kind?: string }) => expect(error.kind).toBeDefined())
    }
    const steps = fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat({ max: 1 }), fc.nat({ max: 9 })), {
      minLength: 4,
      maxLength: 10,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (done) => {
        for (const [act, place, which] of done) await step(act, place, which)
        const found = await dashboard(actor)
        expect(new Map(found.map((row) => [row.id, countsOf(row)]))).toEqual(await bruteCounts(actor, parties))
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

test('a delegation that ended takes its contributor out of every list at once', async () => {
  const firm = await aFirm()
  const { id, contributorId } = await aDelegation({ firm })
  const actor = portfolio(firm.holder.id, { id: firm.id, role: 'holder' })
  await aPublishedNotice({ contributorId })
  await aRequest(await actingFor(actor.id, contributorId))
  await rememberVisit(await actingFor(actor.id, contributorId))
  await keepFavourite(actor, { contributorId, kept: true })
  const everything = async () =>
    (
      await Promise.all([
        listAllNotices(actor, { list: 'unread' }).then(({ rows: found }) => found),
        listAllRequests(actor).then(({ rows: found }) => found),
        dashboard(actor),
        listChoices(actor).then(({ rows: found }) => found),
        listFavourites(actor),
        listRecent(actor),
      ])
    ).map((found) => found.length)
  expect(await everything()).toEqual([1, 1, 1, 1, 1, 1])
  await endDelegation(id)
  expect(await everything()).toEqual([0, 0, 0, 0, 0, 0])
  await expect(keepFavourite(actor, { contributorId, kept: true })).rejects.toMatchObject({ kind: 'not-found' })
})

describe('«Operi per…»', () => {
  test('finds by words of the name, by the codice fiscale and by the firm’s own code, and by nobody else’s', async () => {
    const firm = await aFirm()
    const party = await aContributor({ denomination: 'Società Agricola PERÙ & Figli' })
    await aDelegation({ firm, contributorId: party.id })
    await aDelegation({ firm, contributorId: (await aContributor({ denomination: 'BETA S.P.A.' })).id })
    await execute(
      sql`insert into firm_clients (firm_id, contributor_id, client_code) values (${firm.id}, ${party.id}, 'K-88_%')`,
    )
    const actor = portfolio(firm.holder.id, { id: firm.id, role: 'holder' })
    const find = async (text: string, who = actor) => (await listChoices(who, { words: text })).rows.map(({ id }) => id)
    for (const text of ['figli societa', 'PERU', party.codiceFiscale, 'k-88_%', '&'])
      expect(await find(text)).toEqual([party.id])
    expect(await find('unicorno')).toEqual([])
    expect(await find('%')).toEqual([party.id])
    expect(await find('_')).toEqual([party.id])
    expect(await find('k-88', portfolio(firm.holder.id))).toEqual([])
    expect(await find('peru', portfolio((await aUser()).id))).toEqual([])
  })

  test('goes through any number of contributors, by name, each once', async () => {
    const { id } = await aUser()
    const made = []
    for (let n = 0; n < 55; n++) {
      const party = await aContributor({ denomination: `CLIENTE ${String(n % 20).padStart(2, '0')}` })
      await grantAccess(id, party.id)
      made.push(party.id)
    }
    const found = await walk((after) => listChoices(portfolio(id), after === undefined ? {} : { after }))
    expect(found).toHaveLength(55)
    expect(new Set(found.map((row) => row.id))).toEqual(new Set(made))
    expect(found.map(({ denomination }) => denomination)).toEqual(found.map(({ denomination }) => denomination).sort())
  })

  test('begins with those entered last; a visit is written once in five minutes', async () => {
    const { id } = await aUser()
    const [one, two] = [await contributorSide({ userId: id }), await contributorSide({ userId: id })]
    await rememberVisit(one)
    await rememberVisit(two)
    await rememberVisit(one)
    expect((await listRecent(portfolio(id))).map((row) => row.id)).toEqual([two.contributorId, one.contributorId])
    await execute(sql`update visits set at = at - interval '6 minutes' where contributor_id = ${one.contributorId}`)
    await rememberVisit(one)
    expect((await listRecent(portfolio(id))).map((row) => row.id)).toEqual([one.contributorId, two.contributorId])
  })

  test('keeps a favourite once, and takes it away', async () => {
    const side = await contributorSide()
    const actor = portfolio(side.id)
    const favourite = (kept: boolean) => keepFavourite(actor, { contributorId: side.contributorId, kept })
    await favourite(true)
    await favourite(true)
    expect((await listFavourites(actor)).map((row) => row.id)).toEqual([side.contributorId])
    await favourite(false)
    await favourite(false)
    expect(await listFavourites(actor)).toEqual([])
  })
})
