import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { keepLapsedStep } from '@/lib/applications/commands/lapsed'
import { beginApplication, handOverApplication, saveStep } from '@/lib/applications/commands/draft'
import { submitApplication } from '@/lib/applications/commands/submit'
import { keepPostedStep, keepStep } from '@/lib/applications/keep'
import { findApplication } from '@/lib/applications/queries/detail'
import { findApplicationDraft, listApplicationDrafts, listSenders } from '@/lib/applications/queries/drafts'
import { listApplications } from '@/lib/applications/queries/list'
import { reviewApplication } from '@/lib/applications/review'
import { stepSchema } from '@/lib/applications/schema'
import { keepAttachment, removeAttachment } from '@/lib/attachments/commands'
import { listDraftAttachments, listRequestAttachments } from '@/lib/attachments/queries'
import type { ContributorSide } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { findContributor } from '@/lib/contributors/queries'
import { discardDraft, saveDraft } from '@/lib/drafts/commands'
import { listDrafts } from '@/lib/drafts/queries'
import { readNotice } from '@/lib/notices/commands/reading'
import { countAllHanded, listAllApplications, listAllHanded } from '@/lib/portfolio/queries/applications'
import { findTotals } from '@/lib/portfolio/queries/totals'
import { withdrawRequest } from '@/lib/requests/commands/contributor'
import { replyToRequest, takeUpRequest } from '@/lib/requests/commands/officer'
import { findReceipt, findRequest, listThread } from '@/lib/requests/queries/detail'
import { listRequests } from '@/lib/requests/queries/list'
import { listTimeline } from '@/lib/requests/queries/timeline'
import { applicationExamples } from '../application-examples'
import { anApplication, anApplicationDraft } from '../application-factories'
import {
  aFile,
  aRequest,
  auditOf,
  contributorSide,
  execute,
  footprint,
  lapsed,
  newCodiceFiscale,
  officer,
  person,
  rows,
  words,
} from '../factories'
import { aPublishedNotice } from '../notice-factories'
import { actingFor, aDelegation, aFirm, portfolio, subdelegate } from '../portfolio-factories'

const begin = async (actor: ContributorSide, kind = 'rimborso') => {
  const draftId = v7()
  await beginApplication(actor, { draftId, kind })
  return draftId
}
const motives = (explanation: string) => ({ motivi_explanation: explanation })
const save = (actor: ContributorSide, id: string, given: Partial<Parameters<typeof saveStep>[2]> = {}) =>
  saveStep(actor, id, { step: 'motivi', version: 1, writer: v7(), content: motives('Prima'), ...given })
const review = async (actor: ContributorSide, id: string) =>
  reviewApplication(actor, (await findApplicationDraft(actor, id))!)
const stateOf = async (actor: ContributorSide, id: string, step: string) =>
  (await review(actor, id)).checked.find((each) => each.step.id === step)

/** A contributor with its representative, a delegate's firm, and a collaborator who is subdelegated. */
async function office() {
  const owner = await contributorSide()
  const firm = await aFirm({ collaborators: 1 })
  const { contributorId } = owner
  await aDelegation({ contributorId, firm })
  await subdelegate(firm, firm.collaborators[0]!.memberId)
  return {
    owner,
    contributorId,
    firm,
    delegate: await actingFor(firm.holder.id, contributorId),
    helper: await actingFor(firm.collaborators[0]!.id, contributorId),
  }
}

describe('an istanza that is begun', () => {
  test('has the contacts used last, and what the notice says when it is begun from one', async () => {
    const side = await contributorSide()
    await aRequest(side, { email: 'anna@alfa.example', mobile: '3331234567' })
    const { id: noticeId } = await aPublishedNotice({ contributorId: side.contributorId })
    const draftId = v7()
    const notice = { draftId, kind: 'riesame', noticeId }
    await expect(beginApplication(side, notice)).rejects.toMatchObject({ kind: 'conflict' })
    await readNotice(side, { noticeId })
    const { firstStep } = await beginApplication(side, notice)
    const { content } = (await findApplicationDraft(side, draftId))!
    expect(content).toMatchObject({ recapiti_email: 'anna@alfa.example', noticeId })
    expect(Object.keys(content).filter((name) => name.startsWith(`${firstStep}_`)).length).toBeGreaterThan(0)
  })

  test('is one draft, begun twice; and none under an id that is somebody else’s or was sent', async () => {
    const [side, other] = [await contributorSide(), await contributorSide()]
    const draftId = await begin(side)
    await save(side, draftId)
    await beginApplication(side, { draftId, kind: 'rimborso' })
    expect(await findApplicationDraft(side, draftId)).toMatchObject({ version: 2, content: motives('Prima') })
    for (const id of [draftId, await aRequest(side)])
      await expect(beginApplication(other, { draftId: id, kind: 'rimborso' })).rejects.toMatchObject({
        kind: expect.stringMatching(/not-found|conflict/),
      })
    await expect(beginApplication(side, { draftId: v7(), kind: 'sparita' })).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  test('is no request’s draft: it is in its own list, and a request’s form writes nothing over it', async () => {
    const side = await contributorSide()
    const draftId = await begin(side)
    expect(await listDrafts(side)).toEqual([])
    expect(await listApplicationDrafts(side)).toMatchObject([{ id: draftId, applicationKind: 'rimborso' }])
    const request = { kind: 'request' as const, version: 1, writer: v7(), content: { text: 'Sopra' } }
    await expect(saveDraft(side, draftId, request)).rejects.toMatchObject({ kind: 'conflict' })
    expect((await findApplicationDraft(side, draftId))!.content.text).toBeUndefined()
  })
})

describe('a step', () => {
  test('is kept right or wrong, and touches no field of the others', async () => {
    const side = await contributorSide()
    const id = await begin(side)
    await save(side, id, { content: { ...motives('Perché'), pagamento_iban: 'IT00' } })
    await save(side, id, { version: 2, step: 'pagamento', content: { pagamento_iban: 'non un IBAN' } })
    const { content } = (await findApplicationDraft(side, id))!
    expect(content).toMatchObject({ ...motives('Perché'), pagamento_iban: 'non un IBAN' })
  })

  test('saved again by its own form as it is moves nothing: a late save does not undo what was looked at', async () => {
    const side = await contributorSide()
    const [id, writer] = [await begin(side), v7()]
    const posted = await save(side, id, { writer, passed: 1 })
    expect((await save(side, id, { writer })).version).toBe(posted.version)
    expect((await save(side, id, { writer, content: motives('Dopo') })).version).toBe(posted.version + 1)
  })

  test('stands to do until one goes on from it, then is done or wrong', async () => {
    const side = await contributorSide()
    const id = await begin(side)
    expect(await stateOf(side, id, 'motivi')).toMatchObject({ state: 'to_do' })
    await keepStep(side, id, { step: 'motivi', version: 1, writer: v7(), content: motives(''), passed: true })
    expect(await stateOf(side, id, 'motivi')).toMatchObject({ state: 'wrong', errors: { motivi_explanation: [/./] } })
    const { motivi_explanation } = applicationExamples.rimborso!.example
    await keepStep(side, id, {
      step: 'motivi',
      version: 2,
      writer: v7(),
      content: { motivi_explanation: motivi_explanation! },
      passed: true,
    })
    expect(await stateOf(side, id, 'motivi')).toMatchObject({ state: 'done' })
  })

  test('that the kind does not have is refused, and so is one of a draft already sent', async () => {
    const side = await contributorSide()
    const id = await begin(side)
    const strange = { step: 'altro', version: 1, writer: v7(), content: { altro_x: '1' } }
    await expect(keepStep(side, id, strange)).rejects.toMatchObject({ kind: 'conflict' })
    const sent = await anApplication(side, 'rimborso')
    const late = { ...strange, step: 'motivi', content: motives('Tardi') }
    await expect(keepStep(side, sent, late)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('già stata inviata'),
    })
  })

  test('posted whole is safe before it is judged, files included', async () => {
    const side = await contributorSide()
    const id = await begin(side)
    const form = new FormData()
    const posted = { draftId: id, version: '1', writer: v7(), step: 'allegati' }
    for (const [name, value] of Object.entries(posted)) form.set(name, value)
    form.set('files', new File(['%PDF-1.4 no'], 'virus.exe'))
    const input = stepSchema.parse(Object.fromEntries(form))
    await expect(keepPostedStep(side, input, form)).rejects.toMatchObject({ kind: 'invalid' })
    expect(await stateOf(side, id, 'allegati')).toMatchObject({ step: { id: 'allegati' } })
    expect((await findApplicationDraft(side, id))!.version).toBe(2)
  })
})

describe('of two people on the same draft', () => {
  test('who opened a step before the other saved it is told by whom, and writes over nothing', async () => {
    const { owner, delegate } = await office()
    const id = await begin(owner)
    await save(delegate, id, { content: motives('Del delegato') })
    const before = await footprint()
    await expect(save(owner, id, { content: motives('Del titolare') })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/^Giuseppe Verdi ha cambiato questa pagina/),
    })
    expect(await footprint()).toEqual(before)
    expect(await findApplicationDraft(owner, id)).toMatchObject({
      content: motives('Del delegato'),
      editor: 'Giuseppe Verdi',
    })
    await save(owner, id, { version: 2, content: motives('Del titolare, dopo') })
  })

  test('each keeps their own step, and a form its own saves', async () => {
    const { owner, delegate } = await office()
    const [id, writer] = [await begin(owner), v7()]
    await save(owner, id, { writer })
    await save(delegate, id, { step: 'pagamento', content: { pagamento_iban: 'IT60' } })
    await save(owner, id, { writer, content: motives('Ancora') })
    expect((await findApplicationDraft(owner, id))!.content).toMatchObject({
      ...motives('Ancora'),
      pagamento_iban: 'IT60',
    })
  })
})

describe('who may only prepare', () => {
  test('asks with a few words somebody who may; who sends it is who it is from', async () => {
    const { owner, firm, contributorId, delegate, helper } = await office()
    const draftId = await anApplicationDraft(helper, 'rimborso')
    await expect(submitApplication(helper, { draftId })).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await listSenders(helper)).map(({ name, title }) => `${name}, ${title}`)).toEqual([
      'Anna Prova, legal_representative',
      'Giuseppe Verdi, delegate',
    ])
    const holder = portfolio(firm.holder.id)
    expect(await countAllHanded(holder)).toBe(0)
    await handOverApplication(helper, { draftId, note: 'Controlla l’IBAN.' })
    const asked = { id: draftId, handedNote: 'Controlla l’IBAN.', handedBy: 'Anna Prova' }
    expect((await listAllHanded(holder)).rows).toMatchObject([{ ...asked, contributorId }])
    expect(await listApplicationDrafts(owner)).toMatchObject([asked])
    expect(await countAllHanded(portfolio(firm.collaborators[0]!.id))).toBe(0)
    await submitApplication(delegate, { draftId })
    expect(await findRequest(helper, draftId)).toMatchObject({ senderFirstName: 'Giuseppe', senderTitle: 'delegate' })
    expect(await countAllHanded(holder)).toBe(0)
    expect((await listAllApplications(holder)).rows).toMatchObject([{ id: draftId, contributorId }])
  })

  test('of a partial delegate sees the drafts of their delegation alone, and names only its workers', async () => {
    const owner = await contributorSide()
    const workers = [newCodiceFiscale()]
    const { delegate } = await aDelegation({ contributorId: owner.contributorId, workers })
    const partial = await actingFor(delegate.id, owner.contributorId)
    const own = await anApplicationDraft(partial, 'rimborso', { collaboratori_workers: workers[0]! })
    const theirs = await begin(owner)
    expect((await listApplicationDrafts(partial)).map(({ id }) => id)).toEqual([own])
    await expect(save(partial, theirs)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await stateOf(partial, own, 'collaboratori')).toMatchObject({ state: 'done', answers: { workers } })
    await save(partial, own, {
      step: 'collaboratori',
      version: 99,
      content: { collaboratori_workers: newCodiceFiscale() },
    })
    expect(await stateOf(partial, own, 'collaboratori')).toMatchObject({ state: 'wrong' })
    expect((await listSenders(partial)).map(({ title }) => title)).toEqual(['legal_representative'])
    expect((await listApplicationDrafts(owner)).map(({ id }) => id).sort()).toEqual([own, theirs].sort())
  })
})

describe('«Invia»', () => {
  test('ten times at once is one istanza, with one number, one receipt and its files', async () => {
    const side = await contributorSide()
    const draftId = await anApplicationDraft(side, 'rimborso')
    const sent = await Promise.all(Array.from({ length: 10 }, () => submitApplication(side, { draftId })))
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set([draftId]))
    const [counted] = await rows<{ requests: number; entries: number; receipts: number }>(sql`
      select (select count(*)::int from requests where contributor_id = ${side.contributorId}) as requests,
        (select count(*)::int from thread_entries where contributor_id = ${side.contributorId}) as entries,
        (select count(*)::int from receipts where contributor_id = ${side.contributorId}) as receipts`)
    expect(counted).toEqual({ requests: 1, entries: 1, receipts: 1 })
    expect(await auditOf(draftId)).toMatchObject([{ change: 'application.submitted', details: { kind: 'rimborso' } }])
    expect(await listRequestAttachments(side, draftId)).toHaveLength(1)
    const { content } = (await findReceipt(side, draftId))!
    const today = romeDate(new Date())
    expect(content).toMatchObject({ expectedBy: addDays(today, content.application!.term.days) })
    expect(content.application!.sections.map(({ step }) => step)).toContain('pagamento')
    expect(await findApplicationDraft(side, draftId)).toBeUndefined()
    expect((await listApplications(side)).rows).toMatchObject([{ id: draftId, status: 'submitted' }])
    expect((await listRequests(side)).rows).toEqual([])
  })

  test('is refused while a step is to do, wrong, or says that a file is there which is not', async () => {
    const side = await contributorSide()
    const draftId = await anApplicationDraft(side, 'rimborso', { motivi_explanation: '' })
    await expect(submitApplication(side, { draftId })).rejects.toMatchObject({ kind: 'conflict' })
    const other = await anApplicationDraft(side, 'rimborso')
    expect(await review(side, other)).toMatchObject({ complete: true })
    const [file] = await listDraftAttachments(side, other)
    await execute(sql`delete from attachment_contents where attachment_id = ${file!.id}`)
    await execute(sql`delete from attachments where id = ${file!.id}`)
    expect(await stateOf(side, other, 'allegati')).toMatchObject({
      state: 'wrong',
      errors: { allegati: [expect.stringContaining('nessun file')] },
    })
    await expect(submitApplication(side, { draftId: other })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('sends what was looked at: not what somebody else changed since, files included', async () => {
    const { owner, delegate } = await office()
    const draftId = await anApplicationDraft(owner, 'rimborso')
    const looked = async () => (await findApplicationDraft(owner, draftId))!.version
    const seen = await looked()
    await save(delegate, draftId, { version: seen, content: motives('Cambiato dal delegato dopo che è stato letto.') })
    await expect(submitApplication(owner, { draftId, version: seen })).rejects.toMatchObject({ kind: 'conflict' })
    const again = await looked()
    await keepAttachment(delegate, { id: draftId, kind: 'application', requestId: undefined }, aFile())
    await expect(submitApplication(owner, { draftId, version: again })).rejects.toMatchObject({ kind: 'conflict' })
    const [file] = await listDraftAttachments(owner, draftId)
    const before = await looked()
    await removeAttachment(delegate, file!.id)
    await expect(submitApplication(owner, { draftId, version: before })).rejects.toMatchObject({ kind: 'conflict' })
    await submitApplication(owner, { draftId, version: await looked() })
  })

  test('of a kind that is gone is refused; the draft stays, with all that was typed', async () => {
    const side = await contributorSide()
    const draftId = await anApplicationDraft(side, 'rimborso')
    await execute(sql`update drafts set application_kind = 'sparita' where id = ${draftId}`)
    await expect(submitApplication(side, { draftId })).rejects.toMatchObject({ kind: 'conflict' })
    const draft = await findApplicationDraft(side, draftId)
    expect(draft!.content).toMatchObject({ pagamento_iban: applicationExamples.rimborso!.example.pagamento_iban })
    expect(await review(side, draftId)).toMatchObject({ kind: undefined, complete: false })
    await discardDraft(side, draftId)
  })

  test('makes the office’s replies to an istanza a count of their own', async () => {
    const [side, desk] = [await contributorSide(), await officer({ units: ['RC', 'FC', 'CO', 'AS', 'AN'] })]
    const requestId = await anApplication(side, 'rimborso')
    expect(await findApplication(side, requestId)).toMatchObject({ responsible: null })
    await takeUpRequest(desk, { requestId })
    await replyToRequest(desk, words(requestId))
    expect(await findApplication(side, requestId)).toMatchObject({ responsible: 'Clara Bianchi' })
    const counts = { unreadReplies: 0, unreadApplicationReplies: 1 }
    expect(await findContributor(person(side.id), side.contributorId)).toMatchObject(counts)
    expect(await findTotals(portfolio(side.id))).toMatchObject(counts)
    expect((await listApplications(side)).rows).toMatchObject([{ unread: 1 }])
    await withdrawRequest(side, { requestId })
    expect((await listThread(side, requestId)).at(-1)).toMatchObject({ act: 'withdraw' })
  })
})

describe('the timeline of a contributor', () => {
  test('has requests and istanze together, each once, page after page, as far as one sees', async () => {
    const side = await contributorSide()
    const sent = [await aRequest(side), await anApplication(side, 'rimborso'), await aRequest(side)]
    for (const [at, id] of sent.entries())
      await execute(
        sql`update requests set submitted_at = ${`2026-01-0${at + 1}T10:00:00Z`}::timestamptz where id = ${id}`,
      )
    const { rows: found } = await listTimeline(side, side.contributorId)
    expect(found.map(({ id }) => id)).toEqual(sent.toReversed())
    const rest = await listTimeline(side, side.contributorId, { value: '2026-01-02T10:00:00.000Z', id: sent[1]! })
    expect(rest.rows.map(({ id }) => id)).toEqual([sent[0]])
    const desk = await officer({ units: ['RC', 'FC', 'CO', 'AS', 'AN'] })
    expect((await listTimeline(desk, side.contributorId)).rows).toHaveLength(3)
    const elsewhere = await officer({ officeCode: '5100', units: ['RC', 'FC', 'CO', 'AS', 'AN'] })
    expect((await listTimeline(elsewhere, side.contributorId)).rows).toEqual([])
    expect((await listTimeline(await contributorSide(), side.contributorId)).rows).toEqual([])
  })
})

describe('a step typed while the session went idle', () => {
  const typed = (draftId: string, explanation = 'Scritto tardi') => ({
    draftId,
    step: 'motivi',
    version: '1',
    writer: v7(),
    ...motives(explanation),
  })

  test('is kept in its draft under the name of who typed it', async () => {
    const side = await contributorSide()
    const id = await begin(side)
    expect(await keepLapsedStep(lapsed(side.id), typed(id), side.contributorId)).toEqual({ id })
    expect(await findApplicationDraft(side, id)).toMatchObject({ version: 2, content: motives('Scritto tardi') })
  })

  test('stands in a draft beside it when somebody else saved the step meanwhile', async () => {
    const { owner, delegate } = await office()
    const id = await begin(owner)
    await save(delegate, id, { content: motives('Del delegato') })
    const beside = (await keepLapsedStep(lapsed(owner.id), typed(id), owner.contributorId))!
    expect(beside.id).not.toBe(id)
    expect((await findApplicationDraft(owner, id))!.content).toMatchObject(motives('Del delegato'))
    const draft = (await findApplicationDraft(owner, beside.id))!
    expect(draft).toMatchObject({ applicationKind: 'rimborso', content: motives('Scritto tardi') })
    await save(owner, beside.id, { version: draft.version, content: motives('E poi') })
  })

  test('is nobody else’s to write: without a right, with a PIN online, or in a draft that was sent, nothing is', async () => {
    const [side, other] = [await contributorSide(), await contributorSide()]
    const id = await begin(side)
    const sent = await anApplication(side, 'rimborso')
    const before = await footprint()
    for (const [who, draft, profile] of [
      [lapsed(other.id), id, side.contributorId],
      [lapsed(other.id), id, other.contributorId],
      [lapsed(side.id, 'online'), id, side.contributorId],
      [lapsed(side.id), sent, side.contributorId],
      [lapsed(side.id), id, 'none'],
    ] as const)
      expect(await keepLapsedStep(who, typed(draft), profile)).toBeUndefined()
    expect(await footprint()).toEqual(before)
  })
})

test('a file is hung on the draft of an istanza by whoever shares it, and never begins one', async () => {
  const { owner, delegate } = await office()
  const id = await begin(owner)
  const into = { id, kind: 'application' as const, requestId: undefined }
  await keepAttachment(delegate, into, aFile())
  expect(await listDraftAttachments(owner, id)).toHaveLength(1)
  await expect(keepAttachment(owner, { ...into, id: v7() }, aFile())).rejects.toMatchObject({ kind: 'not-found' })
  await keepAttachment(owner, into, aFile())
  await keepAttachment(owner, into, aFile())
  await expect(keepAttachment(delegate, into, aFile())).rejects.toMatchObject({ kind: 'conflict' })
})
