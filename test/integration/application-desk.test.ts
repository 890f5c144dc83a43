import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { outgoingMessages, requests } from '@/db/schema'
import { transaction } from '@/db/write'
import { grantApplication, settleDecision } from '@/lib/applications/commands/decide'
import { answerProposal, proposeRefusal } from '@/lib/applications/commands/refuse'
import { reviewDecision } from '@/lib/applications/decision'
import { hashOf } from '@/lib/applications/provision'
import { countApplicationQueues, listToConfirm } from '@/lib/applications/queries/desk'
import { findApplication, findProvision, listProposals } from '@/lib/applications/queries/detail'
import { findAttachment, listDraftAttachments, listRequestAttachments } from '@/lib/attachments/queries'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { saveDraft } from '@/lib/drafts/commands'
import { findDraft, findEntryDraft } from '@/lib/drafts/queries'
import { parseCursor } from '@/lib/pagination'
import { supplementRequest, withdrawRequest } from '@/lib/requests/commands/contributor'
import { checkDeadlines } from '@/lib/requests/commands/deadlines'
import {
  closeRequest,
  releaseRequest,
  requestDocuments,
  takeUpRequest,
  transferRequest,
} from '@/lib/requests/commands/officer'
import { countQueues, listQueue } from '@/lib/requests/queries/desk'
import { findDeskRequest, findRequest, hasOwnEntry, listDeskThread, listThread } from '@/lib/requests/queries/detail'
import { listTimeline } from '@/lib/requests/queries/timeline'
import { aGrant, anApplication, anApplicationInCharge } from '../application-factories'
import { applicationExamples } from '../application-examples'
import {
  anAttachment,
  aRequest,
  auditOf,
  contributorSide,
  execute,
  footprint,
  head,
  officer,
  system,
  words,
  workingDay,
} from '../factories'

afterEach(() => vi.useRealTimers())
const at = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

const found = async (id: string) => {
  const [request] = await transaction((tx) => tx.select().from(requests).where(eq(requests.id, id)))
  return request!
}
const told = (entryId: string) =>
  transaction((tx) => tx.select().from(outgoingMessages).where(eq(outgoingMessages.entryId, entryId)))
const changesOf = async (id: string) => (await auditOf(id)).map(({ change }) => change)

/** A rimborso in the hands of an officer, with a colleague of the same unit. */
async function inCharge(code = 'rimborso') {
  const [sender, desk] = [await contributorSide(), await officer()]
  const colleague = await officer({ name: ['Chiara', 'Ferri'] })
  const requestId = await anApplicationInCharge(sender, desk, code, { recapiti_notifyByEmail: 'on' })
  return { sender, desk, colleague, requestId }
}
const reasons = {
  facts: 'Dai flussi risulta che il massimale dell’anno non è stato superato.',
  law: 'Art. 2, comma 18, L. 335/1995',
}
const aRefusal = (requestId: string) => ({ draftId: v7(), requestId, ...reasons })
async function propose(desk: Officer, requestId: string) {
  const refusal = aRefusal(requestId)
  await proposeRefusal(desk, refusal)
  return { requestId, proposalId: refusal.draftId }
}
const confirmed = { answer: 'confirmed', note: '' } as const
const sentBack = { answer: 'sent_back', note: 'Manca la verifica dell’anno 2023.' } as const

/** The form of «Decidi», kept as a draft. */
async function aDecision(desk: Officer, requestId: string, typed: Record<string, string> = {}) {
  const draftId = v7()
  const content = { act: 'decide', outcome: 'not_granted', ...reasons, ...typed }
  await saveDraft(desk, draftId, { kind: 'entry', requestId, version: 0, writer: v7(), content })
  return { draftId, requestId, version: 1 }
}

describe('the queues of istanze', () => {
  test('hold istanze alone, by the term of the law, and say what each asks', async () => {
    const [sender, desk] = [await contributorSide({ officeCode: '5100' }), await officer({ officeCode: '5100' })]
    await aRequest(sender)
    const requestId = await anApplication(sender, 'rimborso')
    const { rows } = await listQueue(desk, 'da-prendere', undefined, 'application')
    expect(rows).toMatchObject([{ id: requestId, topicLabel: expect.any(String), summary: expect.stringMatching(/€/) }])
    expect((await found(requestId)).expectedBy).toBe(
      addDays(romeDate(new Date()), (await findApplication(desk, requestId))!.termDays),
    )
    expect(await countApplicationQueues(desk)).toMatchObject({ 'da-prendere': 1, mie: 0 })
    expect(await countQueues(desk)).toMatchObject({ 'da-prendere': 1 })
    await takeUpRequest(desk, { requestId })
    expect(await countApplicationQueues(desk)).toMatchObject({ 'da-prendere': 0, mie: 1 })
    expect((await listQueue(desk, 'mie')).rows).toEqual([])
  })

  test('are those of the officer’s units and office, and so is the istanza', async () => {
    const requestId = await anApplication(await contributorSide(), 'rimborso')
    for (const stranger of [await officer({ units: ['AN', 'RC'] }), await head({ officeCode: '5100' })]) {
      const queue = await listQueue(stranger, 'da-prendere', undefined, 'application')
      expect(queue.rows.filter(({ id }) => id === requestId)).toEqual([])
      expect(await findDeskRequest(stranger, requestId)).toBeUndefined()
      expect(await findApplication(stranger, requestId)).toBeUndefined()
    }
  })

  test('«Da confermare» gives the refusals of colleagues, oldest first, then one’s own, page by page', async () => {
    await execute(
      sql`update refusal_proposals set answer = 'dropped', answered_by = proposed_by, answered_at = now() where answer is null`,
    )
    const [desk, colleague] = [await officer(), await officer()]
    const proposed: string[] = []
    for (const proposer of [desk, ...Array<Officer>(26).fill(colleague), desk]) {
      const requestId = await anApplicationInCharge(await contributorSide(), proposer, 'rimborso')
      proposed.push((await propose(proposer, requestId)).proposalId)
    }
    const own = [proposed[0], proposed.at(-1)]
    const first = await listToConfirm(desk)
    expect(first.rows.map(({ id }) => id)).toEqual(proposed.slice(1, 26))
    const second = await listToConfirm(desk, parseCursor(first.next))
    expect(second.rows.map(({ id, own }) => [id, own])).toEqual([
      [proposed[26], false],
      [own[0], true],
      [own[1], true],
    ])
    expect((await countApplicationQueues(desk))['da-confermare']).toBe(26)
    expect((await countApplicationQueues(colleague))['da-confermare']).toBe(2)
    expect((await listToConfirm(await officer({ units: ['RC'] }))).rows).toEqual([])
  })
})

describe('taking an istanza up', () => {
  test('puts it in one’s hands, and the thread names no person', async () => {
    const { sender, desk, requestId } = await inCharge()
    expect(await found(requestId)).toMatchObject({ status: 'taken_up', officerId: desk.id })
    expect((await listThread(sender, requestId)).at(-1)).toMatchObject({ act: 'take_up', author: null })
  })

  test('by another says who has it, and calls it an istanza', async () => {
    const { colleague, requestId } = await inCharge()
    await expect(takeUpRequest(colleague, { requestId })).rejects.toMatchObject({
      kind: 'conflict',
      message: 'L’istanza è già stata presa in carico da Clara Bianchi.',
    })
  })

  test('does not let it be closed without a provision', async () => {
    const { desk, requestId } = await inCharge()
    await expect(closeRequest(desk, { ...words(requestId), outcome: 'granted' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})

describe('documents that an istanza lacks', () => {
  /** Documents asked for on Monday 13 April 2026, by Friday 17. */
  async function waiting() {
    at('2026-04-13T09:00:00+02:00')
    const cast = await inCharge()
    await requestDocuments(cast.desk, { ...words(cast.requestId), dueBy: '2026-04-17' })
    return { ...cast, before: (await found(cast.requestId)).expectedBy }
  }

  test('suspend the term of the law, which moves on by the calendar days spent waiting', async () => {
    const { sender, desk, requestId, before } = await waiting()
    expect(await findDeskRequest(desk, requestId)).toMatchObject({ pausedOn: '2026-04-13' })
    await expect(grantApplication(desk, aGrant(requestId, 'rimborso'))).rejects.toMatchObject({ kind: 'conflict' })
    at('2026-04-19T09:00:00+02:00')
    await supplementRequest(sender, words(requestId))
    expect(await found(requestId)).toMatchObject({ status: 'supplemented', expectedBy: addDays(before, 6) })
  })

  test('close it after a notice when they do not come', async () => {
    const { sender, requestId } = await waiting()
    at('2026-04-20T06:00:00+02:00')
    await checkDeadlines(system())
    expect((await listThread(sender, requestId)).at(-1)).toMatchObject({
      act: 'announce_closure',
      text: expect.stringContaining('l’istanza sarà chiusa'),
    })
    at('2026-04-28T06:00:00+02:00')
    await checkDeadlines(system())
    expect(await found(requestId)).toMatchObject({ status: 'closed', outcome: 'documents_missing' })
    expect(await findProvision(sender, requestId)).toBeUndefined()
  })
})

describe('granting', () => {
  test('gives a numbered and hashed provision, tells the sender and leaves its trace', async () => {
    const { sender, desk, requestId } = await inCharge()
    const grant = aGrant(requestId, 'rimborso')
    await grantApplication(desk, grant)
    expect(await found(requestId)).toMatchObject({ status: 'closed', outcome: 'granted' })
    const provision = (await findProvision(sender, requestId))!
    expect(provision.protocollo).toMatch(/^INPS\.7000\.\d\d\/\d\d\/\d{4}\.\d{7}$/)
    expect(provision.content).toMatchObject({
      outcome: 'granted',
      facts: grant.facts,
      law: grant.law,
      responsible: 'Clara Bianchi',
      office: { code: '7000', unit: 'Flussi contributivi' },
      attachments: [],
    })
    expect(provision.sha256).toBe(hashOf(provision.content))
    expect((await listThread(sender, requestId)).at(-1)).toMatchObject({
      id: grant.draftId,
      act: 'decide',
      author: null,
      outcome: 'granted',
      fresh: true,
      text: `Accolta: provvedimento ${provision.protocollo}.`,
    })
    expect((await auditOf(requestId)).at(-1)).toMatchObject({
      change: 'application.decided',
      actorId: desk.id,
      contributorId: sender.contributorId,
      details: { outcome: 'granted', provision: provision.protocollo },
    })
    expect(await told(grant.draftId)).toMatchObject([{ change: 'application.decided', status: 'promised' }])
  })

  test('says in words what it changed elsewhere', async () => {
    const [sender, desk] = [await contributorSide(), await officer({ units: ['AN'] })]
    const requestId = await anApplicationInCharge(sender, desk, 'altro-responsabile')
    await grantApplication(desk, aGrant(requestId, 'altro-responsabile'))
    expect((await findProvision(sender, requestId))!.content.effects).toEqual([
      expect.stringMatching(/^Altro responsabile: /),
    ])
  })

  test('twice from one page is one decision, even at the same moment; another later is refused', async () => {
    const { desk, requestId } = await inCharge()
    const grant = aGrant(requestId, 'rimborso')
    await Promise.all(Array.from({ length: 10 }, () => grantApplication(desk, grant)))
    await grantApplication(desk, grant)
    expect((await changesOf(requestId)).filter((change) => change === 'application.decided')).toHaveLength(1)
    await expect(grantApplication(desk, aGrant(requestId, 'rimborso'))).rejects.toMatchObject({ kind: 'conflict' })
    await expect(proposeRefusal(desk, aRefusal(requestId))).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is of who has it in charge, or of the head of the unit', async () => {
    const { colleague, requestId } = await inCharge()
    await expect(grantApplication(colleague, aGrant(requestId, 'rimborso'))).rejects.toMatchObject({ kind: 'conflict' })
    await grantApplication(await head(), aGrant(requestId, 'rimborso'))
    const { content } = (await findProvision(await officer(), requestId))!
    expect(content.responsible).toBe('Clara Bianchi')
  })

  test('carries its files, with their hashes in the provision', async () => {
    const { sender, desk, requestId } = await inCharge()
    const decision = await aDecision(desk, requestId, {
      outcome: 'granted',
      ...applicationExamples.rimborso!.decisionExample,
    })
    const fileId = await anAttachment(desk, decision.draftId, requestId)
    expect(await findAttachment(sender, fileId)).toBeUndefined()
    await settleDecision(desk, decision)
    expect(await findAttachment(sender, fileId)).toMatchObject({ id: fileId })
    const { content } = (await findProvision(sender, requestId))!
    expect(content.attachments).toMatchObject([{ name: 'quietanza.pdf' }])
    expect((await listRequestAttachments(sender, requestId)).at(-1)).toMatchObject({ entryId: decision.draftId })
    expect(await findDraft(desk, decision.draftId)).toBeUndefined()
  })
})

describe('the draft of a decision', () => {
  test('is read again before it is final, with everything that is wrong at once', async () => {
    const { desk, requestId } = await inCharge()
    expect(await reviewDecision(desk, requestId, {})).toMatchObject({
      errors: { outcome: [expect.any(String)], facts: [expect.any(String)], law: [expect.any(String)] },
    })
    const { decisionExample } = applicationExamples.rimborso!
    const review = await reviewDecision(desk, requestId, { outcome: 'partly_granted', ...reasons, ...decisionExample })
    expect(review).toMatchObject({ outcome: 'partly_granted', facts: reasons.facts })
    expect(await reviewDecision(await officer({ units: ['AN'] }), requestId, {})).toBeUndefined()
  })

  test('that changed since it was looked at, that is not right, or that is another’s, decides nothing', async () => {
    const { desk, colleague, requestId } = await inCharge()
    const decision = await aDecision(desk, requestId)
    const wrong = await aDecision(desk, requestId, { facts: 'No.' })
    const before = await footprint()
    await expect(settleDecision(desk, { ...decision, version: 2 })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(settleDecision(desk, wrong)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(settleDecision(colleague, decision)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(settleDecision(desk, { ...decision, requestId: v7() })).rejects.toMatchObject({ kind: 'not-found' })
    expect(await footprint()).toEqual(before)
  })

  test('sent twice is one proposal, and the same form saves nothing any more', async () => {
    const { desk, requestId } = await inCharge()
    const decision = await aDecision(desk, requestId)
    await settleDecision(desk, decision)
    await settleDecision(desk, decision)
    expect(await listProposals(desk, requestId)).toHaveLength(1)
    expect(await hasOwnEntry(desk, decision.draftId, requestId)).toBe(true)
    const again = { kind: 'entry' as const, requestId, version: 1, writer: v7(), content: {} }
    await expect(saveDraft(desk, decision.draftId, again)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await findEntryDraft(desk, requestId, 'decide')).toBeUndefined()
  })
})

describe('refusing', () => {
  test('takes two: who proposed it cannot confirm it, not even the head of the unit', async () => {
    const { colleague, requestId } = await inCharge()
    const chief = await head()
    const proposal = await propose(chief, requestId)
    const before = await footprint()
    await expect(answerProposal(chief, { ...proposal, ...confirmed })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(answerProposal(chief, { ...proposal, ...sentBack })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await footprint()).toEqual(before)
    await answerProposal(colleague, { ...proposal, ...confirmed })
    expect(await found(requestId)).toMatchObject({ status: 'closed', outcome: 'not_granted' })
  })

  test('confirmed is a provision with the reasons of who proposed it, and both names in the record', async () => {
    const { sender, desk, colleague, requestId } = await inCharge()
    const proposal = await propose(desk, requestId)
    expect((await auditOf(requestId)).at(-1)).toMatchObject({
      change: 'application.refusal_proposed',
      actorId: desk.id,
    })
    await answerProposal(colleague, { ...proposal, ...confirmed })
    expect((await findProvision(sender, requestId))!.content).toMatchObject({
      outcome: 'not_granted',
      ...reasons,
      responsible: 'Clara Bianchi',
      figures: [],
      effects: [],
    })
    expect((await auditOf(requestId)).at(-1)).toMatchObject({ change: 'application.decided', actorId: colleague.id })
    expect(await told(proposal.proposalId)).toMatchObject([{ change: 'application.decided' }])
    expect((await listProposals(desk, requestId))[0]).toMatchObject({ answer: 'confirmed', answerer: 'Chiara Ferri' })
  })

  test('confirmed by ten colleagues at once is one provision, and the others are told', async () => {
    const { desk, requestId } = await inCharge()
    const proposal = await propose(desk, requestId)
    const colleagues = await Promise.all(Array.from({ length: 10 }, () => officer()))
    const settled = await Promise.allSettled(
      colleagues.map((colleague) => answerProposal(colleague, { ...proposal, ...confirmed })),
    )
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of settled)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({
          kind: 'conflict',
          message: expect.stringContaining('ha già avuto risposta'),
        })
    expect((await changesOf(requestId)).filter((change) => change === 'application.decided')).toHaveLength(1)
  })

  test('confirmed twice by a double click is once', async () => {
    const { desk, colleague, requestId } = await inCharge()
    const proposal = await propose(desk, requestId)
    const twice = () => answerProposal(colleague, { ...proposal, ...confirmed })
    await Promise.all([twice(), twice()])
    await twice()
    expect((await changesOf(requestId)).filter((change) => change === 'application.decided')).toHaveLength(1)
  })

  test('sent back gives words and files again to who proposed it, and decides nothing', async () => {
    const { sender, desk, colleague, requestId } = await inCharge()
    const decision = await aDecision(desk, requestId)
    const fileId = await anAttachment(desk, decision.draftId, requestId)
    await settleDecision(desk, decision)
    const proposal = { requestId, proposalId: decision.draftId }
    expect(await listDraftAttachments(colleague, decision.draftId)).toMatchObject([{ id: fileId }])
    expect(await listDraftAttachments(await officer({ units: ['AN'] }), decision.draftId)).toEqual([])
    await answerProposal(colleague, { ...proposal, ...sentBack })
    expect(await listProposals(desk, requestId)).toMatchObject([
      { answer: 'sent_back', answerer: 'Chiara Ferri', note: sentBack.note },
    ])
    expect(await found(requestId)).toMatchObject({ status: 'taken_up', outcome: null, officerId: desk.id })
    expect(await told(decision.draftId)).toEqual([])
    const draft = (await findEntryDraft(desk, requestId, 'decide'))!
    expect(draft.content).toMatchObject({ outcome: 'not_granted', ...reasons })
    expect(await listDraftAttachments(desk, draft.id)).toMatchObject([{ id: fileId }])
    expect(await listDraftAttachments(colleague, draft.id)).toEqual([])
    await settleDecision(desk, { draftId: draft.id, requestId, version: draft.version })
    await answerProposal(colleague, { requestId, proposalId: draft.id, ...confirmed })
    expect((await findProvision(sender, requestId))!.content.attachments).toMatchObject([{ name: 'quietanza.pdf' }])
    expect(await findAttachment(sender, fileId)).toMatchObject({ id: fileId })
  })

  test.each([
    [
      'documents are asked for',
      ({ desk, requestId }: Cast) => requestDocuments(desk, { ...words(requestId), dueBy: workingDay(3) }),
    ],
    ['it goes back to the queue', ({ desk, requestId }: Cast) => releaseRequest(desk, { requestId })],
    [
      'it goes to another unit',
      ({ desk, requestId }: Cast) => transferRequest(desk, { ...words(requestId), officeCode: '7000', unitCode: 'RC' }),
    ],
    ['it is withdrawn', ({ sender, requestId }: Cast) => withdrawRequest(sender, { requestId })],
    ['it is granted', ({ desk, requestId }: Cast) => grantApplication(desk, aGrant(requestId, 'rimborso'))],
  ] as const)('gives way when %s', async (_, happens) => {
    const cast = await inCharge()
    const proposal = await propose(cast.desk, cast.requestId)
    await happens(cast)
    expect(await listProposals(await head(), cast.requestId)).toMatchObject([{ answer: 'dropped' }])
    await expect(answerProposal(cast.colleague, { ...proposal, ...confirmed })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('proposed is nothing that the contributor can see, in any query', async () => {
    const { sender, desk, colleague, requestId } = await inCharge()
    const decision = await aDecision(desk, requestId)
    const fileId = await anAttachment(desk, decision.draftId, requestId)
    const seen = (actor: ContributorSide) =>
      Promise.all([
        findRequest(actor, requestId),
        findApplication(actor, requestId),
        findProvision(actor, requestId),
        listThread(actor, requestId),
        listRequestAttachments(actor, requestId),
        findAttachment(actor, fileId),
        listDraftAttachments(actor, decision.draftId),
        findDraft(actor, decision.draftId),
        findEntryDraft(actor, requestId, 'decide'),
        hasOwnEntry(actor, decision.draftId, requestId),
        listTimeline(actor, actor.contributorId),
      ])
    const before = await seen(sender)
    await settleDecision(desk, decision)
    expect(await seen(sender)).toEqual(before)
    await answerProposal(colleague, { requestId, proposalId: decision.draftId, ...sentBack })
    expect(await seen(sender)).toEqual(before)
    expect((await listDeskThread(desk, requestId)).map(({ act }) => act)).toEqual(['submit', 'take_up'])
  })
})
type Cast = Awaited<ReturnType<typeof inCharge>>
