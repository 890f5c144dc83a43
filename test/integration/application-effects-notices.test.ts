import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { notices } from '@/db/schema'
import type { NoticeStatus } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import { grantApplication } from '@/lib/applications/commands/decide'
import { submitApplication } from '@/lib/applications/commands/submit'
import { findProvision } from '@/lib/applications/queries/detail'
import { reviewApplication } from '@/lib/applications/review'
import type { ContributorSide } from '@/lib/auth/actor'
import { findDraft } from '@/lib/drafts/queries'
import { readNotice } from '@/lib/notices/commands/reading'
import { listDeskNoticeEvents } from '@/lib/notices/queries/desk'
import { findNotice, listNoticeEvents } from '@/lib/notices/queries/detail'
import { takeUpRequest } from '@/lib/requests/commands/officer'
import { findRequest } from '@/lib/requests/queries/detail'
import { aGrant, anApplication, anApplicationDraft } from '../application-factories'
import { auditOf, contributorSide, execute, footprint, officer } from '../factories'
import { aPublishedNotice } from '../notice-factories'

/** A notice that its contributor has read, and an officer of each unit that decides on it. */
async function aReadNotice() {
  const sender = await contributorSide()
  const notice = await aPublishedNotice({ contributorId: sender.contributorId })
  await readNotice(sender, { noticeId: notice.id })
  return { sender, notice, flows: await officer(), credits: await officer({ units: ['RC'] }) }
}
const found = async (id: string) => {
  const [notice] = await transaction((tx) => tx.select().from(notices).where(eq(notices.id, id)))
  return notice!
}
const stand = (id: string, status: NoticeStatus) => execute(sql`update notices set status = ${status} where id = ${id}`)
const review = async (actor: ContributorSide, draftId: string) =>
  reviewApplication(actor, (await findDraft(actor, draftId))!)
const stepOf = ({ checked }: Awaited<ReturnType<typeof review>>, id: string) =>
  checked.find(({ step }) => step.id === id)

/** A riesame begun from the notice, in the hands of an officer. */
async function aReview() {
  const cast = await aReadNotice()
  const about = { comunicazione_protocollo: cast.notice.protocollo }
  const requestId = await anApplication(cast.sender, 'riesame', about, cast.notice.id)
  await takeUpRequest(cast.flows, { requestId })
  return { ...cast, requestId }
}
const inPart = (requestId: string, typed: Record<string, string> = {}) => ({
  ...aGrant(requestId, 'riesame', typed),
  outcome: 'partly_granted' as const,
})

describe('a riesame', () => {
  test('granted annuls the notice, and each names the other', async () => {
    const { sender, notice, flows, requestId } = await aReview()
    await grantApplication(flows, aGrant(requestId, 'riesame'))
    expect(await found(notice.id)).toMatchObject({ status: 'annulled' })
    const { protocollo, content } = (await findProvision(sender, requestId))!
    expect(content.effects).toEqual([`Comunicazione ${notice.protocollo}: annullata.`])
    expect(content.decided).toBeUndefined()
    expect((await listNoticeEvents(sender, notice.id)).at(-1)).toMatchObject({
      act: 'annul',
      text: expect.stringContaining(protocollo),
    })
    expect((await auditOf(notice.id)).at(-1)).toMatchObject({
      change: 'notice.annulled',
      actorId: flows.id,
      details: { provision: protocollo },
    })
    expect((await auditOf(requestId)).at(-1)).toMatchObject({ change: 'application.decided' })
  })

  test('granted in part puts a corrected notice in its place', async () => {
    const { sender, notice, flows, requestId } = await aReview()
    await grantApplication(flows, inPart(requestId))
    const { protocollo, content } = (await findProvision(sender, requestId))!
    const [event] = (await listDeskNoticeEvents(flows, notice.id)).slice(-1)
    expect(event).toMatchObject({ act: 'correct', text: expect.stringContaining(protocollo) })
    expect(await found(notice.id)).toMatchObject({ status: 'corrected', contributionsCents: 140_120 })
    const fresh = await found(event!.correctedById!)
    expect(fresh).toMatchObject({
      status: 'open',
      correctsId: notice.id,
      contributorId: sender.contributorId,
      contributionsCents: 60_120,
      sanctionsCents: 4_000,
      externalNumber: `RIESAME ${protocollo}`,
    })
    expect(fresh.content.f24).toMatchObject([{ amount: 64_120 }])
    expect(content.effects).toEqual([
      `Comunicazione ${notice.protocollo}: corretta, al suo posto vale la ${fresh.protocollo}.`,
    ])
    expect(await findNotice(sender, fresh.id)).toMatchObject({ unread: true, content: null })
  })

  test.each([
    ['granted', 'settled'],
    ['granted', 'annulled'],
    ['partly_granted', 'sent_to_collection'],
    ['partly_granted', 'corrected'],
  ] as const)('%s of a notice %s in the meantime decides nothing', async (outcome, status) => {
    const { sender, notice, flows, requestId } = await aReview()
    await stand(notice.id, status)
    const before = await footprint()
    await expect(grantApplication(flows, { ...aGrant(requestId, 'riesame'), outcome })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(notice.protocollo),
    })
    expect(await footprint()).toEqual(before)
    expect(await findRequest(sender, requestId)).toMatchObject({ status: 'taken_up', outcome: null })
  })

  test('granted in part with rows that leave nothing is told so on the rows, and decides nothing', async () => {
    const { flows, requestId } = await aReview()
    const before = await footprint()
    const nothing = { correzione_righe_1_paid: '601,20' }
    await expect(grantApplication(flows, inPart(requestId, nothing))).rejects.toMatchObject({
      errors: { correzione_righe: [expect.stringContaining('accogli per intero')] },
    })
    expect(await footprint()).toEqual(before)
  })

  test('decided twice from one page is one decision and one act on the notice', async () => {
    const { notice, flows, requestId } = await aReview()
    const decision = inPart(requestId)
    await Promise.all(Array.from({ length: 10 }, () => grantApplication(flows, decision)))
    expect((await listDeskNoticeEvents(flows, notice.id)).filter(({ act }) => act === 'correct')).toHaveLength(1)
  })

  test('names a notice of the contributor that was read and is still open, or is told so before it is sent', async () => {
    const { sender, notice } = await aReadNotice()
    const [stranger, unread] = [await aReadNotice(), await aPublishedNotice({ contributorId: sender.contributorId })]
    const about = async (protocollo: string) => {
      const draftId = await anApplicationDraft(sender, 'riesame', { comunicazione_protocollo: protocollo })
      return { draftId, step: stepOf(await review(sender, draftId), 'comunicazione') }
    }
    expect((await about(notice.protocollo)).step).toMatchObject({ state: 'done' })
    const refused = (message: RegExp) => ({
      state: 'wrong',
      errors: { comunicazione_protocollo: [expect.stringMatching(message)] },
    })
    const { draftId, step } = await about(stranger.notice.protocollo)
    expect(step).toMatchObject(refused(/non ce n’è una con questo protocollo/))
    await expect(submitApplication(sender, { draftId })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await about(unread.protocollo)).step).toMatchObject(refused(/Prima apri e leggi/))
    await stand(notice.id, 'settled')
    expect((await about(notice.protocollo)).step).toMatchObject(refused(/Regolarizzata/))
  })
})

describe('a rateazione', () => {
  const of = (protocollo: string) => ({ debiti_righe_0_number: protocollo })
  const inCharge = async () => {
    const cast = await aReadNotice()
    const requestId = await anApplication(cast.sender, 'rateazione', of(cast.notice.protocollo), cast.notice.id)
    await takeUpRequest(cast.credits, { requestId })
    return { ...cast, requestId }
  }

  test('granted has its plan in the provision, and leaves the answered notice where it is', async () => {
    const { sender, notice, credits, requestId } = await inCharge()
    await grantApplication(credits, aGrant(requestId, 'rateazione'))
    const { content } = (await findProvision(sender, requestId))!
    expect(content.figures).toMatchObject([
      { title: 'Piano delle rate', lines: expect.arrayContaining([{ term: 'Numero di rate', value: '10' }]) },
    ])
    expect(content.figures[0]!.table!.rows).toHaveLength(10)
    expect(content.effects).toEqual([expect.stringMatching(/^Rateazione in 10 rate al mese/)])
    expect(await found(notice.id)).toMatchObject({ status: 'in_progress' })
    expect((await listNoticeEvents(sender, notice.id)).map(({ act }) => act)).toEqual(['answer'])
  })

  test('puts in progress another notice that it names and that nobody answered', async () => {
    const { sender, credits } = await aReadNotice()
    const other = await aPublishedNotice({ contributorId: sender.contributorId })
    const requestId = await anApplication(sender, 'rateazione', of(other.protocollo))
    await takeUpRequest(credits, { requestId })
    await grantApplication(credits, aGrant(requestId, 'rateazione'))
    const { protocollo, content } = (await findProvision(sender, requestId))!
    expect(content.effects).toContain(`Comunicazione ${other.protocollo}: in lavorazione.`)
    expect(await listDeskNoticeEvents(credits, other.id)).toMatchObject([
      { act: 'begin', text: `Rateazione concessa con il provvedimento ${protocollo}.` },
    ])
    expect((await auditOf(other.id)).at(-1)).toMatchObject({ change: 'notice.begun', details: { requestId } })
  })

  test('touches no notice of another contributor, whatever number is written', async () => {
    const [{ sender, credits }, stranger] = [await aReadNotice(), await aReadNotice()]
    const requestId = await anApplication(sender, 'rateazione', of(stranger.notice.protocollo))
    await takeUpRequest(credits, { requestId })
    await grantApplication(credits, aGrant(requestId, 'rateazione'))
    expect(await found(stranger.notice.id)).toMatchObject({ status: 'open' })
  })

  test('has no more instalments than the debt may have: not asked, not granted', async () => {
    const { sender, credits, requestId } = await inCharge()
    const draftId = await anApplicationDraft(sender, 'rateazione', { piano_instalments: '37' })
    expect(stepOf(await review(sender, draftId), 'piano')).toMatchObject({
      state: 'wrong',
      errors: { piano_instalments: [expect.stringContaining('al massimo 36')] },
    })
    const before = await footprint()
    const tooMany = aGrant(requestId, 'rateazione', { concessione_instalments: '37' })
    await expect(grantApplication(credits, tooMany)).rejects.toMatchObject({
      errors: { concessione_instalments: [expect.stringContaining('al massimo 36')] },
    })
    expect(await footprint()).toEqual(before)
  })
})

test('a reduction of sanctions says in its provision what is left, and is no reduction of nothing', async () => {
  const { sender, credits } = await aReadNotice()
  const requestId = await anApplication(sender, 'riduzione-sanzioni')
  await takeUpRequest(credits, { requestId })
  await expect(
    grantApplication(credits, aGrant(requestId, 'riduzione-sanzioni', { riduzione_amount: '255,92' })),
  ).rejects.toMatchObject({ errors: { riduzione_amount: [expect.stringContaining('più basso')] } })
  await grantApplication(credits, aGrant(requestId, 'riduzione-sanzioni'))
  expect((await findProvision(sender, requestId))!.content).toMatchObject({
    effects: ['Sanzioni civili ridotte da 255,92 € a 71,92 €.'],
    figures: [{ title: 'Sanzioni civili ridotte' }],
  })
})
