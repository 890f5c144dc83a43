import { describe, expect, test } from 'vitest'
import { changeNames } from '@/db/vocabulary-changes'
import { auditEvents } from '@/db/schema'
import { transaction } from '@/db/write'
import { listDrafts } from '@/lib/drafts/queries'
import { canonicalJson } from '@/lib/evidence/canonical'
import { declarePayment } from '@/lib/notices/commands/contributor'
import { markNoticeRead, readNotice } from '@/lib/notices/commands/reading'
import { readingReceipt } from '@/lib/notices/papers/keep'
import { readerOf } from '@/lib/notices/papers/reading'
import { listPayments } from '@/lib/notices/queries/answers'
import { listDeskNoticeEvents, listDeskReadings } from '@/lib/notices/queries/desk'
import { listNoticeEvents, listReadings } from '@/lib/notices/queries/detail'
import { sendMessage } from '@/lib/requests/commands/contributor'
import { takeUpRequest, writeNote } from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'
import { findDeskRequest, findReceipt, findRequest, listDeskThread, listThread } from '@/lib/requests/queries/detail'
import { hashOf, senderOf } from '@/lib/requests/receipt'
import { authorOf } from '@/lib/requests/thread'
import { originOf } from '@/lib/transparency/origin'
import { findActingFirm, findOwnAccess, listAccesses, listPeople } from '@/lib/transparency/queries/accesses'
import { listActs } from '@/lib/transparency/queries/record'
import { v7 } from 'uuid'
import {
  aDraft,
  anAttachment,
  aRequest,
  aUser,
  contributorSide,
  grantAccess,
  newCodiceFiscale,
  officer,
  words,
} from '../factories'
import { aPublishedNotice } from '../notice-factories'
import { actingFor, aDelegation, aFirm, endDelegation, subdelegate } from '../portfolio-factories'

/** A contributor with its representative, and Studio Verdi with its holder and a clerk, both acting for it. */
async function cast() {
  const owner = await contributorSide()
  const { contributorId } = owner
  const firm = await aFirm({ collaborators: 1 })
  const { id: delegationId } = await aDelegation({ contributorId, firm })
  await subdelegate(firm, firm.collaborators[0]!.memberId)
  const holder = await actingFor(firm.holder.id, contributorId)
  const clerk = await actingFor(firm.collaborators[0]!.id, contributorId)
  return { owner, contributorId, firm, delegationId, holder, clerk, desk: await officer() }
}

const record = (rows: (Partial<typeof auditEvents.$inferInsert> & Pick<typeof auditEvents.$inferInsert, 'change'>)[]) =>
  transaction((tx) =>
    tx.insert(auditEvents).values(rows.map((row) => ({ actorKind: 'system', entityId: v7(), ...row }))),
  )

describe('«Chi può vedere questa posizione»', () => {
  test('tells each person with title, firm and delegation, from when and until when', async () => {
    const { owner, delegationId } = await cast()
    expect(await listAccesses(owner)).toMatchObject([
      { title: 'legal_representative', own: true, firm: null, delegationId: null, validTo: null },
      { firstName: 'Giuseppe', lastName: 'Verdi', title: 'delegate', own: false, firm: 'Studio Verdi', delegationId },
      { title: 'subdelegate', firm: 'Studio Verdi', delegationId },
    ])
  })

  test('tells who will, and no longer who could', async () => {
    const { owner, contributorId, delegationId } = await cast()
    const past = await aUser()
    await grantAccess(past.id, contributorId, new Date('2020-01-01'), new Date('2021-01-01'))
    await aDelegation({ contributorId, startsOn: '2099-01-01' })
    expect((await listAccesses(owner)).map(({ title, open }) => [title, open])).toEqual([
      ['legal_representative', true],
      ['delegate', true],
      ['delegate', false],
      ['subdelegate', true],
    ])
    await endDelegation(delegationId)
    expect(await listAccesses(owner)).toHaveLength(2)
    expect((await listPeople(owner)).map(({ id }) => id)).toContain(past.id)
  })

  test('is for who decides it: a delegate sees neither that nor who did what', async () => {
    const { holder, clerk } = await cast()
    await aRequest(holder)
    for (const side of [holder, clerk]) {
      expect(await listAccesses(side)).toEqual([])
      expect(await listPeople(side)).toEqual([])
      expect((await listActs(side)).rows).toEqual([])
    }
  })
})

describe('«Chi ha letto e scritto»', () => {
  test('tells the person, the firm and the title of every act, and of the office its name alone', async () => {
    const { owner, contributorId, holder, clerk, desk } = await cast()
    const { id: noticeId, protocollo } = await aPublishedNotice({ contributorId })
    await readNotice(holder, { noticeId })
    const requestId = await aRequest(clerk)
    await takeUpRequest(desk, { requestId })
    await sendMessage(owner, words(requestId))
    const { rows } = await listActs(owner)
    expect(rows).toMatchObject([
      { sentence: 'Ha scritto nella richiesta', title: 'legal_representative', firm: null, requestId },
      { sentence: 'Ha preso in carico la richiesta', side: 'office', person: null, officeName: 'Roma', title: null },
      { sentence: 'Ha inviato una richiesta', title: 'subdelegate', firm: 'Studio Verdi', requestId },
      {
        sentence: 'Ha aperto e letto una comunicazione di irregolarità',
        person: 'Giuseppe Verdi',
        title: 'delegate',
        firm: 'Studio Verdi',
        noticeId,
        noticeProtocollo: protocollo,
      },
    ])
    expect(JSON.stringify(rows)).not.toContain('Bianchi')
  })

  test('never tells an internal note, nor what is private to a side, whatever the record says', async () => {
    const { owner, contributorId, desk } = await cast()
    const requestId = await aRequest(owner)
    await writeNote(desk, { draftId: v7(), requestId, text: 'Da sentire prima il collega.' })
    const hidden = changeNames.filter((name) =>
      /^(firm|campaign|bulk_request|draft|favourite)[.]|request.noted/.test(name),
    )
    await record(hidden.map((change) => ({ change, contributorId })))
    expect((await listActs(owner)).rows.map(({ sentence }) => sentence)).toEqual(['Ha inviato una richiesta'])
  })

  test('can be asked of one person, of the office, of the portal and by kind, and never of one officer', async () => {
    const { owner, contributorId, holder, desk } = await cast()
    const { id: noticeId } = await aPublishedNotice({ contributorId })
    await readNotice(holder, { noticeId })
    const requestId = await aRequest(owner)
    await takeUpRequest(desk, { requestId })
    await record([{ change: 'delegation.expired', contributorId }])
    const asked = async (filters: Parameters<typeof listActs>[1]) =>
      (await listActs(owner, filters)).rows.map(({ sentence }) => sentence)
    expect(await asked({ chi: holder.id })).toEqual(['Ha aperto e letto una comunicazione di irregolarità'])
    expect(await asked({ chi: 'sede' })).toEqual(['Ha preso in carico la richiesta'])
    expect(await asked({ chi: 'portale' })).toEqual(['Il portale ha chiuso una delega scaduta'])
    expect(await asked({ cosa: 'deleghe' })).toEqual(['Il portale ha chiuso una delega scaduta'])
    expect(await asked({ cosa: 'lette' })).toEqual(['Ha aperto e letto una comunicazione di irregolarità'])
    expect(await asked({ chi: holder.id, cosa: 'scritte' })).toEqual([])
    expect(await asked({ chi: desk.id })).toEqual([])
  })

  test('is turned page by page, each event once, to the first', async () => {
    const { owner, contributorId } = await cast()
    await record(Array.from({ length: 60 }, () => ({ change: 'delegation.expired' as const, contributorId })))
    const seen: number[] = []
    for (let before: number | undefined; ;) {
      const page = await listActs(owner, {}, before)
      seen.push(...page.rows.map(({ sequence }) => sequence))
      if (!page.next) break
      before = page.next
    }
    expect(seen).toHaveLength(60)
    expect(seen).toEqual([...new Set(seen)].sort((one, other) => other - one))
  })
})

test('«Perché vedo questa posizione» says one’s own title, who gave it, for whom and how', async () => {
  const { owner, holder, clerk } = await cast()
  expect(originOf((await findOwnAccess(owner))!)).toContain('Rappresenti ALFA SERVIZI S.R.L.')
  const own = (await findOwnAccess(holder))!
  expect(own).toMatchObject({
    title: 'delegate',
    firm: 'Studio Verdi',
    delegation: { scope: 'total', channel: 'direct' },
  })
  expect(originOf(own)).toContain('Delega diretta')
  expect(originOf((await findOwnAccess(clerk))!)).toContain('Subdelega di Giuseppe Verdi')
  expect(await Promise.all([owner, holder, clerk].map(findActingFirm))).toEqual([
    undefined,
    'Studio Verdi',
    'Studio Verdi',
  ])
})

describe('beside every name', () => {
  test('of a thread stand title and firm, on both sides', async () => {
    const { owner, holder, desk } = await cast()
    const requestId = await aRequest(holder)
    await takeUpRequest(desk, { requestId })
    await sendMessage(owner, words(requestId))
    const told = (await listThread(owner, requestId)).map(authorOf)
    expect(told[0]).toBe('Giuseppe Verdi, delegato – Studio Verdi')
    expect(told[1]).toMatch(/^Sede di Roma/)
    expect(told[2]).toBe('Anna Prova, legale rappresentante')
    expect((await listDeskThread(desk, requestId)).map(authorOf)[0]).toBe(told[0])
    for (const found of [await findRequest(owner, requestId), await findDeskRequest(desk, requestId)])
      expect(found).toMatchObject({ senderTitle: 'delegate', senderFirm: 'Studio Verdi' })
  })

  test('of a reading, of a payment and of a notice’s history too', async () => {
    const { owner, contributorId, holder, clerk, desk } = await cast()
    const { id: noticeId } = await aPublishedNotice({ contributorId })
    await readNotice(holder, { noticeId })
    await markNoticeRead(clerk, { noticeId })
    await markNoticeRead(owner, { noticeId })
    await declarePayment(holder, { noticeId, eventId: v7(), paidOn: '2026-11-20', paidCents: 149_950 })
    const read = [
      { title: 'delegate', firm: 'Studio Verdi' },
      { title: 'subdelegate', firm: 'Studio Verdi' },
      { title: 'legal_representative', firm: null },
    ]
    expect(await listReadings(owner, noticeId)).toMatchObject(read)
    expect(await listDeskReadings(desk, noticeId)).toMatchObject(read)
    for (const events of [
      await listNoticeEvents(owner, noticeId),
      await listDeskNoticeEvents(desk, noticeId),
      await listPayments(desk, noticeId),
    ])
      expect(events).toMatchObject([read[0]])
  })

  test('of the receipts, when there is a firm: the others are what they always were', async () => {
    const { owner, contributorId, holder } = await cast()
    const ofFirm = (await findReceipt(holder, await aRequest(holder)))!
    expect(senderOf(ofFirm.content.sender)).toBe('Giuseppe Verdi, delegato – Studio Verdi')
    expect(hashOf(ofFirm.content)).toBe(ofFirm.sha256)
    const own = (await findReceipt(owner, await aRequest(owner)))!
    expect(Object.keys(own.content.sender).sort()).toEqual(['codiceFiscale', 'name', 'title'])

    const [first, second] = [await aPublishedNotice({ contributorId }), await aPublishedNotice({ contributorId })]
    await readNotice(holder, { noticeId: first.id })
    await readNotice(owner, { noticeId: second.id })
    const issued = (await readingReceipt(owner, first.id))!
    expect(readerOf(issued.content)).toBe('Giuseppe Verdi, delegato – Studio Verdi')
    expect(canonicalJson(issued.content)).toContain('"firm":"Studio Verdi"')
    expect((await readingReceipt(owner, second.id))!.content).not.toHaveProperty('firm')
  })
})

test('a draft left behind says whose it was, and is sent with its files', async () => {
  const { owner, holder, delegationId } = await cast()
  const draftId = await aDraft(holder)
  await anAttachment(holder, draftId)
  expect(await listDrafts(owner)).toEqual([])
  expect(await listDrafts(holder)).toMatchObject([{ id: draftId, leftBy: null }])
  await endDelegation(delegationId)
  expect(await listDrafts(owner)).toMatchObject([{ id: draftId, leftBy: 'Giuseppe Verdi', attachments: 1 }])
  const partial = await aDelegation({ contributorId: owner.contributorId, workers: [newCodiceFiscale()] })
  expect(await listDrafts(await actingFor(partial.delegate.id, owner.contributorId))).toEqual([])
  await submitRequest(owner, { draftId })
  expect((await findReceipt(owner, draftId))!.content.attachments).toHaveLength(1)
})
