import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { notes, outgoingMessages, requests, threadEntries, unreadReplies } from '@/db/schema'
import type { RequestStatus } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { reopenRequest, sendMessage, supplementRequest } from '@/lib/requests/commands/contributor'
import {
  closeRequest,
  replyToRequest,
  requestDocuments,
  transferRequest,
  writeNote,
} from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'
import {
  aDraft,
  anAttachment,
  aRequest,
  auditOf,
  contributorSide,
  footprint,
  officer,
  requestIn,
  rows,
  words,
  workingDay,
} from '../factories'

type Written = ReturnType<typeof words>
type Case = {
  from: RequestStatus
  side: 'sender' | 'desk'
  act: string
  send: (actor: never, written: Written) => Promise<unknown>
}
/** Everything that is written in a thread, by the id of the draft it was. */
const cases: Case[] = [
  { from: 'submitted', side: 'sender', act: 'message', send: (actor: ContributorSide, it) => sendMessage(actor, it) },
  {
    from: 'awaiting_documents',
    side: 'sender',
    act: 'supplement',
    send: (actor: ContributorSide, it) => supplementRequest(actor, it),
  },
  { from: 'closed', side: 'sender', act: 'reopen', send: (actor: ContributorSide, it) => reopenRequest(actor, it) },
  { from: 'taken_up', side: 'desk', act: 'reply', send: (actor: Officer, it) => replyToRequest(actor, it) },
  {
    from: 'taken_up',
    side: 'desk',
    act: 'request_documents',
    send: (actor: Officer, it) => requestDocuments(actor, { ...it, dueBy: workingDay(3) }),
  },
  {
    from: 'taken_up',
    side: 'desk',
    act: 'transfer',
    send: (actor: Officer, it) => transferRequest(actor, { ...it, officeCode: '5100', unitCode: 'FC' }),
  },
  {
    from: 'taken_up',
    side: 'desk',
    act: 'close',
    send: (actor: Officer, it) => closeRequest(actor, { ...it, outcome: 'granted' }),
  },
]

describe.each(cases)('$act', ({ from, side, act, send }) => {
  const begin = async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn(from, { sender, officer: desk })
    const actor = { sender, desk }[side]
    const written = words(requestId)
    await anAttachment(actor, written.draftId, requestId)
    return { requestId, actor, written, again: () => send(actor as never, written) }
  }

  test('posted a hundred times at once is one entry, told once', async () => {
    const { requestId, written, again } = await begin()
    const before = (await auditOf(requestId)).length
    const answers = await Promise.all(Array.from({ length: 100 }, again))
    for (const answer of answers) expect(answer).toMatchObject({ id: requestId, entryId: written.draftId })
    const inside = <T>(read: Parameters<typeof transaction<T>>[0]) => transaction(read)
    const entries = await inside((tx) => tx.select().from(threadEntries).where(eq(threadEntries.requestId, requestId)))
    expect(entries.filter((entry) => entry.act === act)).toHaveLength(1)
    expect(await auditOf(requestId)).toHaveLength(before + 1)
    const told = await inside((tx) =>
      tx.select().from(outgoingMessages).where(eq(outgoingMessages.entryId, written.draftId)),
    )
    expect(told).toHaveLength(side === 'desk' ? 1 : 0)
    expect(await inside((tx) => tx.$count(unreadReplies, eq(unreadReplies.entryId, written.draftId)))).toBe(told.length)
  })

  test('posted again later changes nothing, however the request stands by then', async () => {
    const { again } = await begin()
    await again()
    const before = await footprint()
    await again()
    expect(await footprint()).toEqual(before)
  })

  test('posted again with other words is said to be sent already: the new words are not passed over in silence', async () => {
    const { actor, written } = await begin()
    await send(actor as never, written)
    const before = await footprint()
    const changed = { ...written, text: `${written.text} E c’è dell’altro.` }
    await expect(send(actor as never, changed)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('hai già inviato un altro testo'),
    })
    expect(await footprint()).toEqual(before)
  })
})

describe('an id that is already somebody else’s', () => {
  test('as an entry of another request is refused, never a fault of the database', async () => {
    const [sender, other] = [await contributorSide(), await contributorSide()]
    const theirs = words(await aRequest(other))
    await sendMessage(other, theirs)
    const requestId = await aRequest(sender)
    for (const draftId of [theirs.draftId, theirs.requestId]) {
      const before = await footprint()
      await expect(sendMessage(sender, { ...words(requestId), draftId })).rejects.toMatchObject({ kind: 'conflict' })
      expect(await footprint()).toEqual(before)
    }
  })

  test('as a note is refused, and nothing is recorded', async () => {
    const desk = await officer()
    const [one, other] = [await aRequest(await contributorSide()), await aRequest(await contributorSide())]
    const draftId = v7()
    await writeNote(desk, { draftId, requestId: one, text: 'La prima.' })
    const colleague = await officer()
    const before = await footprint()
    for (const [author, requestId] of [
      [desk, other],
      [colleague, one],
    ] as const)
      await expect(writeNote(author, { draftId, requestId, text: 'Altro.' })).rejects.toMatchObject({
        kind: 'conflict',
      })
    expect(await footprint()).toEqual(before)
  })
})

test('a note posted a hundred times at once is one note, and one line in the record', async () => {
  const desk = await officer()
  const requestId = await aRequest(await contributorSide())
  const note = { draftId: v7(), requestId, text: 'Da sentire il collega.' }
  await Promise.all(Array.from({ length: 100 }, () => writeNote(desk, note)))
  expect(await transaction((tx) => tx.$count(notes, eq(notes.requestId, requestId)))).toBe(1)
  expect((await auditOf(requestId)).filter(({ change }) => change === 'request.noted')).toHaveLength(1)
})

test('a request posted again after it was taken up, closed or reopened is still the same request', async () => {
  const [sender, desk] = [await contributorSide(), await officer()]
  for (const status of ['taken_up', 'closed', 'reopened'] as const) {
    const draftId = await requestIn(status, { sender, officer: desk })
    const before = await footprint()
    expect(await submitRequest(sender, { draftId })).toMatchObject({ id: draftId })
    expect(await footprint()).toEqual(before)
  }
})

test('two different requests sent at once are two, each with its own number', async () => {
  const side = await contributorSide({ officeCode: '3400' })
  const drafts = await Promise.all([aDraft(side), aDraft(side)])
  await Promise.all(drafts.map((draftId) => submitRequest(side, { draftId })))
  const numbers = await rows<{ protocollo: string }>(sql`
    select protocollo from ${requests} where contributor_id = ${side.contributorId}`)
  expect(new Set(numbers.map(({ protocollo }) => protocollo)).size).toBe(2)
})
