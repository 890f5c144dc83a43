import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { requests, threadEntries } from '@/db/schema'
import { requestStatuses, type RequestAct, type RequestStatus } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { reopenRequest, sendMessage, supplementRequest, withdrawRequest } from '@/lib/requests/commands/contributor'
import {
  closeRequest,
  releaseRequest,
  replyToRequest,
  requestDocuments,
  takeUpRequest,
  transferRequest,
  writeNote,
} from '@/lib/requests/commands/officer'
import { canAct } from '@/lib/requests/policy'
import {
  findDeskRequest,
  findReceipt,
  findRequest,
  listDeskThread,
  listNotes,
  listThread,
} from '@/lib/requests/queries/detail'
import { countQueues, listQueue } from '@/lib/requests/queries/desk'
import { findLastContacts, listRequests } from '@/lib/requests/queries/list'
import { closeSchema, noteSchema } from '@/lib/requests/schema'
import { isAllowed, transitions } from '@/lib/requests/status'
import {
  aRequest,
  auditOf,
  contributorSide,
  execute,
  footprint,
  head,
  officer,
  reason,
  requestIn,
  rows,
  toAnagrafica,
  words,
  workingDay,
} from '../factories'

afterEach(() => vi.useRealTimers())
const at = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

const found = async (id: string) => {
  const [request] = await transaction((tx) => tx.select().from(requests).where(eq(requests.id, id)))
  return request!
}

describe('taking up', () => {
  test('puts the request in one’s hands, and the sender is told by which unit and not by whom', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await aRequest(sender)
    await takeUpRequest(desk, { requestId })
    expect(await found(requestId)).toMatchObject({ status: 'taken_up', officerId: desk.id })
    expect((await listThread(sender, requestId)).at(-1)).toMatchObject({
      act: 'take_up',
      side: 'office',
      author: null,
      unitName: 'Flussi contributivi',
    })
    expect((await listDeskThread(desk, requestId)).at(-1)).toMatchObject({ author: 'Clara Bianchi' })
  })

  test('of two officers at once exactly one wins, and the other is told by whom', async () => {
    const [clara, chiara] = [await officer(), await officer({ name: ['Chiara', 'Ferri'] })]
    const requestId = await aRequest(await contributorSide())
    const [first, second] = await Promise.allSettled([
      takeUpRequest(clara, { requestId }),
      takeUpRequest(chiara, { requestId }),
    ])
    const [winner, refused] = first.status === 'fulfilled' ? ['Clara Bianchi', second] : ['Chiara Ferri', first]
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { kind: 'conflict', message: `La richiesta è già stata presa in carico da ${winner}.` },
    })
    expect((await found(requestId)).officerId).toBe(winner === 'Clara Bianchi' ? clara.id : chiara.id)
  })

  test('of fifty at once exactly one wins, and it happened once', async () => {
    const desks = await Promise.all(Array.from({ length: 50 }, () => officer()))
    const requestId = await aRequest(await contributorSide())
    const settled = await Promise.allSettled(desks.map((desk) => takeUpRequest(desk, { requestId })))
    const winner = settled.findIndex(({ status }) => status === 'fulfilled')
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of settled)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ message: 'La richiesta è già stata presa in carico da Clara Bianchi.' })
    expect((await found(requestId)).officerId).toBe(desks[winner]!.id)
    expect((await auditOf(requestId)).map(({ change }) => change)).toEqual(['request.submitted', 'request.taken_up'])
  })

  test('again by whoever has it is said plainly', async () => {
    const desk = await officer()
    const requestId = await requestIn('taken_up', { sender: await contributorSide(), officer: desk })
    await expect(takeUpRequest(desk, { requestId })).rejects.toMatchObject({
      message: 'La richiesta è già stata presa in carico da te.',
    })
  })
})

const elsewhere = { officeCode: '5100', unitCode: 'RC' } as const
/** Each act, as somebody does it from their page. */
const deeds = {
  message: (actor, requestId) => sendMessage(actor as ContributorSide, words(requestId)),
  supplement: (actor, requestId) => supplementRequest(actor as ContributorSide, words(requestId)),
  withdraw: (actor, requestId) => withdrawRequest(actor as ContributorSide, { requestId }),
  reopen: (actor, requestId) => reopenRequest(actor as ContributorSide, words(requestId)),
  take_up: (actor, requestId) => takeUpRequest(actor as Officer, { requestId }),
  release: (actor, requestId) => releaseRequest(actor as Officer, { requestId }),
  transfer: (actor, requestId) => transferRequest(actor as Officer, { ...words(requestId), ...elsewhere }),
  request_documents: (actor, requestId) =>
    requestDocuments(actor as Officer, { ...words(requestId), dueBy: workingDay(3) }),
  reply: (actor, requestId) => replyToRequest(actor as Officer, words(requestId)),
  close: (actor, requestId) => closeRequest(actor as Officer, { ...words(requestId), outcome: 'partly_granted' }),
} satisfies Partial<Record<RequestAct, (actor: ContributorSide | Officer, requestId: string) => Promise<unknown>>>
type Deed = keyof typeof deeds
const acts = Object.keys(deeds) as Deed[]

describe.each(requestStatuses)('on a request %s', (status) => {
  const cast = async () => {
    const [sender, holder] = [await contributorSide(), await officer()]
    const [colleague, chief] = [await officer(), await head()]
    const requestId = await requestIn(status, { sender, officer: holder })
    return { requestId, actors: { sender, holder, colleague, chief } }
  }
  const doers = (act: Deed) =>
    transitions[act].by === 'contributor' ? (['sender'] as const) : (['holder', 'colleague', 'chief'] as const)

  test('what a page offers is done, what it does not offer is refused and leaves nothing', async () => {
    const { requestId, actors } = await cast()
    const standing = await found(requestId)
    const offered: [Deed, keyof typeof actors][] = []
    const before = await footprint()
    for (const act of acts)
      for (const name of doers(act)) {
        if (canAct(actors[name], act, standing)) offered.push([act, name])
        else await expect(deeds[act](actors[name], requestId)).rejects.toMatchObject({ kind: 'conflict' })
      }
    expect(await footprint()).toEqual(before)

    for (const [act, name] of offered) {
      const fresh = await cast()
      await deeds[act](fresh.actors[name], fresh.requestId)
      const rule = transitions[act]
      const after = await found(fresh.requestId)
      expect([act, after.status]).toEqual([act, 'to' in rule ? rule.to : status])
      const entries = await transaction((tx) =>
        tx.select().from(threadEntries).where(eq(threadEntries.requestId, after.id)).orderBy(threadEntries.createdAt),
      )
      expect(entries.at(-1)).toMatchObject({ act, side: rule.by, authorId: fresh.actors[name].id })
      expect((await auditOf(after.id)).at(-1)).toMatchObject({
        change: rule.change,
        actorId: fresh.actors[name].id,
        contributorId: fresh.actors.sender.contributorId,
      })
    }
  })

  test.each(acts.filter((act) => isAllowed(act, transitions[act].by, status)))(
    '%s leaves nothing when it breaks half-way',
    async (act) => {
      const { requestId, actors } = await cast()
      const before = await footprint()
      await execute(sql`
        create trigger broken before insert on audit_events for each statement execute function refuse_rewriting()`)
      const doer = transitions[act].by === 'contributor' ? actors.sender : actors.chief
      await expect(deeds[act](doer, requestId)).rejects.toMatchObject({ cause: { code: '23001' } })
      await execute(sql`drop trigger broken on audit_events`)
      expect(await footprint()).toEqual(before)
    },
  )
})

describe('releasing', () => {
  test('puts the request back in the queue of its unit, in nobody’s hands', async () => {
    const [desk, colleague] = [await officer(), await officer()]
    const requestId = await requestIn('taken_up', { sender: await contributorSide(), officer: desk })
    await releaseRequest(desk, { requestId })
    expect(await found(requestId)).toMatchObject({ status: 'submitted', officerId: null })
    await takeUpRequest(colleague, { requestId })
    expect((await found(requestId)).officerId).toBe(colleague.id)
  })
})

describe('transferring', () => {
  test('takes the request away from the unit that had it, and the sender reads why and where', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const [there, other] = [await officer({ officeCode: '5100', units: ['RC'] }), await officer({ officeCode: '5100' })]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const text = 'La posizione è seguita dal recupero crediti di Napoli.'
    await transferRequest(desk, { ...words(requestId, text), ...elsewhere })

    for (const outside of [desk, other]) {
      expect(await findDeskRequest(outside, requestId)).toBeUndefined()
      expect(await listDeskThread(outside, requestId)).toEqual([])
    }
    expect(await findDeskRequest(there, requestId)).toMatchObject({ status: 'transferred', officerId: null })
    expect((await listQueue(there, 'da-prendere')).rows.map(({ id }) => id)).toContain(requestId)
    expect((await listThread(sender, requestId)).at(-1)).toMatchObject({
      act: 'transfer',
      text,
      officeName: 'Napoli',
      unitName: 'Recupero crediti',
      fresh: true,
    })
    expect(await findRequest(sender, requestId)).toMatchObject({ phase: 'in_charge', officeName: 'Napoli' })
    await expect(replyToRequest(desk, words(requestId))).rejects.toMatchObject({ kind: 'conflict' })
    await takeUpRequest(there, { requestId })
  })

  test('keeps the promised day and the protocol', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const { protocollo, expectedBy } = await found(requestId)
    await transferRequest(desk, { ...words(requestId), ...elsewhere })
    expect(await found(requestId)).toMatchObject({ protocollo, expectedBy })
  })

  test.each([
    ['to where it is already', { officeCode: '7000', unitCode: 'FC' }, 'unitCode'],
    ['to an office that does not exist', { officeCode: '9999', unitCode: 'FC' }, 'officeCode'],
  ] as const)('%s is refused on its field', async (_, destination, field) => {
    const desk = await officer()
    const requestId = await requestIn('taken_up', { sender: await contributorSide(), officer: desk })
    const before = await footprint()
    await expect(transferRequest(desk, { ...words(requestId), ...destination })).rejects.toMatchObject({
      errors: { [field]: [expect.any(String)] },
    })
    expect(await footprint()).toEqual(before)
  })
})

describe('asking for documents', () => {
  const asked = async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    return { sender, desk, requestId: await requestIn('taken_up', { sender, officer: desk }) }
  }

  test.each([
    ['yesterday', '2026-03-02'],
    ['today', '2026-03-03'],
    ['a Saturday', '2026-03-07'],
    ['a holiday', '2026-04-06'],
    ['the sixty-first day', '2026-05-03'],
  ])('by %s is refused on its field', async (_, dueBy) => {
    at('2026-03-03T12:00:00+01:00')
    const { desk, requestId } = await asked()
    const attempt = async () => requestDocuments(desk, { ...words(requestId), dueBy })
    await expect(attempt()).rejects.toMatchObject({
      errors: { dueBy: ['Scegli un giorno lavorativo tra domani e i prossimi 60 giorni'] },
    })
    expect((await found(requestId)).status).toBe('taken_up')
  })

  test.each(['2026-03-04', '2026-04-30'])('by %s is right', async (dueBy) => {
    at('2026-03-03T12:00:00+01:00')
    const { desk, sender, requestId } = await asked()
    await requestDocuments(desk, { ...words(requestId), dueBy })
    expect(await found(requestId)).toMatchObject({ status: 'awaiting_documents', documentsDueBy: dueBy })
    expect((await listThread(sender, requestId)).at(-1)).toMatchObject({ act: 'request_documents', dueBy, fresh: true })
  })

  test('stops the promised day, which moves on by the working days spent waiting', async () => {
    at('2026-03-02T09:00:00+01:00')
    const { sender, desk, requestId } = await asked()
    expect(await found(requestId)).toMatchObject({ expectedBy: '2026-03-09', pausedOn: null })
    at('2026-03-03T09:00:00+01:00')
    await requestDocuments(desk, { ...words(requestId), dueBy: '2026-03-20' })
    expect(await found(requestId)).toMatchObject({ expectedBy: '2026-03-09', pausedOn: '2026-03-03' })
    at('2026-03-09T23:30:00+01:00')
    await supplementRequest(sender, words(requestId))
    expect(await found(requestId)).toMatchObject({
      status: 'supplemented',
      expectedBy: '2026-03-13',
      pausedOn: null,
      documentsDueBy: null,
      closureNoticeEndsOn: null,
      officerId: desk.id,
    })
  })

  test('and sending them the same day moves nothing', async () => {
    at('2026-03-02T09:00:00+01:00')
    const { sender, desk, requestId } = await asked()
    await requestDocuments(desk, { ...words(requestId), dueBy: '2026-03-20' })
    await supplementRequest(sender, words(requestId))
    expect(await found(requestId)).toMatchObject({ expectedBy: '2026-03-09' })
  })

  test('over the patron of the office does not count the feast as a day spent waiting', async () => {
    at('2026-06-25T09:00:00+02:00')
    const { sender, desk, requestId } = await asked()
    expect(await found(requestId)).toMatchObject({ expectedBy: '2026-07-03' })
    at('2026-06-26T09:00:00+02:00')
    await requestDocuments(desk, { ...words(requestId), dueBy: '2026-07-10' })
    at('2026-06-30T09:00:00+02:00')
    await supplementRequest(sender, words(requestId))
    expect(await found(requestId)).toMatchObject({ expectedBy: '2026-07-06' })
  })
})

describe('closing', () => {
  test('says the outcome and why, and frees nobody from having read it', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    await closeRequest(desk, { ...words(requestId), outcome: 'not_granted' })
    expect(await found(requestId)).toMatchObject({
      status: 'closed',
      outcome: 'not_granted',
      closedAt: expect.any(Date),
    })
    expect((await listThread(sender, requestId)).at(-1)).toMatchObject({
      act: 'close',
      outcome: 'not_granted',
      text: reason,
      fresh: true,
    })
  })

  test.each([
    ['no reason', { text: '' }, 'text'],
    ['39 characters', { text: 'x'.repeat(39) }, 'text'],
    ['forty spaces', { text: ' '.repeat(40) }, 'text'],
    ['4,001 characters', { text: 'x'.repeat(4001) }, 'text'],
    ['no outcome', { outcome: undefined }, 'outcome'],
    ['the outcome that only the portal gives', { outcome: 'documents_missing' }, 'outcome'],
    ['two outcomes', { outcome: ['granted', 'not_granted'] }, 'outcome'],
  ])('with %s is refused on its field', (_, wrong, field) => {
    const typed = {
      draftId: v7(),
      writer: v7(),
      requestId: v7(),
      act: 'close',
      outcome: 'granted',
      text: 'x'.repeat(40),
    }
    expect(closeSchema.safeParse(typed).success).toBe(true)
    const judged = closeSchema.safeParse({ ...typed, ...wrong })
    expect(judged.error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })

  test('is of one request at a time', () => {
    const two = { draftId: v7(), writer: v7(), requestId: [v7(), v7()], act: 'close', outcome: 'granted', text: reason }
    expect(closeSchema.safeParse(two).success).toBe(false)
  })
})

describe('an internal note', () => {
  const secret = 'Il contribuente telefona ogni giorno: sentire zafferano.'

  test('is read by the office of the request, and goes with it where it is transferred', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    await writeNote(desk, { draftId: v7(), requestId, text: secret })
    expect(await listNotes(await head(), requestId)).toMatchObject([{ text: secret, author: 'Clara Bianchi' }])
    await transferRequest(desk, { ...words(requestId), ...elsewhere })
    expect(await listNotes(desk, requestId)).toEqual([])
    expect(await listNotes(await officer({ officeCode: '5100', units: ['RC'] }), requestId)).toHaveLength(1)
  })

  test.each(requestStatuses)('may be written whatever the status: %s', async (status) => {
    const desk = await officer()
    const requestId = await requestIn(status, { sender: await contributorSide(), officer: desk })
    await writeNote(desk, { draftId: v7(), requestId, text: secret })
    expect(await found(requestId)).toMatchObject({ status })
    expect((await auditOf(requestId)).at(-1)).toMatchObject({
      change: 'request.noted',
      actorId: desk.id,
      details: null,
    })
  })

  test('is in nothing that the contributor reads, and neither is the officer', async () => {
    const [sender, desk] = [await contributorSide(), await officer({ name: ['Ildebranda', 'Zenobi'] })]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    await replyToRequest(desk, words(requestId))
    await writeNote(desk, { draftId: v7(), requestId, text: secret })
    const read = JSON.stringify([
      await findRequest(sender, requestId),
      await listThread(sender, requestId),
      await findReceipt(sender, requestId),
      await listRequests(sender),
      await findLastContacts(sender),
      await rows(
        sql`select * from outgoing_messages where entry_id in (select id from thread_entries where request_id = ${requestId})`,
      ),
    ])
    expect(read).toContain(requestId)
    for (const hidden of ['zafferano', 'Ildebranda', 'Zenobi', desk.id]) expect(read).not.toContain(hidden)
    expect(await listRequests(sender, { words: 'zafferano' })).toMatchObject({ rows: [] })
  })

  test('has words, at most 4,000 characters of them', () => {
    const judged = (text: string) =>
      noteSchema.safeParse({ requestId: v7(), draftId: v7(), writer: v7(), act: 'note', text }).success
    expect([judged(''), judged('ok'), judged('x'.repeat(4001))]).toEqual([false, true, false])
  })
})

describe('reopening', () => {
  const closedOn = async (moment: string) => {
    at(moment)
    const [sender, desk] = [await contributorSide(), await officer()]
    return { sender, desk, requestId: await requestIn('closed', { sender, officer: desk }) }
  }

  test('within sixty days goes on in the same thread under the same protocol, numbered', async () => {
    const { sender, desk, requestId } = await closedOn('2026-03-02T12:00:00+01:00')
    const { protocollo } = await found(requestId)
    at('2026-05-01T12:00:00+02:00')
    await reopenRequest(sender, words(requestId, 'La risposta non considera la mia memoria.'))
    expect(await found(requestId)).toMatchObject({
      status: 'reopened',
      protocollo,
      reopenings: 1,
      outcome: null,
      closedAt: null,
      officerId: null,
      expectedBy: '2026-05-08',
    })
    await takeUpRequest(desk, { requestId })
    await closeRequest(desk, { ...words(requestId), outcome: 'granted' })
    await reopenRequest(sender, words(requestId))
    expect(await found(requestId)).toMatchObject({ reopenings: 2, protocollo })
    expect((await listThread(sender, requestId)).map(({ act }) => act)).toEqual([
      'submit',
      'take_up',
      'close',
      'reopen',
      'take_up',
      'close',
      'reopen',
    ])
  })

  test('after sixty days is refused, and the way to go on is said', async () => {
    const { sender, requestId } = await closedOn('2026-03-02T12:00:00+01:00')
    at('2026-05-01T13:00:01+02:00')
    await expect(reopenRequest(sender, words(requestId))).rejects.toMatchObject({
      kind: 'conflict',
      message: 'Sono passati più di 60 giorni dalla chiusura: invia una nuova richiesta.',
    })
  })

  test('promises an answer in five working days of that office', async () => {
    const { sender, requestId } = await closedOn('2026-06-22T12:00:00+02:00')
    at('2026-06-24T12:00:00+02:00')
    await reopenRequest(sender, words(requestId))
    expect(await found(requestId)).toMatchObject({ expectedBy: '2026-07-02' })
  })
})

describe('the four queues', () => {
  test('hold each request once, where its status says, oldest due first', async () => {
    const desk = await officer({ officeCode: '0900' })
    const sender = await contributorSide({ officeCode: '0900' })
    const ids = new Map<RequestStatus, string>()
    for (const status of requestStatuses) ids.set(status, await requestIn(status, { sender, officer: desk }))
    const other = await officer({ officeCode: '0900' })
    await requestIn('taken_up', { sender: await contributorSide({ officeCode: '0900' }), officer: other })
    await aRequest(await contributorSide({ officeCode: '0900' }), toAnagrafica)
    const listed = async (queue: Parameters<typeof listQueue>[1]) =>
      new Set((await listQueue(desk, queue)).rows.map(({ id }) => id))
    const expected = (...statuses: RequestStatus[]) => new Set(statuses.map((status) => ids.get(status)))
    expect(await listed('da-prendere')).toEqual(expected('submitted', 'transferred', 'reopened'))
    expect(await listed('mie')).toEqual(expected('taken_up', 'supplemented'))
    expect(await listed('in-attesa')).toEqual(expected('awaiting_documents'))
    expect(await listed('chiuse')).toEqual(expected('closed', 'withdrawn'))
    expect(await countQueues(desk)).toEqual({ 'da-prendere': 3, mie: 2, 'in-attesa': 1, chiuse: 2 })
  })
})
