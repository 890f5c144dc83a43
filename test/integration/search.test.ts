import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { RequestStatus } from '@/db/vocabulary'
import { findContributor } from '@/lib/contributors/queries'
import { pageSize, parseCursor } from '@/lib/pagination'
import { markRepliesRead, sendMessage } from '@/lib/requests/commands/contributor'
import { replyToRequest, takeUpRequest, writeNote } from '@/lib/requests/commands/officer'
import { readFilters, toFilters } from '@/lib/requests/filters'
import { countQueues, listQueue } from '@/lib/requests/queries/desk'
import { type Queue, queues } from '@/lib/requests/queues'
import { findRequest, listThread } from '@/lib/requests/queries/detail'
import type { RequestFilters } from '@/lib/requests/conditions'
import { listRequests } from '@/lib/requests/queries/list'
import {
  aContributor,
  aRequest,
  aUser,
  auditOf,
  contributorSide,
  execute,
  grantAccess,
  officer,
  person,
  requestIn,
  toAnagrafica,
  words,
} from '../factories'

afterEach(() => vi.useRealTimers())
const at = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

const found = async (actor: Awaited<ReturnType<typeof contributorSide>>, filters: RequestFilters) =>
  (await listRequests(actor, filters)).rows.map(({ id }) => id)

describe('a search by words', () => {
  test.each([
    ['versamento', 'Due versamenti di marzo non risultano abbinati.'],
    ['versamenti', 'Il versamento di marzo non risulta abbinato.'],
    ['VERSAMENTO', 'Due versamenti di marzo non risultano abbinati.'],
    ['collaboratore', 'I collaboratori hanno cambiato gestione da marzo.'],
    ['versamento marzo', 'Due versamenti di marzo non risultano abbinati.'],
    ['«versamento»', 'Due versamenti di marzo non risultano abbinati.'],
    ['versamento', 'È il «versamento» di marzo, l’ultimo: “perché” non risulta?'],
    ['ultimo', 'È il «versamento» di marzo, l’ultimo: “perché” non risulta?'],
    ['citta', 'Il Comune ha cambiato nome alla CITTÀ dei collaboratori.'],
    ['città', 'Il Comune ha cambiato nome alla CITTÀ dei collaboratori.'],
    ['CITTÀ', 'Il Comune ha cambiato nome alla città dei collaboratori.'],
    ['rateizzazione or versamento', 'Due versamenti di marzo non risultano abbinati.'],
  ])('for «%s» finds «%s»', async (asked, text) => {
    const side = await contributorSide()
    const id = await aRequest(side, { text })
    await aRequest(side, { text: 'Chiedo copia delle deleghe attive per questo studio.' })
    expect(await found(side, { words: asked })).toEqual([id])
  })

  test('finds the words of the subject, of the answers, and of the replies of both sides', async () => {
    const [side, desk] = [await contributorSide(), await officer()]
    const id = await aRequest(side, {
      areaCode: '04',
      topicCode: '04.01',
      fact_f24Date: '16/04/2024',
      fact_f24Amount: '1.401,20',
      fact_f24Causale: 'CXX',
      fact_month: '03/2024',
    })
    await aRequest(side)
    await takeUpRequest(desk, { requestId: id })
    await replyToRequest(desk, words(id, 'La quietanza è finita tra i sospesi di Viterbo.'))
    await sendMessage(side, words(id, 'Grazie: aggiungo la ricevuta della tesoreria.'))
    for (const asked of ['abbinato', 'CXX', 'sospeso Viterbo', 'tesoreria'])
      expect([asked, await found(side, { words: asked })]).toEqual([asked, [id]])
  })

  test('finds a request by its protocol, in full', async () => {
    const side = await contributorSide()
    const [id] = [await aRequest(side), await aRequest(side)]
    const { protocollo } = (await findRequest(side, id))!
    for (const asked of [protocollo, protocollo.toLowerCase(), ` ${protocollo} `])
      expect(await found(side, toFilters(readFilters({ parole: asked })))).toEqual([id])
  })

  test('never finds what belongs to others, nor internal notes', async () => {
    const [side, other, desk] = [await contributorSide(), await contributorSide(), await officer()]
    const id = await aRequest(other, { text: 'Un unicorno risulta tra i collaboratori.' })
    await takeUpRequest(desk, { requestId: id })
    await writeNote(desk, { draftId: v7(), requestId: id, text: 'Questo è un ippogrifo.' })
    expect(await found(side, { words: 'unicorno' })).toEqual([])
    expect(await found(other, { words: 'unicorno' })).toEqual([id])
    expect(await found(other, { words: 'ippogrifo' })).toEqual([])
  })
})

describe('the filters of the list', () => {
  test('by status show one of the three phases', async () => {
    const [side, desk] = [await contributorSide(), await officer()]
    const ids: Partial<Record<RequestStatus, string>> = {}
    for (const status of ['submitted', 'taken_up', 'closed', 'withdrawn', 'transferred', 'reopened'] as const)
      ids[status] = await requestIn(status, { sender: side, officer: desk })
    const of = async (stato: string) => new Set(await found(side, toFilters(readFilters({ stato }))))
    expect(await of('aperta')).toEqual(new Set([ids.submitted, ids.reopened]))
    expect(await of('in-carico')).toEqual(new Set([ids.taken_up, ids.transferred]))
    expect(await of('chiusa')).toEqual(new Set([ids.closed, ids.withdrawn]))
  })

  test('by area, period and words narrow one another', async () => {
    const side = await contributorSide()
    at('2026-03-10T12:00:00+01:00')
    const march = await aRequest(side)
    const registry = await aRequest(side, toAnagrafica)
    at('2026-04-10T12:00:00+02:00')
    const april = await aRequest(side)
    vi.useRealTimers()
    expect(await found(side, {})).toEqual([april, registry, march])
    expect(await found(side, { areaCode: '13' })).toEqual([april, march])
    expect(await found(side, { areaCode: '13', to: '2026-03-31' })).toEqual([march])
    expect(await found(side, { from: '2026-04-01' })).toEqual([april])
    expect(await found(side, { words: 'aliquota', areaCode: '01' })).toEqual([registry])
    expect(await found(side, { from: '2026-04-01', to: '2026-03-01' })).toEqual([])
  })

  test.each([
    ['2026-03-28T23:30:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('by period take the day it was in Rome: %s is of %s', async (moment, day) => {
    const side = await contributorSide()
    at(moment)
    const id = await aRequest(side)
    vi.useRealTimers()
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    const previous = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
    expect(await found(side, { from: day, to: day })).toEqual([id])
    expect(await found(side, { from: next })).toEqual([])
    expect(await found(side, { to: previous })).toEqual([])
  })

  test('that are none are as if they were not there', async () => {
    const side = await contributorSide()
    const id = await aRequest(side)
    const strange = { stato: 'nessuna', area: '4', dal: '0000-01-01', al: '2026-02-30', parole: 'a\u0000b' }
    expect(await found(side, toFilters(readFilters(strange)))).toEqual([id])
    expect(await found(side, toFilters(readFilters({ stato: ['aperta', 'chiusa'], parole: ['a', 'b'] })))).toEqual([id])
  })

  test('are never a fault of the database, whatever stands in the address', async () => {
    const side = await contributorSide()
    await aRequest(side)
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('0000-00-00', '9999-12-31', '2026-02-30', '1000-01-01', '-1', '(', '" or', ':*', "' -- "),
      fc.stringMatching(/^[0-9T:.Z-]{8,32}_[0-9a-f-]{36}$/),
    )
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, async (one, other, cursor) => {
        const filters = toFilters(readFilters({ stato: one, area: other, dal: one, al: other, parole: one }))
        const { rows } = await listRequests(side, filters, parseCursor(cursor))
        expect(rows.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })
})

let offices = 0
/** So many requests of one contributor to an office of their own, each with its moment and status; and who may see them. */
async function manyRequests(given: { moment: Date; status: RequestStatus; unit: 'FC' | 'AN' }[]) {
  const officeCode = `T${String(++offices).padStart(3, '0')}`
  await execute(sql`insert into offices (code, name) values (${officeCode}, 'Prova')`)
  const side = await contributorSide({ officeCode })
  const desk = await officer({ officeCode, units: ['FC', 'AN'] })
  const made = given.map(({ moment, status, unit }) => ({ id: v7(), moment, status, unit }))
  for (const { id, moment, status, unit } of made) {
    const ended = status === 'closed' || status === 'withdrawn'
    await execute(sql`
      insert into requests (id, contributor_id, protocollo, office_code, unit_code, topic_code, area_code, area_label,
        topic_label, facts, email, notify_by_email, notify_by_sms, status, outcome, officer_id, submitted_by, submitted_at,
        expected_by, closed_at, search)
      values (${id}, ${side.contributorId}, ${id}, ${officeCode}, ${unit}, '13.01', '13', 'NORMATIVA', 'Aliquote', '[]',
        'a@b.it', false, false, ${status}, ${status === 'closed' ? 'granted' : null}, ${desk.id}, ${side.id},
        ${moment.toISOString()}, ${moment.toISOString().slice(0, 10)}, ${ended ? moment.toISOString() : null}, '')`)
  }
  return { side, desk, made }
}

type Page = { rows: { id: string }[]; next: string | undefined }
/** All the pages, one after the other, as the links of the list lead through them. */
async function walk(page: (after: ReturnType<typeof parseCursor>) => Promise<Page>) {
  const pages: string[][] = []
  for (let next: string | undefined = undefined, more = true; more; more = next !== undefined) {
    const { rows, next: following }: Page = await page(parseCursor(next))
    pages.push(rows.map(({ id }) => id))
    next = following
  }
  return pages
}

/** Few different moments for many requests: those sent together are told apart by their id alone. */
const moments = fc
  .integer({ min: 0, max: 12 })
  .map((step) => new Date(Date.UTC(2026, 0, 1) + step * 43_200_000 + (step % 3)))
const statuses: Record<Queue, RequestStatus[]> = {
  'da-prendere': ['submitted', 'transferred', 'reopened'],
  mie: ['taken_up', 'supplemented'],
  'in-attesa': ['awaiting_documents'],
  chiuse: ['closed', 'withdrawn'],
}
const population = (among: RequestStatus[]) =>
  fc.array(
    fc.record({
      moment: moments,
      status: fc.constantFrom(...among),
      unit: fc.constantFrom('FC' as const, 'AN' as const),
    }),
    { maxLength: 90 },
  )
const lengths = (total: number) =>
  Array.from({ length: Math.max(1, Math.ceil(total / pageSize)) }, (_, page) =>
    Math.min(pageSize, total - page * pageSize),
  )

describe('the pages', () => {
  test('of the list lose no request and repeat none', async () => {
    const everyStatus = Object.values(statuses).flat()
    await fc.assert(
      fc.asyncProperty(population(everyStatus), fc.nat(), async (given, chosen) => {
        const { side, made } = await manyRequests(given)
        const ordered = [...made].sort((a, b) => b.moment.getTime() - a.moment.getTime() || (a.id < b.id ? 1 : -1))
        const pages = await walk((after) => listRequests(side, {}, after))
        expect(pages.flat()).toEqual(ordered.map(({ id }) => id))
        expect(pages.map(({ length }) => length)).toEqual(lengths(made.length))

        const start = ordered[chosen % Math.max(1, ordered.length)]
        if (!start) return
        const { rows } = await listRequests(side, {}, parseCursor(`${start.moment.toISOString()}_${start.id}`))
        const after = ordered.slice(ordered.indexOf(start) + 1, ordered.indexOf(start) + 1 + pageSize)
        expect(rows.map(({ id }) => id)).toEqual(after.map(({ id }) => id))
      }),
      { numRuns: 12 },
    )
  })

  test.each(queues)('of the queue «%s» lose no request and repeat none, over both units', async (queue) => {
    const direction = queue === 'chiuse' ? -1 : 1
    const key = (moment: Date) => (queue === 'chiuse' ? moment.toISOString() : moment.toISOString().slice(0, 10))
    await fc.assert(
      fc.asyncProperty(
        population(statuses[queue]),
        population(statuses.mie),
        fc.nat(),
        async (given, noise, chosen) => {
          const { desk, made } = await manyRequests([...given, ...(queue === 'mie' ? [] : noise.slice(0, 5))])
          const ordered = made
            .filter(({ status }) => statuses[queue].includes(status))
            .sort((a, b) => direction * (key(a.moment).localeCompare(key(b.moment)) || (a.id < b.id ? -1 : 1)))
          const pages = await walk((after) => listQueue(desk, queue, after))
          expect(pages.flat()).toEqual(ordered.map(({ id }) => id))
          expect(pages.map(({ length }) => length)).toEqual(lengths(ordered.length))
          expect((await countQueues(desk))[queue]).toBe(ordered.length)

          const start = ordered[chosen % Math.max(1, ordered.length)]
          if (!start) return
          const { rows } = await listQueue(desk, queue, parseCursor(`${key(start.moment)}_${start.id}`))
          const after = ordered.slice(ordered.indexOf(start) + 1, ordered.indexOf(start) + 1 + pageSize)
          expect(rows.map(({ id }) => id)).toEqual(after.map(({ id }) => id))
        },
      ),
      { numRuns: 8 },
    )
  })

  test('are not disturbed by what is sent meanwhile', async () => {
    const given = Array.from({ length: 40 }, (_, index) => ({
      moment: new Date(Date.UTC(2026, 0, 1) + index * 1000),
      status: 'submitted' as const,
      unit: 'FC' as const,
    }))
    const { side, made } = await manyRequests(given)
    const first = await listRequests(side)
    await aRequest(side)
    const second = await listRequests(side, {}, parseCursor(first.next))
    const shown = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(shown).toEqual(made.map(({ id }) => id).reverse())
  })

  test.each([
    undefined,
    '',
    'x',
    '2026-01-01',
    `2026-01-01_${'-'.repeat(36)}`,
    `2026-02-30_${v7()}`,
    `31-12-2026_${v7()}`,
    `2026-01-01T00:00:00Z_${v7()}_`,
    ['2026-01-01', 'x'],
  ])('begin from the first when the address says %j', async (cursor) => {
    expect(parseCursor(cursor)).toBeUndefined()
  })
})

describe('new replies', () => {
  const replied = async () => {
    const [side, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender: side, officer: desk })
    const colleague = await contributorSide({ contributorId: side.contributorId })
    await replyToRequest(desk, words(requestId))
    await replyToRequest(desk, words(requestId))
    return { side, desk, colleague, requestId }
  }
  const unreadReplies = async ({ id, contributorId }: { id: string; contributorId: string }) =>
    (await findContributor(person(id), contributorId))?.unreadReplies
  const unread = async (actor: Awaited<ReturnType<typeof contributorSide>>) => ({
    total: await unreadReplies(actor),
    listed: (await listRequests(actor)).rows.map((row) => row.unread),
  })

  test('are counted for everyone who may act for the contributor, until each has opened them', async () => {
    const { side, colleague, requestId } = await replied()
    expect(await unread(side)).toEqual({ total: 2, listed: [2] })
    expect((await listThread(side, requestId)).filter(({ fresh }) => fresh)).toHaveLength(2)
    await markRepliesRead(side, { requestId })
    expect(await unread(side)).toEqual({ total: 0, listed: [0] })
    expect((await listThread(side, requestId)).filter(({ fresh }) => fresh)).toEqual([])
    expect(await unread(colleague)).toEqual({ total: 2, listed: [2] })
    expect((await auditOf(requestId)).at(-1)).toMatchObject({
      change: 'replies.read',
      actorId: side.id,
      details: { replies: 2 },
    })
    expect(await markRepliesRead(side, { requestId })).toBeUndefined()
  })

  test('are not for whoever could not act when they came', async () => {
    const [side, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender: side, officer: desk })
    const [before, later] = [await aUser(), await aUser()]
    await grantAccess(before.id, side.contributorId, new Date('2020-01-01'), new Date(Date.now() - 1000))
    await grantAccess(later.id, side.contributorId, new Date(Date.now() + 86_400_000))
    await replyToRequest(desk, words(requestId))
    for (const { id } of [before, later]) {
      await grantAccess(id, side.contributorId)
      expect(await unreadReplies({ ...side, id })).toBe(0)
    }
    expect(await unreadReplies(side)).toBe(1)
  })

  test('are of one contributor: whoever acts for two counts them apart', async () => {
    const { side } = await replied()
    const other = await contributorSide({ userId: side.id, contributorId: (await aContributor()).id })
    expect(await unread(other)).toEqual({ total: 0, listed: [] })
  })

  test('are what the office says, not what it does in silence nor what one writes oneself', async () => {
    const [side, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender: side, officer: desk })
    await sendMessage(side, words(requestId))
    await writeNote(desk, { draftId: v7(), requestId, text: 'Da sentire il collega.' })
    expect(await unread(side)).toEqual({ total: 0, listed: [0] })
  })

  test('are not read by an id that is none of theirs', async () => {
    const { side } = await replied()
    const elsewhere = await replied()
    expect(await markRepliesRead(side, { requestId: elsewhere.requestId })).toBeUndefined()
    expect(await unreadReplies(side)).toBe(2)
    expect(await unreadReplies(elsewhere.side)).toBe(2)
  })
})
