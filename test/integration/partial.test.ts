import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { declarePayment, holdNotice, recordReceiptDownload } from '@/lib/notices/commands/contributor'
import { markNoticeRead, readNotice } from '@/lib/notices/commands/reading'
import { findPaperHash, noticePaper, readingReceipt } from '@/lib/notices/papers/keep'
import { canAct } from '@/lib/notices/policy'
import { findPaymentReceipt, listPayments } from '@/lib/notices/queries/answers'
import { findNotice, listNoticeEvents, listReadings } from '@/lib/notices/queries/detail'
import { listNotices } from '@/lib/notices/queries/list'
import { findAttachment, findContent, listRequestAttachments } from '@/lib/attachments/queries'
import { listDeadlines } from '@/lib/deadlines/queries'
import { sendMessage, withdrawRequest } from '@/lib/requests/commands/contributor'
import { copyRequest } from '@/lib/requests/commands/copy'
import { requestDocuments, takeUpRequest } from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'
import { keepLapsedDraft } from '@/lib/drafts/commands'
import { findDraft } from '@/lib/drafts/queries'
import { findDeskRequest, findReceipt, findRequest, listThread } from '@/lib/requests/queries/detail'
import { listRequests } from '@/lib/requests/queries/list'
import { listOwnWorkers } from '@/lib/requests/queries/workers'
import { receiptPdf } from '@/lib/requests/receipt-pdf'
import { transaction } from '@/db/write'
import { v7 } from 'uuid'
import {
  aDraft,
  anAttachment,
  aRequest,
  contributorSide,
  execute,
  footprint,
  lapsed,
  newCodiceFiscale,
  officer,
  rows,
  typedRequest,
  words,
  workingDay,
} from '../factories'
import { pdf } from '../files'
import { aPublishedNotice } from '../notice-factories'
import { actingFor, aDelegation, aFirm, subdelegate } from '../portfolio-factories'

const aPayment = (noticeId: string, eventId = v7()) => ({ noticeId, eventId, paidOn: '2026-11-20', paidCents: 149_950 })

/** A contributor, its representative, and a partial delegate for two workers. */
async function cast() {
  const owner = await contributorSide()
  const workers = [newCodiceFiscale(), newCodiceFiscale()]
  const { id: delegationId, delegate } = await aDelegation({ contributorId: owner.contributorId, workers })
  return { owner, workers, delegationId, partial: await actingFor(delegate.id, owner.contributorId) }
}

const takeOut = (delegationId: string, worker: string) =>
  execute(sql`update delegation_workers set removed_at = now()
    where delegation_id = ${delegationId} and codice_fiscale = ${worker}`)

describe('of a request that others sent, a partial delegate', () => {
  test('finds nothing, by whatever way they look for it', async () => {
    const { owner, partial } = await cast()
    const draftId = await aDraft(owner)
    const fileId = await anAttachment(owner, draftId)
    await submitRequest(owner, { draftId })
    const desk = await officer()
    await takeUpRequest(desk, { requestId: draftId })
    await requestDocuments(desk, { ...words(draftId), dueBy: workingDay(5) })
    expect((await listDeadlines(owner, 'ahead')).rows).toHaveLength(1)

    expect((await listRequests(partial)).rows).toEqual([])
    expect((await listRequests(partial, { words: 'aliquota' })).rows).toEqual([])
    expect(await findRequest(partial, draftId)).toBeUndefined()
    expect(await listThread(partial, draftId)).toEqual([])
    expect(await listRequestAttachments(partial, draftId)).toEqual([])
    expect(await findAttachment(partial, fileId)).toBeUndefined()
    expect(await findContent(partial, fileId)).toBeUndefined()
    expect(await findReceipt(partial, draftId)).toBeUndefined()
    expect((await listDeadlines(partial, 'ahead')).rows).toEqual([])
    const before = await footprint()
    await expect(sendMessage(partial, words(draftId))).rejects.toMatchObject({ kind: 'conflict' })
    await expect(withdrawRequest(partial, { requestId: draftId })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(copyRequest(partial, draftId)).rejects.toMatchObject({ kind: 'not-found' })
    const form = { draftId: v7(), requestId: draftId, version: '0', writer: v7(), text: 'Buongiorno' }
    expect(await keepLapsedDraft(lapsed(partial.id), form, partial.contributorId)).toBeUndefined()
    expect(await footprint()).toEqual(before)
  })

  test('finds nothing either when it came from another partial delegation', async () => {
    const { owner, partial, workers } = await cast()
    const other = await aDelegation({ contributorId: owner.contributorId, workers: [newCodiceFiscale()] })
    const elsewhere = await actingFor(other.delegate.id, owner.contributorId)
    const id = await aRequest(partial, { workers: workers[0]! })
    expect(await findRequest(elsewhere, id)).toBeUndefined()
    expect(await findRequest(owner, id)).toMatchObject({ workers: [workers[0]] })
  })
})

describe('of a notice, a partial delegate', () => {
  test('sees the envelope: opens nothing, answers nothing, pays nothing, takes no paper', async () => {
    const { owner, partial } = await cast()
    const { contributorId } = owner
    const { id: noticeId } = await aPublishedNotice({ contributorId, dueBy: '2099-12-06' })
    expect(await readNotice(partial, { noticeId })).toBeUndefined()
    await readNotice(owner, { noticeId })
    await noticePaper(owner, noticeId)
    await readingReceipt(owner, noticeId)
    const eventId = v7()
    const file = { name: 'quietanza.pdf', declaredType: 'application/pdf', bytes: pdf(eventId) }
    await declarePayment(owner, { ...aPayment(noticeId, eventId), file })

    const before = await footprint()
    const seen = (await findNotice(partial, noticeId))!
    expect(seen).toMatchObject({ content: null, contributionsCents: null, sanctionsCents: null, sha256: null })
    expect(canAct(partial, 'answer', seen) || canAct(partial, 'declare_payment', seen)).toBe(false)
    expect((await listNotices(partial, { list: 'read' })).rows).toMatchObject([
      { id: noticeId, contributionsCents: null, sanctionsCents: null },
    ])
    expect(await listReadings(partial, noticeId)).toEqual([])
    expect(await listNoticeEvents(partial, noticeId)).toEqual([])
    expect(await listPayments(partial, noticeId)).toEqual([])
    expect(await findPaymentReceipt(partial, noticeId, eventId)).toBeUndefined()
    expect(await recordReceiptDownload(partial, { eventId })).toBeUndefined()
    for (const ask of [noticePaper, findPaperHash, readingReceipt]) expect(await ask(partial, noticeId)).toBeUndefined()
    expect(await markNoticeRead(partial, { noticeId })).toBeUndefined()
    await expect(declarePayment(partial, aPayment(noticeId))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(transaction((tx) => holdNotice(partial, tx, noticeId))).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await footprint()).toEqual(before)
  })

  test('cannot send a request that answers it', async () => {
    const { owner, partial, workers } = await cast()
    const { id: noticeId } = await aPublishedNotice({ contributorId: owner.contributorId })
    await readNotice(owner, { noticeId })
    const draftId = await aDraft(partial, { noticeId, workers: workers[0]! })
    await expect(submitRequest(partial, { draftId })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await findDraft(partial, draftId)).toBeDefined()
  })
})

describe('a request of a partial delegate', () => {
  test('says about which workers it is, on both sides and in its receipt', async () => {
    const { owner, partial, workers } = await cast()
    const id = await aRequest(partial, { workers: workers.join(' ') })
    for (const side of [owner, partial])
      expect((await findRequest(side, id))!.workers.toSorted()).toEqual(workers.toSorted())
    expect((await findDeskRequest(await officer(), id))!.workers).toHaveLength(2)
    const receipt = (await findReceipt(partial, id))!
    expect(receipt.content.workers).toHaveLength(2)
    expect(Buffer.from(await receiptPdf(receipt)).toString('latin1')).toContain('%PDF-')
    expect((await findDraft(partial, (await copyRequest(partial, id)).id))!.content.workers).toContain(workers[0])
  })

  test('is about as many workers as there are in the delegation', async () => {
    const workers = Array.from({ length: 3_000 }, newCodiceFiscale)
    const { delegate, contributorId } = await aDelegation({ workers })
    const partial = await actingFor(delegate.id, contributorId)
    const draftId = await aDraft(partial)
    const form = { draftId, version: '1', writer: v7(), ...typedRequest, workers: workers.join(' ') }
    await keepLapsedDraft(lapsed(partial.id), form, contributorId)
    const [kept] = await rows<{ id: string }>(
      sql`select id from drafts where author_id = ${partial.id} and content ? 'workers'`,
    )
    await submitRequest(partial, { draftId: kept!.id })
    expect((await findRequest(partial, kept!.id))!.workers).toHaveLength(3_000)
    expect(await receiptPdf((await findReceipt(partial, kept!.id))!)).toBeDefined()
  })

  test('is refused without a worker, and with one who is not in the delegation', async () => {
    const { partial, workers } = await cast()
    for (const typed of ['', '  ', newCodiceFiscale(), `${workers[0]} ${newCodiceFiscale()}`, 'non un codice']) {
      const draftId = await aDraft(partial, { workers: typed })
      await expect(submitRequest(partial, { draftId })).rejects.toMatchObject({
        errors: { workers: [expect.any(String)] },
      })
    }
  })

  test('is refused for a worker who was taken out meanwhile, and its draft stays', async () => {
    const { partial, workers, delegationId } = await cast()
    const draftId = await aDraft(partial, { workers: workers.join(' ') })
    await takeOut(delegationId, workers[1]!)
    expect(await listOwnWorkers(partial)).toEqual([workers[0]])
    await expect(submitRequest(partial, { draftId })).rejects.toMatchObject({ errors: { workers: expect.anything() } })
    expect(await findDraft(partial, draftId)).toBeDefined()
  })

  test('is of the workers of one’s own delegation, for who is subdelegated too', async () => {
    const firm = await aFirm({ collaborators: 1 })
    const [clerk] = firm.collaborators
    const worker = newCodiceFiscale()
    const { contributorId } = await aDelegation({ firm, workers: [worker] })
    await subdelegate(firm, clerk!.memberId)
    const side = await actingFor(clerk!.id, contributorId)
    expect(await listOwnWorkers(side)).toEqual([worker])
    const id = await aRequest(side, { workers: worker })
    expect(await findRequest(await actingFor(firm.holder.id, contributorId), id)).toMatchObject({ workers: [worker] })
  })

  test('is about nobody in particular when it is sent by who acts for the whole position', async () => {
    const { owner, workers } = await cast()
    const id = await aRequest(owner, { workers: workers[0]! })
    expect(await findRequest(owner, id)).toMatchObject({ workers: [] })
    expect((await findReceipt(owner, id))!.content).not.toHaveProperty('workers')
    expect(await listOwnWorkers(owner)).toEqual([])
  })
})
