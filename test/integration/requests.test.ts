import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { attachments, drafts, outgoingMessages, protocolCounters, receipts, requests, threadEntries } from '@/db/schema'
import { transaction } from '@/db/write'
import type { ContributorSide } from '@/lib/auth/actor'
import { findDraft } from '@/lib/drafts/queries'
import { withdrawRequest } from '@/lib/requests/commands/contributor'
import { copyRequest } from '@/lib/requests/commands/copy'
import { takeUpRequest } from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'
import { findReceipt, findRequest, listThread } from '@/lib/requests/queries/detail'
import { findLastContacts, listRequests } from '@/lib/requests/queries/list'
import { phaseOf } from '@/lib/requests/status'
import { requestStatuses } from '@/db/vocabulary'
import {
  aDraft,
  anAttachment,
  aRequest,
  auditOf,
  contributorSide,
  execute,
  footprint,
  officer,
  requestIn,
  rows,
  toAnagrafica,
  typedRequest,
  waitingForLocks,
} from '../factories'

afterEach(() => vi.useRealTimers())
const at = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

const found = async (id: string) => {
  const [request] = await transaction((tx) => tx.select().from(requests).where(eq(requests.id, id)))
  return request!
}
const numbersOf = async (officeCode: string) => {
  const given = await rows<{ protocollo: string }>(sql`
    select protocollo from requests where office_code = ${officeCode} order by protocollo`)
  return given.map(({ protocollo }) => Number(protocollo.split('.')[3]))
}
const jobsOf = (messageId: string) =>
  rows(sql`select 1 from graphile_worker._private_jobs where payload->>'messageId' = ${messageId}`)

describe('«Invia»', () => {
  test('writes the request, its entry, its files, its receipt, the record and the promise to tell, and no draft is left', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side, { mobile: '333 123 4567', notifyBySms: 'on', fax: '06 123456' })
    const files = [
      await anAttachment(side, draftId),
      await anAttachment(side, draftId),
      await anAttachment(side, draftId),
    ]
    expect(await submitRequest(side, { draftId })).toMatchObject({ id: draftId })

    const request = await found(draftId)
    expect(request).toMatchObject({
      id: draftId,
      contributorId: side.contributorId,
      officeCode: '7000',
      unitCode: 'FC',
      areaLabel: 'NORMATIVA',
      topicLabel: 'Aliquote e massimale',
      email: 'anna@alfaservizi.example',
      mobile: '+393331234567',
      notifyByEmail: true,
      notifyBySms: true,
      status: 'submitted',
      outcome: null,
      officerId: null,
      submittedBy: side.id,
    })
    expect(request.protocollo).toMatch(/^INPS\.7000\.\d\d\/\d\d\/\d{4}\.\d{7}$/)
    const inside = <T>(read: Parameters<typeof transaction<T>>[0]) => transaction(read)
    expect(
      await inside((tx) => tx.select().from(threadEntries).where(eq(threadEntries.requestId, draftId))),
    ).toMatchObject([{ id: draftId, act: 'submit', side: 'contributor', authorId: side.id, text: typedRequest.text }])
    const claimed = await inside((tx) => tx.select().from(attachments).where(eq(attachments.requestId, draftId)))
    expect(claimed.map(({ id }) => id).sort()).toEqual([...files].sort())
    expect(await inside((tx) => tx.$count(receipts, eq(receipts.requestId, draftId)))).toBe(1)
    expect(await auditOf(draftId)).toMatchObject([
      {
        change: 'request.submitted',
        actorKind: 'contributor',
        actorId: side.id,
        title: 'legal_representative',
        contributorId: side.contributorId,
      },
    ])
    const messages = await inside((tx) =>
      tx.select().from(outgoingMessages).where(eq(outgoingMessages.entryId, draftId)).orderBy(outgoingMessages.channel),
    )
    expect(messages).toMatchObject([
      { channel: 'email', recipient: 'anna@alfaservizi.example', change: 'request.submitted', status: 'promised' },
      { channel: 'sms', recipient: '+393331234567' },
    ])
    for (const { id } of messages) expect(await jobsOf(id)).toHaveLength(1)
    expect(await inside((tx) => tx.$count(drafts, eq(drafts.id, draftId)))).toBe(0)
  })

  test('tells nobody who did not ask to be told', async () => {
    const side = await contributorSide()
    const id = await aRequest(side, { notifyByEmail: '' }).catch(() => undefined)
    expect(id).toBeUndefined()
    const quiet = await aDraft(side)
    await execute(sql`update drafts set content = content - 'notifyByEmail' where id = ${quiet}`)
    await submitRequest(side, { draftId: quiet })
    expect(await transaction((tx) => tx.$count(outgoingMessages, eq(outgoingMessages.entryId, quiet)))).toBe(0)
  })

  const steps = [
    'limits',
    'protocol_counters',
    'requests',
    'thread_entries',
    'attachments',
    'receipts',
    'drafts',
    'audit_events',
    'outgoing_messages',
    'graphile_worker._private_jobs',
  ]
  test.each(steps)(
    'leaves nothing when it breaks at %s, and goes through the next time without a gap',
    async (step) => {
      const side = await contributorSide({ officeCode: '9100' })
      const draftId = await aDraft(side)
      await anAttachment(side, draftId)
      const table = sql.join(
        step.split('.').map((name) => sql.identifier(name)),
        sql`.`,
      )
      const before = await footprint()
      await execute(sql`
      create trigger broken before insert or update or delete on ${table}
      for each statement execute function refuse_rewriting()`)
      await expect(submitRequest(side, { draftId })).rejects.toMatchObject({ cause: { code: '23001' } })
      await execute(sql`drop trigger broken on ${table}`)
      expect(await footprint()).toEqual(before)

      await submitRequest(side, { draftId })
      expect(await numbersOf('9100')).toEqual(Array.from({ length: steps.indexOf(step) + 1 }, (_, index) => index + 1))
    },
  )

  test('is refused as a whole when the draft is incomplete, with every mistake under its field', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side, { email: '', mobile: '', areaCode: '04', topicCode: '04.01', text: 'Breve' })
    const before = await footprint()
    const refused = await submitRequest(side, { draftId }).catch((error: { errors: object }) => error.errors)
    expect(Object.keys(refused).sort()).toEqual(
      ['email', 'fact_f24Amount', 'fact_f24Causale', 'fact_f24Date', 'fact_month', 'notifyByEmail', 'text'].sort(),
    )
    expect(await footprint()).toEqual(before)
  })

  test('is refused when the draft changed between the last look and the sending', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const { sending } = await transaction(async (tx) => {
      await tx.execute(sql`update drafts set version = version + 1 where id = ${draftId}`)
      const sending = submitRequest(side, { draftId }).catch((error: unknown) => error)
      await waitingForLocks(1)
      return { sending }
    })
    expect(await sending).toMatchObject({ kind: 'conflict', message: expect.stringContaining('altra scheda') })
    expect(await findDraft(side, draftId)).toMatchObject({ version: 2 })
  })

  test('is refused when there is no such draft', async () => {
    const side = await contributorSide()
    await expect(submitRequest(side, { draftId: v7() })).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('the protocol', () => {
  test('a hundred identical posts are one request, one number, one receipt, one message, one line in the record', async () => {
    const side = await contributorSide({ officeCode: '0300' })
    const draftId = await aDraft(side)
    const sent = await Promise.all(Array.from({ length: 100 }, () => submitRequest(side, { draftId })))
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set([draftId]))
    expect(await numbersOf('0300')).toEqual([1])
    expect(await auditOf(draftId)).toHaveLength(1)
    const messages = await transaction((tx) =>
      tx.select().from(outgoingMessages).where(eq(outgoingMessages.entryId, draftId)),
    )
    expect(messages).toHaveLength(1)
    expect(await jobsOf(messages[0]!.id)).toHaveLength(1)
    expect(await listRequests(side)).toMatchObject({ rows: [{ id: draftId }] })
    const [counter] = await transaction((tx) =>
      tx.select().from(protocolCounters).where(eq(protocolCounters.officeCode, '0300')),
    )
    expect(counter).toMatchObject({ last: 1 })
  })

  test('has no gaps and no repeats under fifty sendings at once to two offices, some of which break half-way', async () => {
    const breaking = 'Questa richiesta si rompe a metà strada, e non lascia nulla.'
    const senders = await Promise.all(
      Array.from({ length: 10 }, (_, index) => contributorSide({ officeCode: index % 2 ? '8500' : '8600' })),
    )
    const ready = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const side = senders[index % senders.length]!
        return { side, draftId: await aDraft(side, index % 5 === 4 ? { text: breaking } : {}) }
      }),
    )
    await execute(sql`
      create function break_it() returns trigger language plpgsql as $$
      begin if new.text like 'Questa richiesta si rompe%' then raise 'broken'; end if; return new; end $$`)
    await execute(sql`create trigger broken before insert on thread_entries for each row execute function break_it()`)
    const sent = await Promise.allSettled(ready.map(({ side, draftId }) => submitRequest(side, { draftId })))
    await execute(sql`drop trigger broken on thread_entries`)

    expect(sent.filter(({ status }) => status === 'rejected')).toHaveLength(10)
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
    const [trieste, udine] = [await numbersOf('8500'), await numbersOf('8600')]
    expect(trieste.length + udine.length).toBe(40)
    expect([trieste, udine]).toEqual([upTo(trieste.length), upTo(udine.length)])
  })

  test.each([
    ['2026-12-31T22:59:59.999Z', '31/12/2026'],
    ['2026-03-28T22:59:00Z', '28/03/2026'],
    ['2026-03-28T23:00:00Z', '29/03/2026'],
    ['2026-03-29T21:59:00Z', '29/03/2026'],
    ['2026-03-29T22:00:00Z', '30/03/2026'],
    ['2026-10-24T21:59:00Z', '24/10/2026'],
    ['2026-10-24T22:00:00Z', '25/10/2026'],
    ['2026-10-25T22:59:00Z', '25/10/2026'],
    ['2026-10-25T23:00:00Z', '26/10/2026'],
  ])('what is sent at %s is dated %s, the day it is in Rome', async (moment, day) => {
    const side = await contributorSide({ officeCode: '5800' })
    at(moment)
    const { protocollo, submittedAt } = await found(await aRequest(side))
    expect(protocollo.split('.')[2]).toBe(day)
    expect(submittedAt).toEqual(new Date(moment))
  })

  test('starts again from one with the year, which begins at midnight in Rome', async () => {
    const side = await contributorSide({ officeCode: '9200' })
    const given: string[] = []
    for (const moment of [
      '2026-12-31T22:59:58Z',
      '2026-12-31T22:59:59Z',
      '2026-12-31T23:00:00Z',
      '2027-01-01T12:00:00Z',
    ]) {
      at(moment)
      given.push((await found(await aRequest(side))).protocollo)
    }
    expect(given).toEqual([
      'INPS.9200.31/12/2026.0000001',
      'INPS.9200.31/12/2026.0000002',
      'INPS.9200.01/01/2027.0000001',
      'INPS.9200.01/01/2027.0000002',
    ])
  })
})

describe('the promised answer', () => {
  test.each([
    ['a plain week', '7000', '2026-11-16T10:00:00+01:00', '2026-11-23'],
    ['a Saturday', '7000', '2026-11-21T10:00:00+01:00', '2026-11-27'],
    ['Saints Peter and Paul, patrons of Roma', '7000', '2026-06-24T10:00:00+02:00', '2026-07-02'],
    ['the same days in Milano', '4900', '2026-06-24T10:00:00+02:00', '2026-07-01'],
    ['Christmas', '7000', '2026-12-23T10:00:00+01:00', '2026-12-31'],
    ['Easter', '7000', '2026-04-02T10:00:00+02:00', '2026-04-10'],
    ['an office with no fixed patron', '1400', '2026-06-24T10:00:00+02:00', '2026-07-01'],
    ['the last minute of the day', '7000', '2026-11-16T23:59:00+01:00', '2026-11-23'],
  ])('is five working days later, over %s', async (_, officeCode, moment, expectedBy) => {
    const side = await contributorSide({ officeCode })
    at(moment)
    expect(await found(await aRequest(side))).toMatchObject({ expectedBy })
  })
})

describe('where it goes', () => {
  test('is the contributor’s own office and the unit of the subject', async () => {
    const side = await contributorSide({ officeCode: '5100' })
    const id = await aRequest(side, toAnagrafica)
    expect(await found(id)).toMatchObject({ officeCode: '5100', unitCode: 'AN' })
    expect(await findRequest(side, id)).toMatchObject({ officeName: 'Napoli', unitName: 'Anagrafica e flussi' })
  })
})

describe('the subject', () => {
  const relabel = (code: string, label: string) => execute(sql`update topics set label = ${label} where code = ${code}`)

  test('keeps the words it was opened under, whatever becomes of the tree', async () => {
    const side = await contributorSide()
    const id = await aRequest(side)
    await relabel('13.01', 'Tutt’altro')
    await execute(sql`update topics set valid_to = '2020-01-01' where code = '13.01'`)
    const [area, subject] = ['NORMATIVA', 'Aliquote e massimale']
    expect(await findRequest(side, id)).toMatchObject({ areaLabel: area, topicLabel: subject })
    expect((await listRequests(side)).rows).toMatchObject([{ areaLabel: area, topicLabel: subject }])
    expect((await findReceipt(side, id))!.content.topic).toEqual({ area, subject })
    await execute(sql`update topics set valid_to = null where code = '13.01'`)
    await relabel('13.01', subject)
  })

  test.each([
    ['gone by', sql`valid_to = (now() at time zone 'Europe/Rome')::date - 1`],
    ['not yet open', sql`valid_from = (now() at time zone 'Europe/Rome')::date + 1`],
  ])('%s is refused, also when the draft was begun in time', async (_, change) => {
    const side = await contributorSide()
    const draftId = await aDraft(side, { topicCode: '13.02' })
    await execute(sql`update topics set ${change} where code = '13.02'`)
    await expect(submitRequest(side, { draftId })).rejects.toMatchObject({
      errors: { topicCode: ['Scegli l’argomento e il dettaglio della richiesta.'] },
    })
    await execute(sql`update topics set valid_from = '2015-10-06', valid_to = null where code = '13.02'`)
    await submitRequest(side, { draftId })
  })

  test('is a leaf of its own area', async () => {
    const side = await contributorSide()
    for (const wrong of [{ areaCode: '04' }, { topicCode: '13' }, { topicCode: '99.99' }, { topicCode: "13.01' --" }])
      await expect(aRequest(side, wrong)).rejects.toMatchObject({ errors: { topicCode: [expect.any(String)] } })
  })

  test('asks its own questions, whose answers are kept with their words', async () => {
    const side = await contributorSide()
    const id = await aRequest(side, {
      areaCode: '04',
      topicCode: '04.01',
      fact_f24Date: '16/04/2024',
      fact_f24Amount: '1.401,20',
      fact_f24Causale: 'cxx',
      fact_month: '03/2024',
      fact_unasked: 'altro',
    })
    const { facts } = (await findRequest(side, id))!
    expect(facts.map(({ name, value }) => [name, value])).toEqual([
      ['f24Date', '2024-04-16'],
      ['f24Amount', 140120],
      ['f24Causale', 'CXX'],
      ['month', '2024-03'],
    ])
    expect(facts.every(({ label }) => label.length > 0)).toBe(true)
  })
})

describe('what the sender finds after', () => {
  test('the text as it was written, with its lines', async () => {
    const side = await contributorSide()
    const id = await aRequest(side, { text: '  Prima riga della richiesta\r\n\r\nseconda: città, 1 < 2 & «così»  ' })
    expect((await listThread(side, id))[0]).toMatchObject({
      text: 'Prima riga della richiesta\n\nseconda: città, 1 < 2 & «così»',
      author: 'Anna Prova',
    })
  })

  test('the contacts used last, and not those of a colleague', async () => {
    const side = await contributorSide()
    const colleague = await contributorSide({ contributorId: side.contributorId })
    await aRequest(side, { email: 'prima@example.it' })
    await aRequest(side, { email: 'dopo@example.it' })
    await aRequest(colleague, { email: 'collega@example.it' })
    expect(await findLastContacts(side)).toMatchObject({ email: 'dopo@example.it', notifyByEmail: true })
  })

  test('a copy to send again, with the same contents and no files', async () => {
    const side = await contributorSide()
    const facts = {
      fact_f24Date: '16/04/2024',
      fact_f24Amount: '1.401,20',
      fact_f24Causale: 'CXX',
      fact_month: '03/2024',
    }
    const typed = { areaCode: '04', topicCode: '04.01', ...facts }
    const id = await aRequest(side, typed)
    const copy = await copyRequest(side, id)
    expect(copy.id).not.toBe(id)
    expect((await findDraft(side, copy.id))!.content).toMatchObject({ ...typed, text: typedRequest.text })
    expect(await submitRequest(side, { draftId: copy.id })).toMatchObject({ id: copy.id })
    expect((await found(copy.id)).facts).toEqual((await found(id)).facts)
  })
})

describe('«Ritira la richiesta»', () => {
  test('ends what nobody has taken up, and its trace stays', async () => {
    const side = await contributorSide()
    const requestId = await aRequest(side)
    await withdrawRequest(side, { requestId })
    expect(await found(requestId)).toMatchObject({ status: 'withdrawn', phase: 'closed', closedAt: expect.any(Date) })
    expect(await listThread(side, requestId)).toMatchObject([{ act: 'submit' }, { act: 'withdraw', text: null }])
    expect((await auditOf(requestId)).map(({ change }) => change)).toEqual(['request.submitted', 'request.withdrawn'])
  })

  test('comes too late once somebody has', async () => {
    const [side, desk] = [await contributorSide(), await officer()]
    const requestId = await aRequest(side)
    await takeUpRequest(desk, { requestId })
    await expect(withdrawRequest(side, { requestId })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('già stata presa in carico'),
    })
  })

  test('and taking up at the same moment: exactly one happens', async () => {
    const desk = await officer()
    for (let count = 0; count < 5; count++) {
      const side: ContributorSide = await contributorSide()
      const requestId = await aRequest(side)
      const both = await Promise.allSettled([withdrawRequest(side, { requestId }), takeUpRequest(desk, { requestId })])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect((await found(requestId)).status).toBe(both[0]!.status === 'fulfilled' ? 'withdrawn' : 'taken_up')
    }
  })

  test('done twice is said to be done, not to have come too late', async () => {
    const side = await contributorSide()
    const requestId = await aRequest(side)
    await withdrawRequest(side, { requestId })
    await expect(withdrawRequest(side, { requestId })).rejects.toMatchObject({
      kind: 'conflict',
      message: 'La richiesta è già stata ritirata.',
    })
  })
})

test.each(requestStatuses)('the phase of a request %s is the same in the database and in the code', async (status) => {
  const id = await requestIn(status, { sender: await contributorSide(), officer: await officer() })
  expect(await found(id)).toMatchObject({ status, phase: phaseOf(status) })
})
