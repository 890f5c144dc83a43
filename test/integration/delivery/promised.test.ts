import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { outgoingMessages } from '@/db/schema'
import type { ChangeName } from '@/db/vocabulary-changes'
import { transaction } from '@/db/write'
import { verify } from '@/lib/auth/verify'
import { aMessage, aRequest, contributorId, furnish, jobsOf, messagesOf, noon, portal, type Addresses } from './message'

beforeAll(furnish)
afterEach(() => vi.unstubAllEnvs())

describe('a change that the sender is told of', () => {
  const tell = async (change: ChangeName, addresses?: Addresses, times = 1) => {
    const { promiseMessages } = await portal()
    const request = await aRequest(addresses)
    for (let time = 0; time < times; time++) {
      await transaction((tx) => promiseMessages(tx, change, request.entryId))
    }
    return { request, messages: await messagesOf(request) }
  }

  test('promises one message and one job for each channel consented', async () => {
    const { messages } = await tell('request.replied', { mobile: '+393331234567', notifyByEmail: true })
    expect(messages.map(({ channel, recipient, status }) => [channel, recipient, status])).toEqual([
      ['email', 'mario.rossi@example.it', 'promised'],
      ['sms', '+393331234567', 'promised'],
    ])
    for (const { id } of messages) expect(await jobsOf(id)).toMatchObject([{ payload: { messageId: id } }])
  })

  test('promises nothing by a channel that was not consented', async () => {
    const { messages } = await tell('request.replied', { mobile: '+393331234567', notifyBySms: false })
    expect(messages).toEqual([])
  })

  test('is told once to each address, however often it is promised', async () => {
    const { messages } = await tell('request.replied', {}, 3)
    expect(messages).toHaveLength(1)
    expect(await jobsOf(messages[0]!.id)).toHaveLength(1)
  })

  test('carries the protocollo and a link, and nothing of the person, the contributor or the text', async () => {
    const { request, messages } = await tell('request.closed', { mobile: '+393331234567', notifyByEmail: true })
    for (const { subject, body } of messages) {
      expect(body).toContain(request.protocollo)
      expect(`${subject} ${body}`).not.toMatch(/mario|rossi|RSSMRA|alfa|01234567897|parole riservate|una prova/i)
    }
    expect(messages[0]!.body).toContain(`http://localhost:3000/area/${contributorId}/richieste/${request.id}`)
  })

  test('leaves neither message nor job behind when its transaction fails', async () => {
    const { promiseMessages } = await portal()
    const request = await aRequest()
    let promised: string | undefined
    const failing = transaction(async (tx) => {
      await promiseMessages(tx, 'request.replied', request.entryId)
      const [message] = await tx.select().from(outgoingMessages).where(eq(outgoingMessages.entryId, request.entryId))
      promised = message?.id
      throw new Error('the request was closed meanwhile')
    })
    await expect(failing).rejects.toThrow('the request was closed meanwhile')
    expect(promised).toBeDefined()
    expect(await messagesOf(request)).toEqual([])
    expect(await jobsOf(promised!)).toEqual([])
  })
})

test.each(['draft.saved', 'request.noted', 'request.messaged', 'replies.read'] as const)(
  'nobody is told of %s',
  async (change) => {
    const { promiseMessages } = await portal()
    const request = await aRequest()
    await transaction((tx) => promiseMessages(tx, change, request.entryId))
    expect(await messagesOf(request)).toEqual([])
  },
)

test('a message that is not there is not handed over', async () => {
  const { deliver } = await portal()
  await expect(deliver(v7())).resolves.toBeUndefined()
})

describe('with no provider configured', () => {
  test('mail and SMS go to the outbox', async () => {
    const open = await portal()
    const mail = await aMessage(open)
    const sms = await aMessage(open, { mobile: '+393331234567' })
    for (const { id } of [mail, sms]) await open.deliver(id, { at: noon })
    expect(await mail.now()).toMatchObject({ status: 'handed_over', providerId: 'outbox' })
    expect(await sms.now()).toMatchObject({ status: 'handed_over', providerId: 'outbox' })
  })

  test('a demonstration shows the outbox, the newest first and fifty at a time', async () => {
    const open = await portal({ DEMO: '1' })
    for (let count = 0; count < 51; count++) await aMessage(open)
    const visitor = verify({ kind: 'visitor' })
    const first = await open.listOutgoingMessages(visitor)
    expect(first.messages).toHaveLength(50)
    const second = await open.listOutgoingMessages(visitor, first.next)
    const ids = [...first.messages, ...second.messages].map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort().reverse())
    expect(ids.length).toBeGreaterThan(50)
  })

  test('a portal that is no demonstration shows nobody its outbox', async () => {
    const open = await portal({ DEMO: '0' })
    await aMessage(open)
    expect(await open.listOutgoingMessages(verify({ kind: 'visitor' }))).toEqual({ messages: [], next: undefined })
  })
})
