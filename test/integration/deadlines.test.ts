import { eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { outgoingMessages, requests } from '@/db/schema'
import { transaction } from '@/db/write'
import { reopenRequest, supplementRequest } from '@/lib/requests/commands/contributor'
import { checkDeadlines } from '@/lib/requests/commands/deadlines'
import { closeRequest, replyToRequest, requestDocuments, takeUpRequest } from '@/lib/requests/commands/officer'
import { listThread } from '@/lib/requests/queries/detail'
import { aRequest, auditOf, contributorSide, execute, footprint, officer, system, words } from '../factories'

afterEach(() => vi.useRealTimers())
const at = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
const morningOf = (day: string) => at(`${day}T06:00:00+02:00`)

const found = async (id: string) => {
  const [request] = await transaction((tx) => tx.select().from(requests).where(eq(requests.id, id)))
  return request!
}

/** A request whose documents are asked for on Monday 13 April 2026, by Friday 17. */
async function waiting() {
  at('2026-04-13T09:00:00+02:00')
  const [sender, desk] = [await contributorSide(), await officer()]
  const requestId = await aRequest(sender)
  await takeUpRequest(desk, { requestId })
  await requestDocuments(desk, { ...words(requestId), dueBy: '2026-04-17' })
  return { sender, desk, requestId }
}
const check = async (day: string) => {
  morningOf(day)
  await checkDeadlines(system())
}
const actsOf = async (requestId: string) => (await auditOf(requestId)).map(({ change }) => change).slice(3)

describe('documents that do not come', () => {
  test('are waited for until the end of their day', async () => {
    const { requestId } = await waiting()
    const before = await footprint()
    await check('2026-04-17')
    expect(await footprint()).toEqual(before)
    await check('2026-04-18')
    expect(await actsOf(requestId)).toEqual(['request.closure_announced'])
  })

  test('are asked for once more, with five working days, and the sender is told', async () => {
    const { sender, requestId } = await waiting()
    await check('2026-04-20')
    expect(await found(requestId)).toMatchObject({
      status: 'awaiting_documents',
      // 25 April is a holiday, and a Saturday.
      closureNoticeEndsOn: '2026-04-27',
    })
    const entry = (await listThread(sender, requestId)).at(-1)!
    expect(entry).toMatchObject({ act: 'announce_closure', side: 'system', author: null, fresh: true })
    expect(entry.text).toContain('5 giorni lavorativi')
    expect(
      await transaction((tx) => tx.select().from(outgoingMessages).where(eq(outgoingMessages.entryId, entry.id))),
    ).toMatchObject([{ change: 'request.closure_announced', status: 'promised' }])
    expect((await auditOf(requestId)).at(-1)).toMatchObject({
      actorKind: 'system',
      actorId: null,
      title: null,
      contributorId: sender.contributorId,
    })
  })

  test('close the request once the notice has run out, and it says so', async () => {
    const { sender, requestId } = await waiting()
    await check('2026-04-20')
    await check('2026-04-27')
    expect(await found(requestId)).toMatchObject({ status: 'awaiting_documents' })
    await check('2026-04-28')
    expect(await found(requestId)).toMatchObject({
      status: 'closed',
      outcome: 'documents_missing',
      closedAt: new Date('2026-04-28T06:00:00+02:00'),
    })
    expect((await listThread(sender, requestId)).at(-1)).toMatchObject({
      act: 'close_for_missing_documents',
      outcome: 'documents_missing',
      fresh: true,
    })
    expect(await actsOf(requestId)).toEqual(['request.closure_announced', 'request.closed_for_missing_documents'])
  })

  test('are announced and closed once, however often the terms are checked, even at the same moment', async () => {
    const { requestId } = await waiting()
    morningOf('2026-04-20')
    await Promise.all(Array.from({ length: 5 }, () => checkDeadlines(system())))
    await check('2026-04-21')
    morningOf('2026-04-28')
    await Promise.all(Array.from({ length: 5 }, () => checkDeadlines(system())))
    await check('2026-04-29')
    expect(await actsOf(requestId)).toEqual(['request.closure_announced', 'request.closed_for_missing_documents'])
  })

  test('get their notice in full even when the portal was off for weeks', async () => {
    const { requestId } = await waiting()
    // The 29th of June is the patron's day in Roma.
    await check('2026-06-22')
    // 29 June is the feast of Roma's patrons.
    expect(await found(requestId)).toMatchObject({ status: 'awaiting_documents', closureNoticeEndsOn: '2026-06-30' })
  })
})

test('a request whose documents came, even on the last day of the notice, is left alone', async () => {
  const { sender, requestId } = await waiting()
  await check('2026-04-20')
  morningOf('2026-04-27')
  await supplementRequest(sender, words(requestId))
  const before = await footprint()
  await check('2026-04-28')
  expect(await footprint()).toEqual(before)
  expect(await found(requestId)).toMatchObject({ status: 'supplemented', closureNoticeEndsOn: null })
})

test('documents asked for anew have a term of their own, with a notice of its own', async () => {
  const { sender, desk, requestId } = await waiting()
  await check('2026-04-20')
  morningOf('2026-04-21')
  await supplementRequest(sender, words(requestId))
  await requestDocuments(desk, { ...words(requestId), dueBy: '2026-05-15' })
  await check('2026-05-15')
  expect(await found(requestId)).toMatchObject({ status: 'awaiting_documents', closureNoticeEndsOn: null })
  await check('2026-05-16')
  expect(await found(requestId)).toMatchObject({ closureNoticeEndsOn: '2026-05-22' })
})

test('a reply of the office while it waits changes no term', async () => {
  const { desk, requestId } = await waiting()
  await replyToRequest(desk, words(requestId))
  expect(await found(requestId)).toMatchObject({ status: 'awaiting_documents', documentsDueBy: '2026-04-17' })
})

test('a request closed for missing documents may be reopened, with nothing left of its old terms', async () => {
  const { sender, desk, requestId } = await waiting()
  await check('2026-04-20')
  await check('2026-04-28')
  morningOf('2026-05-04')
  await reopenRequest(sender, words(requestId))
  expect(await found(requestId)).toMatchObject({
    status: 'reopened',
    outcome: null,
    pausedOn: null,
    documentsDueBy: null,
    closureNoticeEndsOn: null,
    expectedBy: '2026-05-11',
  })
  await takeUpRequest(desk, { requestId })
  await closeRequest(desk, { ...words(requestId), outcome: 'granted' })
  expect(await found(requestId)).toMatchObject({ status: 'closed', outcome: 'granted' })
})

test('one request that cannot be closed holds back no other', async () => {
  const cases = [await waiting(), await waiting(), await waiting()]
  const stuck = cases[1]!.requestId
  morningOf('2026-04-20')
  await execute(sql`
    create function stay_as_you_are() returns trigger language plpgsql as $$
    begin if new.request_id = tg_argv[0]::uuid then raise 'stuck'; end if; return new; end $$`)
  await execute(
    sql.join([
      sql`create trigger stuck before insert on thread_entries for each row execute function stay_as_you_are('`,
      sql.raw(stuck),
      sql`')`,
    ]),
  )
  await expect(checkDeadlines(system())).rejects.toThrow()
  await execute(sql`drop trigger stuck on thread_entries`)
  const announced = await Promise.all(cases.map(async ({ requestId }) => (await actsOf(requestId)).length))
  expect(announced).toEqual([1, 0, 1])
})
