import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { receiveFile } from '@/lib/attachments/receive'
import type { ContributorSide } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { findDraft } from '@/lib/drafts/queries'
import { isWithin, spendAnyway } from '@/lib/limits/count'
import { maySearch } from '@/lib/limits/search'
import { turns } from '@/lib/limits/turns'
import { sendMessage } from '@/lib/requests/commands/contributor'
import { replyToRequest } from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'
import { transaction } from '@/db/write'
import {
  aContributor,
  aDraft,
  aRequest,
  contributorSide,
  execute,
  footprint,
  officer,
  requestIn,
  rows,
  words,
} from '../factories'
import { pdf } from '../files'

/** As if so many seconds had gone by since somebody began to be counted. */
const later = (seconds: number, scope: string, value: string) =>
  execute(sql`
    update limits set counted_since = counted_since - make_interval(secs => ${seconds})
    where key = ${pseudonym(scope, value)}`)
const counted = async (scope: string, value: string) => {
  const [limit] = await rows<{ count: number }>(sql`select count from limits where key = ${pseudonym(scope, value)}`)
  return limit?.count ?? 0
}
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Array.from({ length: count }, (_, index) => work(index))
const succeeded = (settled: PromiseSettledResult<unknown>[]) =>
  settled.filter(({ status }) => status === 'fulfilled').length
const refusals = (settled: PromiseSettledResult<unknown>[]) =>
  new Set(settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.kind] : [])))

describe('new requests', () => {
  test('are ten an hour for a person; the eleventh is refused and its draft stays', async () => {
    const side = await contributorSide()
    for (let count = 0; count < 10; count++) await aRequest(side)
    const draftId = await aDraft(side)
    const before = await footprint()
    await expect(submitRequest(side, { draftId })).rejects.toMatchObject({
      kind: 'too-many',
      message: expect.stringContaining('La bozza è salva'),
    })
    expect(await footprint()).toEqual(before)
    expect(await findDraft(side, draftId)).toBeDefined()

    await later(3540, 'requests', side.id)
    await expect(submitRequest(side, { draftId })).rejects.toMatchObject({ kind: 'too-many' })
    await later(61, 'requests', side.id)
    await expect(submitRequest(side, { draftId })).resolves.toMatchObject({ id: draftId })
  })

  test('are ten also when thirty are sent at once', async () => {
    const side = await contributorSide()
    const drafts = await Promise.all(times(30, () => aDraft(side)))
    const settled = await Promise.allSettled(drafts.map((draftId) => submitRequest(side, { draftId })))
    expect([succeeded(settled), refusals(settled)]).toEqual([10, new Set(['too-many'])])
  })

  test('are of one person, for whomever they act', async () => {
    const alfa = await contributorSide()
    const beta = await contributorSide({ userId: alfa.id, contributorId: (await aContributor()).id })
    for (let count = 0; count < 5; count++) for (const side of [alfa, beta]) await aRequest(side)
    await expect(aRequest(beta)).rejects.toMatchObject({ kind: 'too-many' })
  })

  test('are sixty a day for a contributor, whoever of its people sends them', async () => {
    const { id: contributorId } = await aContributor()
    const people = await Promise.all(times(8, () => contributorSide({ contributorId })))
    const ready = await Promise.all(
      times(70, async (index) => {
        const side = people[index % people.length]!
        return { side, draftId: await aDraft(side) }
      }),
    )
    const settled = await Promise.allSettled(ready.map(({ side, draftId }) => submitRequest(side, { draftId })))
    expect([succeeded(settled), refusals(settled)]).toEqual([60, new Set(['too-many'])])
    await later(86_401, 'requests-of-contributor', contributorId)
    await expect(aRequest(await contributorSide({ contributorId }))).resolves.toEqual(expect.any(String))
  })

  test('that were not sent are not counted', async () => {
    const side = await contributorSide()
    for (let count = 0; count < 20; count++) await aRequest(side, { text: 'Breve' }).catch(() => undefined)
    expect(await counted('requests', side.id)).toBe(0)
    const draftId = await aDraft(side)
    await Promise.all(times(50, () => submitRequest(side, { draftId })))
    expect(await counted('requests', side.id)).toBe(1)
  })
})

describe('messages', () => {
  test.each(['contributor', 'officer'] as const)('are thirty an hour for a person (%s)', async (kind) => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const actor = kind === 'officer' ? desk : sender
    const write = () =>
      actor.kind === 'officer' ? replyToRequest(actor, words(requestId)) : sendMessage(actor, words(requestId))
    const settled = await Promise.allSettled(times(40, write))
    expect([succeeded(settled), refusals(settled)]).toEqual([30, new Set(['too-many'])])
    const before = await footprint()
    await expect(write()).rejects.toMatchObject({ kind: 'too-many', message: expect.stringContaining('è salvo') })
    expect(await footprint()).toEqual(before)
    await later(3601, 'messages', actor.id)
    await write()
  })
})

describe('files', () => {
  const upload = (side: ContributorSide, draftId: string, bytes: Uint8Array = pdf(v7())) =>
    receiveFile(
      side,
      { id: draftId, kind: 'request', requestId: undefined },
      { name: 'quietanza.pdf', declaredType: 'application/pdf', bytes },
    )

  test('are thirty an hour for a person, over all their drafts', async () => {
    const side = await contributorSide()
    const settled = await Promise.allSettled(times(40, () => upload(side, v7())))
    expect([succeeded(settled), refusals(settled)]).toEqual([30, new Set(['too-many'])])
    await later(3601, 'uploads', side.id)
    await upload(side, v7())
  })

  test('are counted when they are refused too: examining them is the work', async () => {
    const side = await contributorSide()
    const empty = new Uint8Array()
    for (let count = 0; count < 30; count++)
      await expect(upload(side, v7(), empty)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(upload(side, v7())).rejects.toMatchObject({ kind: 'too-many' })
  })
})

test('searches by words are sixty a minute for a person', async () => {
  const side = await contributorSide()
  const asked = await Promise.all(times(80, () => maySearch(side)))
  expect(asked.filter(Boolean)).toHaveLength(60)
  await later(61, 'searches', side.id)
  expect(await maySearch(side)).toBe(true)
})

describe('counting', () => {
  const allowance = { count: 50, seconds: 60 }

  test('is exact under two hundred tries at once', async () => {
    const key = v7()
    const within = await Promise.all(times(200, () => spendAnyway(key, allowance)))
    expect(within.filter(Boolean)).toHaveLength(50)
    expect((await rows<{ count: number }>(sql`select count from limits where key = ${key}`))[0]).toEqual({ count: 200 })
  })

  test('inside a change forgets what was rolled back', async () => {
    const key = v7()
    const failing = transaction(async (tx) => {
      await isWithin(tx, key, allowance)
      throw new Error('broken half-way')
    })
    await expect(failing).rejects.toThrow('broken half-way')
    expect(await rows(sql`select count from limits where key = ${key}`)).toEqual([])
  })
})

describe('turns', () => {
  test('let so many work at once, the others wait in order, and no more than the queue holds', async () => {
    const inTurn = turns(2, 3)
    const [begun, ends]: [number[], (() => void)[]] = [[], []]
    const work = (index: number) =>
      inTurn(() => {
        begun.push(index)
        return new Promise<number>((resolve) => ends.push(() => resolve(index)))
      })
    const asked = [0, 1, 2, 3, 4].map(work)
    await expect(work(5)).rejects.toMatchObject({ kind: 'too-many' })
    expect(begun).toEqual([0, 1])
    for (let next = 0; next < 5; next++) {
      ends[next]!()
      await asked[next]
      await Promise.resolve()
    }
    expect(begun).toEqual([0, 1, 2, 3, 4])
    expect(await Promise.all(asked)).toEqual([0, 1, 2, 3, 4])
  })

  test('pass on also when the work before them failed', async () => {
    const inTurn = turns(1, 1)
    const failing = inTurn(() => Promise.reject(new Error('failed')))
    const next = inTurn(async () => 'done')
    await expect(failing).rejects.toThrow('failed')
    expect(await next).toBe('done')
    expect(await inTurn(async () => 'again')).toBe('again')
  })
})
