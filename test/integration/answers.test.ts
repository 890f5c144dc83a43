import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { noticeEvents, notices } from '@/db/schema'
import type { NoticeStatus } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import type { ContributorSide } from '@/lib/auth/actor'
import { keepLapsedDraft } from '@/lib/drafts/commands'
import { findDraft } from '@/lib/drafts/queries'
import { answerDraft } from '@/lib/notices/answering'
import { declarePayment } from '@/lib/notices/commands/contributor'
import { readNotice } from '@/lib/notices/commands/reading'
import { findAnsweredNotice, findPaymentReceipt, listAnswers, listPayments } from '@/lib/notices/queries/answers'
import { findNotice } from '@/lib/notices/queries/detail'
import { copyRequest } from '@/lib/requests/commands/copy'
import { submitRequest } from '@/lib/requests/commands/submit'
import { findRequest } from '@/lib/requests/queries/detail'
import {
  aDraft,
  auditOf,
  contributorSide,
  execute,
  footprint,
  head,
  lapsed,
  officer,
  rows,
  typedRequest,
} from '../factories'
import { pdf } from '../files'
import { aPublishedNotice } from '../notice-factories'

/** A notice that its contributor has read, unless it is left unread. */
async function aReadNotice({ unread = false }: { unread?: boolean } = {}) {
  const sender = await contributorSide()
  const { id } = await aPublishedNotice({ contributorId: sender.contributorId })
  if (!unread) await readNotice(sender, { noticeId: id })
  return { sender, noticeId: id }
}

const found = async (noticeId: string) => {
  const [notice] = await transaction((tx) => tx.select().from(notices).where(eq(notices.id, noticeId)))
  return notice!
}
const eventsOf = (noticeId: string) =>
  transaction((tx) => tx.select().from(noticeEvents).where(eq(noticeEvents.noticeId, noticeId)))
const stand = (noticeId: string, status: NoticeStatus) =>
  execute(sql`update notices set status = ${status} where id = ${noticeId}`)

const disputing = { areaCode: '05', topicCode: '05.01' }
const answerTo = async (sender: ContributorSide, noticeId: string) => {
  const notice = (await findNotice(sender, noticeId))!
  return aDraft(sender, { ...disputing, ...answerDraft(notice) })
}

describe('a request that answers a notice', () => {
  test('begins with its number and its months, and says so to both sides once it is sent', async () => {
    const { sender, noticeId } = await aReadNotice()
    const draftId = await answerTo(sender, noticeId)
    await submitRequest(sender, { draftId })
    const { protocollo } = await found(noticeId)
    expect((await findRequest(sender, draftId))!.facts).toMatchObject([
      { name: 'noticeNumber', value: protocollo },
      { name: 'months', value: ['2024-03', '2024-04'] },
    ])
    const told = { id: noticeId, protocollo, kind: 'DEB-OMI', periodFrom: '2024-03', totalCents: 149_950 }
    expect(await findAnsweredNotice(sender, draftId)).toMatchObject(told)
    expect(await findAnsweredNotice(await officer(), draftId)).toMatchObject(told)
    expect(await listAnswers(sender, noticeId)).toMatchObject([
      { requestId: draftId, topicLabel: 'Importi già versati' },
    ])
    expect(await listAnswers(await officer(), noticeId)).toHaveLength(1)
  })

  test('moves the notice to the office’s court, and stands in its history under its own id', async () => {
    const { sender, noticeId } = await aReadNotice()
    const before = await found(noticeId)
    const draftId = await answerTo(sender, noticeId)
    await submitRequest(sender, { draftId })
    const after = await found(noticeId)
    expect(after.status).toBe('in_progress')
    expect(after.statusAt.getTime()).toBeGreaterThan(before.statusAt.getTime())
    expect(await eventsOf(noticeId)).toMatchObject([
      { id: draftId, requestId: draftId, act: 'answer', side: 'contributor', authorId: sender.id },
    ])
    expect((await auditOf(draftId)).at(-1)).toMatchObject({ change: 'request.submitted', details: { noticeId } })
  })

  test('is recorded once, however many times it is sent at once', async () => {
    const { sender, noticeId } = await aReadNotice()
    const draftId = await answerTo(sender, noticeId)
    await Promise.all(Array.from({ length: 30 }, () => submitRequest(sender, { draftId })))
    expect(await eventsOf(noticeId)).toHaveLength(1)
    expect(await listAnswers(sender, noticeId)).toHaveLength(1)
  })

  test('may be one of several: the standing moved with the first', async () => {
    const { sender, noticeId } = await aReadNotice()
    await submitRequest(sender, { draftId: await answerTo(sender, noticeId) })
    const { statusAt } = await found(noticeId)
    await submitRequest(sender, { draftId: await answerTo(sender, noticeId) })
    expect(await found(noticeId)).toMatchObject({ status: 'in_progress', statusAt })
    expect(await listAnswers(sender, noticeId)).toHaveLength(2)
  })

  test.each(['settled', 'annulled', 'sent_to_collection', 'withdrawn', 'corrected'] as const)(
    'is refused when the notice is %s, and the draft stays',
    async (status) => {
      const { sender, noticeId } = await aReadNotice()
      const draftId = await answerTo(sender, noticeId)
      await stand(noticeId, status)
      const before = await footprint()
      await expect(submitRequest(sender, { draftId })).rejects.toMatchObject({
        kind: 'conflict',
        message: expect.stringContaining('non si può più rispondere'),
      })
      expect(await footprint()).toEqual(before)
      expect((await findDraft(sender, draftId))!.content).toMatchObject({ noticeId, text: typedRequest.text })
    },
  )

  test('is refused while nobody has read the notice: nobody answers what they have not read', async () => {
    const { sender, noticeId } = await aReadNotice({ unread: true })
    const draftId = await aDraft(sender, { ...disputing, fact_noticeNumber: '1', noticeId })
    await expect(submitRequest(sender, { draftId })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Prima apri e leggi'),
    })
    expect(await found(noticeId)).toMatchObject({ status: 'open', firstReadAt: null })
  })

  test('is refused when the notice is somebody else’s, as if it were not there', async () => {
    const { noticeId } = await aReadNotice()
    const stranger = await contributorSide()
    const answers = [noticeId, v7()].map(async (asked) => {
      const draftId = await aDraft(stranger, { ...disputing, fact_noticeNumber: '1', noticeId: asked })
      return submitRequest(stranger, { draftId }).catch((error: Error) => error.message)
    })
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['Questa comunicazione non c’è più.']))
    expect(await eventsOf(noticeId)).toEqual([])
  })

  test('keeps the link in the draft of a session gone idle', async () => {
    const { sender, noticeId } = await aReadNotice()
    const form = { ...typedRequest, noticeId, draftId: v7(), version: '0', writer: v7() }
    const kept = await keepLapsedDraft(lapsed(sender.id), form, sender.contributorId)
    expect((await findDraft(sender, kept!.id))!.content).toMatchObject({ noticeId })
  })

  test('sent again answers the same notice, while that one may be answered', async () => {
    const { sender, noticeId } = await aReadNotice()
    const draftId = await answerTo(sender, noticeId)
    await submitRequest(sender, { draftId })
    const contentOf = async () => (await findDraft(sender, (await copyRequest(sender, draftId)).id))!.content
    expect(await contentOf()).toMatchObject({ noticeId })
    await stand(noticeId, 'settled')
    expect(await contentOf()).not.toHaveProperty('noticeId')
  })

  test('shows its notice to no officer of another office', async () => {
    const { sender, noticeId } = await aReadNotice()
    const draftId = await answerTo(sender, noticeId)
    await submitRequest(sender, { draftId })
    const elsewhere = await head({ officeCode: '5100' })
    expect(await findAnsweredNotice(elsewhere, draftId)).toBeUndefined()
    expect(await listAnswers(elsewhere, noticeId)).toEqual([])
  })
})

const paying = (noticeId: string, eventId = v7()) => ({
  eventId,
  noticeId,
  paidOn: '2026-11-20',
  paidCents: 149_950,
})
const quietanza = (bytes: Uint8Array = pdf('quietanza'), name = 'quietanza.pdf') => ({
  name,
  declaredType: 'application/pdf',
  bytes,
})

describe('«Ho versato»', () => {
  test('tells the office day, amount and receipt, and moves the notice', async () => {
    const { sender, noticeId } = await aReadNotice()
    const eventId = v7()
    await declarePayment(sender, { ...paying(noticeId, eventId), file: quietanza() })
    expect(await found(noticeId)).toMatchObject({ status: 'in_progress' })
    for (const actor of [sender, await officer()]) {
      expect(await listPayments(actor, noticeId)).toMatchObject([
        { id: eventId, paidOn: '2026-11-20', paidCents: 149_950, fileName: 'quietanza.pdf' },
      ])
      const receipt = await findPaymentReceipt(actor, noticeId, eventId)
      expect(Buffer.from(receipt!.bytes).equals(pdf('quietanza'))).toBe(true)
    }
    expect((await auditOf(noticeId)).at(-1)).toMatchObject({ change: 'notice.payment_declared', details: { eventId } })
  })

  test('needs no receipt', async () => {
    const { sender, noticeId } = await aReadNotice()
    await declarePayment(sender, paying(noticeId))
    expect(await listPayments(sender, noticeId)).toMatchObject([{ fileName: null, fileSize: null }])
  })

  test('posted many times at once is one payment; another from the same form is refused, not swallowed', async () => {
    const { sender, noticeId } = await aReadNotice()
    const told = { ...paying(noticeId), file: quietanza() }
    await Promise.all(Array.from({ length: 20 }, () => declarePayment(sender, told)))
    expect(await listPayments(sender, noticeId)).toHaveLength(1)
    for (const other of [
      { ...told, paidCents: 1 },
      { ...told, paidOn: '2026-11-19' },
      { ...told, file: undefined },
    ])
      await expect(declarePayment(sender, other)).rejects.toMatchObject({ kind: 'conflict' })
    await stand(noticeId, 'settled')
    await declarePayment(sender, told)
    expect(await listPayments(sender, noticeId)).toHaveLength(1)
  })

  test('is refused with a file that is not what it says, and nothing is kept', async () => {
    const { sender, noticeId } = await aReadNotice()
    const before = await footprint()
    const wrong = quietanza(new TextEncoder().encode('MZ not a pdf'))
    await expect(declarePayment(sender, { ...paying(noticeId), file: wrong })).rejects.toMatchObject({
      errors: { file: [expect.stringContaining('quietanza.pdf')] },
    })
    const huge = quietanza(new Uint8Array(3 * 1024 * 1024 + 1))
    await expect(declarePayment(sender, { ...paying(noticeId), file: huge })).rejects.toHaveProperty('errors.file')
    expect(await footprint()).toEqual(before)
  })

  test('is refused once the office has closed the notice, and before it was read', async () => {
    const { sender, noticeId } = await aReadNotice()
    await stand(noticeId, 'annulled')
    await expect(declarePayment(sender, paying(noticeId))).rejects.toMatchObject({ kind: 'conflict' })
    const unread = await aReadNotice({ unread: true })
    await expect(declarePayment(unread.sender, paying(unread.noticeId))).rejects.toMatchObject({ kind: 'conflict' })
    expect([...(await eventsOf(noticeId)), ...(await eventsOf(unread.noticeId))]).toEqual([])
  })

  test('is never rewritten: its receipt neither', async () => {
    const { sender, noticeId } = await aReadNotice()
    await declarePayment(sender, { ...paying(noticeId), file: quietanza() })
    await expect(execute(sql`delete from payment_receipts`)).rejects.toThrow()
    await expect(execute(sql`update notice_events set paid_cents = 1`)).rejects.toThrow()
    expect(await rows(sql`select 1 from payment_receipts`)).not.toEqual([])
  })
})
