/// <reference types="vite/client" />
import { v7 } from 'uuid'
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import type { RequestStatus } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import { grantApplication } from '@/lib/applications/commands/decide'
import * as applicationDrafts from '@/lib/applications/commands/draft'
import { keepLapsedStep } from '@/lib/applications/commands/lapsed'
import { answerProposal, proposeRefusal } from '@/lib/applications/commands/refuse'
import { submitApplication } from '@/lib/applications/commands/submit'
import * as applicationDesk from '@/lib/applications/queries/desk'
import * as applicationDetail from '@/lib/applications/queries/detail'
import * as draftedApplications from '@/lib/applications/queries/drafts'
import { listApplications } from '@/lib/applications/queries/list'
import * as attachmentCommands from '@/lib/attachments/commands'
import * as attachmentQueries from '@/lib/attachments/queries'
import type { Administrator, ContributorSide, Lapsed, Officer, Person, System, Visitor } from '@/lib/auth/actor'
import * as authCommands from '@/lib/auth/commands'
import * as authQueries from '@/lib/auth/queries'
import * as brake from '@/lib/campaigns/commands/brake'
import { keepFindings } from '@/lib/campaigns/commands/stage'
import * as campaignQueries from '@/lib/campaigns/queries'
import { keepFavourite } from '@/lib/portfolio/commands/favourites'
import * as allApplications from '@/lib/portfolio/queries/applications'
import * as bulkQueries from '@/lib/portfolio/queries/bulk'
import { findNarrowed } from '@/lib/portfolio/queries/choices'
import { listChoices } from '@/lib/portfolio/queries/contributors'
import * as portfolioCounts from '@/lib/portfolio/queries/counts'
import { listDashboard, listDashboardPiece } from '@/lib/portfolio/queries/dashboard'
import { listAllNotices } from '@/lib/portfolio/queries/notices'
import { listAllRequests } from '@/lib/portfolio/queries/requests'
import * as codeCommands from '@/lib/contacts/commands/code'
import * as contactCommands from '@/lib/contacts/commands/propose'
import * as contactQueries from '@/lib/contacts/queries'
import * as contributorQueries from '@/lib/contributors/queries'
import * as deadlineCommands from '@/lib/deadlines/commands'
import * as deadlineQueries from '@/lib/deadlines/queries'
import * as delegationCommands from '@/lib/delegations/commands/contributor'
import { reinstateDelegation, suspendDelegation } from '@/lib/delegations/commands/office'
import { changeWorkers } from '@/lib/delegations/commands/workers'
import * as delegationQueries from '@/lib/delegations/queries/contributor'
import { listDelegationEvents } from '@/lib/delegations/queries/history'
import * as draftCommands from '@/lib/drafts/commands'
import * as draftQueries from '@/lib/drafts/queries'
import * as noticeAnswers from '@/lib/notices/commands/contributor'
import { actOnNotice, correctNotice, moveNotice, publishNotice } from '@/lib/notices/commands/office'
import * as noticeReading from '@/lib/notices/commands/reading'
import { keepPaper } from '@/lib/notices/commands/papers'
import * as answerQueries from '@/lib/notices/queries/answers'
import * as deskNotices from '@/lib/notices/queries/desk'
import * as noticeDetail from '@/lib/notices/queries/detail'
import * as noticeLists from '@/lib/notices/queries/list'
import * as paperQueries from '@/lib/notices/queries/papers'
import * as noticePreviews from '@/lib/notices/queries/preview'
import * as notificationQueries from '@/lib/notifications/queries'
import * as officeQueries from '@/lib/offices/queries'
import { enableRepresentative } from '@/lib/representatives/commands/appoint'
import { endRepresentative } from '@/lib/representatives/commands/end'
import { listRepresentatives } from '@/lib/representatives/queries/appointments'
import * as officeContributors from '@/lib/representatives/queries/contributors'
import * as contributorActs from '@/lib/requests/commands/contributor'
import { copyRequest } from '@/lib/requests/commands/copy'
import { checkDeadlines } from '@/lib/requests/commands/deadlines'
import { act } from '@/lib/requests/commands/entry'
import * as officerActs from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'
import * as deskQueries from '@/lib/requests/queries/desk'
import * as detailQueries from '@/lib/requests/queries/detail'
import * as listQueries from '@/lib/requests/queries/list'
import { listTimeline } from '@/lib/requests/queries/timeline'
import * as accessQueries from '@/lib/transparency/queries/accesses'
import { listActs } from '@/lib/transparency/queries/record'
import { sweep } from '@/lib/upkeep/commands'
import {
  aContributor,
  aDraft,
  aFile,
  anAttachment,
  aSession,
  aUser,
  contributorSide,
  footprint,
  grantAccess,
  head,
  lapsed,
  newCodiceFiscale,
  officer,
  person,
  reason,
  requestIn,
  system,
  typedRequest,
  visitor,
  words,
  workingDay,
} from '../factories'
import { aGrant, anApplicationDraft, anApplicationInCharge } from '../application-factories'
import { aContact, aProposal, codeOf } from '../contact-factories'
import { someRights } from '../delegation-forms'
import { pdf } from '../files'
import { aPublishedNotice, aStagedCampaign, newNotice } from '../notice-factories'
import { portfolio } from '../portfolio-factories'

/** Somebody at a door: the same person signed in, as the side they may really enter, and with a session gone idle. */
type Who<S extends ContributorSide | Officer> = { side: S; person: Person; lapsed: Lapsed }
type Anybody = Who<ContributorSide> | Who<Officer>
const who = <S extends ContributorSide | Officer>(side: S): Who<S> => ({
  side,
  person: person(side.id),
  lapsed: lapsed(side.id),
})

/** A notice nobody read, another read and answered by a request and by a payment with its receipt, and the address of a calendar. */
async function anAnsweredNotice(sender: ContributorSide) {
  const { contributorId } = sender
  const { id: sealedNoticeId } = await aPublishedNotice({ contributorId })
  const { id: noticeId } = await aPublishedNotice({ contributorId, dueBy: '2099-12-06' })
  await noticeReading.readNotice(sender, { noticeId })
  const answerId = await aDraft(sender, { noticeId })
  await submitRequest(sender, { draftId: answerId })
  const paymentId = v7()
  const file = { name: 'quietanza.pdf', declaredType: 'application/pdf', bytes: pdf(paymentId) }
  await noticeAnswers.declarePayment(sender, { ...aPayment(noticeId, paymentId), file })
  await keepPaper(sender, 'notice', noticeId, pdf(noticeId))
  await deadlineCommands.openCalendar(sender)
  const [calendar] = await deadlineQueries.listCalendars(sender)
  return { noticeId, sealedNoticeId, answerId, paymentId, calendarId: calendar!.id }
}
const aPayment = (noticeId: string, eventId = v7()) => ({ noticeId, eventId, paidOn: '2026-11-20', paidCents: 149_950 })

/** Campaigns that a colleague loaded: one to be approved, its sample opened, one half-way, one published and read in part. */
async function someCampaigns({ contributorId, ...sender }: ContributorSide, desk: Officer) {
  const author = await officer()
  const staged = { author, contributorIds: [contributorId] }
  const { id: campaignId } = await aStagedCampaign(staged)
  await brake.openSample(desk, { campaignId, position: 1 })
  const { id: pausedId } = await aStagedCampaign({ ...staged, status: 'paused' })
  const { id: doneId } = await aStagedCampaign({ ...staged, status: 'done' })
  await aPublishedNotice({ contributorId, campaignId: doneId, dueBy: '2026-10-31' })
  const { id: noticeId } = await aPublishedNotice({ contributorId, campaignId: doneId })
  await noticeReading.readNotice({ ...sender, contributorId }, { noticeId })
  await transaction((tx) =>
    keepFindings(system(), tx, campaignId, [
      { severity: 'refused', line: 3, column: 'mese', value: '13/2024', reason: 'Non è un mese.' },
    ]),
  )
  return { campaignId, pausedId, doneId }
}
const anAct = (noticeId: string) => ({ noticeId, eventId: v7(), text: 'La posizione risulta regolare.' })
const codiceFiscaleOf = async (desk: Officer, noticeId: string) =>
  (await deskNotices.findDeskNotice(desk, noticeId))!.codiceFiscale

/** An istanza that was granted, one in charge that the head of the unit proposes to refuse, and a draft that waits to be sent. */
async function someApplications(sender: ContributorSide, desk: Officer) {
  const decidedId = await anApplicationInCharge(sender, desk, 'rimborso')
  await grantApplication(desk, aGrant(decidedId, 'rimborso'))
  const applicationId = await anApplicationInCharge(sender, desk, 'rimborso')
  const refusal = aRefusal(applicationId)
  await proposeRefusal(await head(), refusal)
  const preparedId = await anApplicationDraft(sender, 'rimborso')
  await applicationDrafts.handOverApplication(sender, { draftId: preparedId, note: '' })
  return { decidedId, applicationId, refusalId: refusal.draftId, preparedId }
}
const aStep = () => ({ step: 'motivi', version: 99, writer: v7(), content: { motivi_explanation: reason } })
const aRefusal = (requestId: string) => ({ draftId: v7(), requestId, facts: reason, law: 'Art. 2 L. 241/1990' })

/** What lies behind the doors: a request with its file, its note and its receipt, and a draft with its file. */
async function belongings(status: RequestStatus, door = '') {
  const sender = await contributorSide()
  const desk = await officer()
  const requestId = await requestIn(status, { sender, officer: desk })
  await officerActs.writeNote(desk, { draftId: v7(), requestId, text: 'Da sentire prima il collega.' })
  const draftId = await aDraft(sender)
  const draftFileId = await anAttachment(sender, draftId)
  const answering = saving({ requestId, content: { act: 'message', text: 'Buongiorno' } })
  await draftCommands.saveDraft(sender, v7(), answering)
  const sent = await aDraft(sender)
  const fileId = await anAttachment(sender, sent)
  await submitRequest(sender, { draftId: sent })
  const { contributorId } = sender
  const sessionId = await aSession(sender.id)
  const answered = await anAnsweredNotice(sender)
  const loaded = await someCampaigns(sender, desk)
  const rights = await someRights(sender, desk)
  const contactId = await aContact(sender, `${v7()}@pec.example`, 'pec')
  const proposalId = await aProposal(contributorId, sender.id)
  // Only behind the doors that lead to them: there are many doors.
  const istanze = /^applications\.|^portfolio\..+(Applications|Handed)$/.test(door)
    ? await someApplications(sender, desk)
    : { decidedId: requestId, applicationId: requestId, refusalId: requestId, preparedId: draftId }
  return {
    contactId,
    proposalId,
    ...istanze,
    sender,
    desk,
    contributorId,
    requestId,
    draftId,
    draftFileId,
    sent,
    fileId,
    sessionId,
    ...answered,
    ...loaded,
    ...rights,
  }
}
type Belongings = Awaited<ReturnType<typeof belongings>>

type Side = 'contributor' | 'officer'
type Audience = {
  /** Who gets through, being theirs. */
  rightful: Side[]
  /** Whom the type lets try. */
  strangers: Side[]
  /** The units of an office have it in common. */
  wholeOffice?: true
}
const everySide: Side[] = ['contributor', 'officer']
const representatives: Audience = { rightful: ['contributor'], strangers: ['contributor'] }
const desks: Audience = { rightful: ['officer'], strangers: ['officer'] }
const wholeDesks: Audience = { ...desks, wholeOffice: true }
/** What one representative has of their own, behind a door that officers have too. */
const author: Audience = { rightful: ['contributor'], strangers: everySide }
const bothSides: Audience = { rightful: everySide, strangers: everySide }
const bothOffices: Audience = { ...bothSides, wholeOffice: true }
const nobody: Audience = { rightful: [], strangers: everySide }

type Door = Audience & {
  /** Where the request must stand for its own people to get through. */
  status: RequestStatus
  /** What a stranger is given; nothing at all for a command, which refuses. */
  finds?: { instead: unknown }
  open: (who: never, theirs: Belongings) => unknown
}

const saving = (given: { requestId?: string; content?: Record<string, string> } = {}) => ({
  kind: given.requestId ? ('entry' as const) : ('request' as const),
  version: 0,
  writer: v7(),
  content: typedRequest,
  ...given,
})

/** What was in the form when the session went idle. */
const lapsedForm = (draftId: string) => ({ draftId, version: '0', writer: v7(), text: 'Buongiorno' })

type Opening<W> = (who: W, theirs: Belongings) => unknown
const finds = <W>(
  audience: Audience,
  instead: unknown,
  open: Opening<W>,
  status: RequestStatus = 'taken_up',
): Door => ({
  ...audience,
  finds: { instead },
  open,
  status,
})
const refuses = <W>(audience: Audience, open: Opening<W>, status: RequestStatus = 'taken_up'): Door => ({
  ...audience,
  open,
  status,
})
type Rep = Who<ContributorSide>
type Desk = Who<Officer>

/**
 * Every door into the domain, and what a stranger finds behind it: nothing, or a refusal that leaves no trace. Where a
 * sentence stands instead, the door is open to all for the reason it gives. A door missing here fails the last test.
 */
const doors: Record<string, Door | string> = {
  'requests.listRequests': finds(representatives, [], async ({ side }: Rep, { requestId }) =>
    (await listQueries.listRequests(side)).rows.filter(({ id }) => id === requestId),
  ),
  'requests.findLastContacts': finds(representatives, undefined, ({ side }: Rep) => listQueries.findLastContacts(side)),
  'requests.findRequest': finds(representatives, undefined, ({ side }: Rep, { requestId }) =>
    detailQueries.findRequest(side, requestId),
  ),
  'requests.listThread': finds(representatives, [], ({ side }: Rep, { requestId }) =>
    detailQueries.listThread(side, requestId),
  ),
  'requests.findReceipt': finds(representatives, undefined, ({ side }: Rep, { requestId }) =>
    detailQueries.findReceipt(side, requestId),
  ),
  'requests.listTimeline': finds(bothSides, [], async ({ side }: Anybody, { contributorId, requestId }) =>
    (await listTimeline(side, contributorId)).rows.filter(({ id }) => id === requestId),
  ),
  'requests.hasOwnEntry': finds(author, false, ({ side }: Anybody, { requestId }) =>
    detailQueries.hasOwnEntry(side, requestId, requestId),
  ),
  'requests.findDeskRequest': finds(desks, undefined, ({ side }: Desk, { requestId }) =>
    detailQueries.findDeskRequest(side, requestId),
  ),
  'requests.listDeskThread': finds(desks, [], ({ side }: Desk, { requestId }) =>
    detailQueries.listDeskThread(side, requestId),
  ),
  'requests.listNotes': finds(desks, [], ({ side }: Desk, { requestId }) => detailQueries.listNotes(side, requestId)),
  'requests.listQueue': finds(desks, [], async ({ side }: Desk) => (await deskQueries.listQueue(side, 'mie')).rows),
  'requests.countQueues': finds(desks, { 'da-prendere': 0, mie: 0, 'in-attesa': 0, chiuse: 0 }, ({ side }: Desk) =>
    deskQueries.countQueues(side),
  ),

  'requests.submitRequest': refuses(representatives, ({ side }: Rep, { draftId }) => submitRequest(side, { draftId })),
  'requests.copyRequest': refuses(representatives, ({ side }: Rep, { requestId }) => copyRequest(side, requestId)),
  'requests.sendMessage': refuses(representatives, ({ side }: Rep, { requestId }) =>
    contributorActs.sendMessage(side, words(requestId)),
  ),
  'requests.supplementRequest': refuses(
    representatives,
    ({ side }: Rep, { requestId }) => contributorActs.supplementRequest(side, words(requestId)),
    'awaiting_documents',
  ),
  'requests.withdrawRequest': refuses(
    representatives,
    ({ side }: Rep, { requestId }) => contributorActs.withdrawRequest(side, { requestId }),
    'submitted',
  ),
  'requests.reopenRequest': refuses(
    representatives,
    ({ side }: Rep, { requestId }) => contributorActs.reopenRequest(side, words(requestId)),
    'closed',
  ),
  'requests.markRepliesRead': finds(
    representatives,
    undefined,
    ({ side }: Rep, { requestId }) => contributorActs.markRepliesRead(side, { requestId }),
    'closed',
  ),
  'requests.takeUpRequest': refuses(
    desks,
    ({ side }: Desk, { requestId }) => officerActs.takeUpRequest(side, { requestId }),
    'submitted',
  ),
  'requests.releaseRequest': refuses(desks, ({ side }: Desk, { requestId }) =>
    officerActs.releaseRequest(side, { requestId }),
  ),
  'requests.transferRequest': refuses(desks, ({ side }: Desk, { requestId }) =>
    officerActs.transferRequest(side, { ...words(requestId), officeCode: '5100', unitCode: 'RC' }),
  ),
  'requests.requestDocuments': refuses(desks, ({ side }: Desk, { requestId }) =>
    officerActs.requestDocuments(side, { ...words(requestId), dueBy: workingDay(5) }),
  ),
  'requests.replyToRequest': refuses(desks, ({ side }: Desk, { requestId }) =>
    officerActs.replyToRequest(side, words(requestId)),
  ),
  'requests.closeRequest': refuses(desks, ({ side }: Desk, { requestId }) =>
    officerActs.closeRequest(side, { ...words(requestId), outcome: 'not_granted' }),
  ),
  'requests.writeNote': refuses(desks, ({ side }: Desk, { requestId }) =>
    officerActs.writeNote(side, { draftId: v7(), requestId, text: reason }),
  ),
  'requests.act': refuses(desks, ({ side }: Desk, { requestId }) =>
    act(side, 'reply', { requestId, entryId: v7(), text: reason }),
  ),
  'requests.checkDeadlines': 'the portal alone keeps its terms; who may call it is said by the type',
  'requests.listDue': 'the portal alone keeps its terms; who may call it is said by the type',
  'requests.isDue': 'a condition: it reads nothing',
  'requests.listOwnWorkers': 'asks for nobody but the person, of their own delegation: partial.test.ts',
  'requests.holdWorkers': 'part of the change that sends, which says by whom: partial.test.ts',

  'requests.file': 'part of the changes that send, which say for whom: requests.test.ts, applications.test.ts',
  'requests.wasSent': 'part of the changes that send, which say for whom: requests.test.ts, applications.test.ts',
  'requests.spendRequest': 'part of the changes that send, which say for whom: requests.test.ts, applications.test.ts',
  'requests.fileRequest': 'part of the change that sends, which says for whom: requests.test.ts, bulk.test.ts',
  'requests.spendOfContributor': 'part of the change that sends, which says for whom: bulk.test.ts',
  'portfolio.listAllNotices': finds(representatives, [], async ({ side }: Rep, { noticeId }) =>
    (await listAllNotices(portfolio(side.id), { list: 'read' })).rows.filter(({ id }) => id === noticeId),
  ),
  'portfolio.listAllRequests': finds(representatives, [], async ({ side }: Rep, { requestId }) =>
    (await listAllRequests(portfolio(side.id))).rows.filter(({ id }) => id === requestId),
  ),
  'portfolio.countAllNotices': finds(representatives, 0, ({ side }: Rep, { contributorId }) =>
    portfolioCounts.countAllNotices(portfolio(side.id), { list: 'read', contributorId }),
  ),
  'portfolio.countAllRequests': finds(representatives, 0, ({ side }: Rep, { contributorId }) =>
    portfolioCounts.countAllRequests(portfolio(side.id), { contributorId }),
  ),
  'portfolio.listAllApplications': finds(representatives, [], async ({ side }: Rep, { decidedId }) =>
    (await allApplications.listAllApplications(portfolio(side.id))).rows.filter(({ id }) => id === decidedId),
  ),
  'portfolio.listAllHanded': finds(representatives, [], async ({ side }: Rep, { preparedId }) =>
    (await allApplications.listAllHanded(portfolio(side.id))).rows.filter(({ id }) => id === preparedId),
  ),
  'portfolio.countAllHanded': finds(representatives, 0, ({ side }: Rep, { contributorId }) =>
    allApplications.countAllHanded(portfolio(side.id), { contributorId }),
  ),
  'portfolio.listDashboard': finds(
    representatives,
    [],
    async ({ side }: Rep, { contributorId }) => (await listDashboard(portfolio(side.id), { contributorId })).rows,
  ),
  'portfolio.listDashboardPiece': finds(
    representatives,
    [],
    async ({ side }: Rep, { contributorId }) => (await listDashboardPiece(portfolio(side.id), { contributorId })).rows,
  ),
  'portfolio.listChoices': finds(representatives, [], async ({ side }: Rep, { contributorId }) =>
    (await listChoices(portfolio(side.id))).rows.filter(({ id }) => id === contributorId),
  ),
  'portfolio.findNarrowed': finds(representatives, undefined, ({ side }: Rep, { contributorId }) =>
    findNarrowed(portfolio(side.id), contributorId),
  ),
  'portfolio.listFavourites': 'asks for nobody but the person, while they may act: portfolio.test.ts',
  'portfolio.listRecent': 'asks for nobody but the person, while they may act: portfolio.test.ts',
  'portfolio.findTotals': 'asks for nobody but the person, while they may act: portfolio.test.ts',
  'portfolio.keepFavourite': refuses(representatives, ({ side }: Rep, { contributorId }) =>
    keepFavourite(portfolio(side.id), { contributorId, kept: true }),
  ),
  'portfolio.recordDashboardExport': 'only tells of what the person took',
  'portfolio.idsMatching': finds(representatives, [], async ({ side }: Rep, { noticeId }) =>
    (await bulkQueries.idsMatching(portfolio(side.id), 'read', {})).filter((id) => id === noticeId),
  ),
  'portfolio.listReadingsToCome': finds(representatives, [], ({ side }: Rep, { noticeId }) =>
    bulkQueries.listReadingsToCome(portfolio(side.id), [noticeId]),
  ),
  'portfolio.listChosenNotices': finds(representatives, [], ({ side }: Rep, { noticeId }) =>
    bulkQueries.listChosenNotices(portfolio(side.id), [noticeId]),
  ),
  'portfolio.listChosenRequests': finds(representatives, [], ({ side }: Rep, { requestId }) =>
    bulkQueries.listChosenRequests(portfolio(side.id), [requestId]),
  ),
  'portfolio.readManyNotices': 'answers of each notice, and of another’s that it is not there: bulk.test.ts',
  'portfolio.markManySeen': 'answers of each notice, and of another’s that it is not there: bulk.test.ts',
  'portfolio.markManyUnseen': 'answers of each notice, and of another’s that it is not there: bulk.test.ts',
  'portfolio.assignMany': 'is keepTasks, slice by slice',
  'portfolio.titlesFor': 'part of a change of many: asks for nobody but the person',
  'portfolio.recordExport': 'only tells of what the person took',
  'bulk-requests.chooseContributors': 'is of its author alone: bulk.test.ts',
  'bulk-requests.sendBulk': 'is of its author alone: bulk.test.ts',
  'bulk-requests.copyToDraft': 'part of the sending: bulk.test.ts',
  'bulk-requests.findBulk': 'is of its author alone: bulk.test.ts',
  'bulk-requests.listBulkItems': 'is of its author alone: bulk.test.ts',
  'bulk-requests.listUnsent': 'is of its author alone: bulk.test.ts',
  'bulk-requests.listBulkFiles': 'is of its author alone: bulk.test.ts',
  'bulk-requests.searchCandidates': 'looks among one’s own contributors alone: bulk.test.ts',
  'bulk-requests.listCandidateIds': 'looks among one’s own contributors alone: bulk.test.ts',
  'bulk-requests.listCandidateGroups': 'looks among the groups of one’s own firm alone',
  'bulk-requests.matchCandidates': 'looks among one’s own contributors alone: bulk.test.ts',

  'drafts.findDraft': finds(author, undefined, ({ side }: Anybody, { draftId }) =>
    draftQueries.findDraft(side, draftId),
  ),
  'drafts.findEntryDraft': finds(author, undefined, ({ side }: Anybody, { requestId }) =>
    draftQueries.findEntryDraft(side, requestId, 'message'),
  ),
  'drafts.listDrafts': finds(representatives, [], ({ side }: Rep) => draftQueries.listDrafts(side)),
  'drafts.saveDraft': refuses(author, ({ side }: Anybody, { requestId }) =>
    draftCommands.saveDraft(side, v7(), saving({ requestId })),
  ),
  'drafts.saveDraft over theirs': refuses(author, async ({ side }: Anybody, { draftId }) => {
    const mine = await draftQueries.findDraft(side, draftId)
    return draftCommands.saveDraft(side, draftId, { ...saving(), version: mine?.version ?? 1 })
  }),
  'drafts.discardDraft': refuses(author, ({ side }: Anybody, { draftId }) => draftCommands.discardDraft(side, draftId)),
  'drafts.draftForAttachment': refuses(author, ({ side }: Anybody, { draftId }) =>
    transaction((tx) =>
      draftCommands.draftForAttachment(side, tx, { id: draftId, kind: 'request', requestId: undefined }),
    ),
  ),
  'drafts.filesChanged': 'part of the changes of a draft’s files, which hold it first: applications.test.ts',
  'drafts.keepLapsedDraft': finds(author, undefined, ({ lapsed: gone }: Anybody, { contributorId }) =>
    draftCommands.keepLapsedDraft(gone, lapsedForm(v7()), contributorId),
  ),
  'drafts.keepLapsedDraft over theirs': finds(
    author,
    undefined,
    ({ lapsed: gone }: Anybody, { draftId, contributorId }) =>
      draftCommands.keepLapsedDraft(gone, lapsedForm(draftId), contributorId),
  ),
  'drafts.keepLapsedDraft in their thread': finds(desks, undefined, ({ lapsed: gone }: Anybody, { requestId }) =>
    draftCommands.keepLapsedDraft(gone, { ...lapsedForm(v7()), requestId }, ''),
  ),

  'attachments.listDraftAttachments': finds(author, [], ({ side }: Anybody, { draftId }) =>
    attachmentQueries.listDraftAttachments(side, draftId),
  ),
  'attachments.listRequestAttachments': finds(bothSides, [], ({ side }: Anybody, { sent }) =>
    attachmentQueries.listRequestAttachments(side, sent),
  ),
  'attachments.findAttachment': finds(bothSides, undefined, ({ side }: Anybody, { fileId }) =>
    attachmentQueries.findAttachment(side, fileId),
  ),
  'attachments.findAttachment of a draft': finds(author, undefined, ({ side }: Anybody, { draftFileId }) =>
    attachmentQueries.findAttachment(side, draftFileId),
  ),
  'attachments.findContent': finds(bothSides, undefined, ({ side }: Anybody, { fileId }) =>
    attachmentQueries.findContent(side, fileId),
  ),
  'attachments.findContent of a draft': finds(author, undefined, ({ side }: Anybody, { draftFileId }) =>
    attachmentQueries.findContent(side, draftFileId),
  ),
  'attachments.keepAttachment': refuses(author, ({ side }: Anybody, { draftId }) =>
    attachmentCommands.keepAttachment(side, { id: draftId, kind: 'request', requestId: undefined }, aFile()),
  ),
  'attachments.keepAttachment for their thread': refuses(bothSides, ({ side }: Anybody, { requestId }) =>
    attachmentCommands.keepAttachment(side, { id: v7(), kind: 'entry', requestId }, aFile()),
  ),
  'attachments.removeAttachment': refuses(author, ({ side }: Anybody, { draftFileId }) =>
    attachmentCommands.removeAttachment(side, draftFileId),
  ),
  'attachments.claimAttachments': finds(author, [], ({ side }: Anybody, { draftId, contributorId, sent }) =>
    transaction((tx) =>
      attachmentCommands.claimAttachments(side, tx, { draftId, contributorId, requestId: sent, entryId: sent }),
    ),
  ),
  'attachments.listOrphans': 'the portal alone clears up; who may call it is said by the type',
  'attachments.recordDownload': finds(bothSides, undefined, ({ side }: Anybody, { fileId }) =>
    attachmentCommands.recordDownload(side, { id: fileId }),
  ),

  'notices.listNotices': finds(representatives, [], async ({ side }: Rep, { sealedNoticeId }) =>
    (await noticeLists.listNotices(side, { list: 'unread' })).rows.filter(({ id }) => id === sealedNoticeId),
  ),
  'notices.findNotice': finds(representatives, undefined, ({ side }: Rep, { noticeId }) =>
    noticeDetail.findNotice(side, noticeId),
  ),
  'notices.listReadings': finds(representatives, [], ({ side }: Rep, { noticeId }) =>
    noticeDetail.listReadings(side, noticeId),
  ),
  'notices.listNoticeEvents': finds(representatives, [], ({ side }: Rep, { noticeId }) =>
    noticeDetail.listNoticeEvents(side, noticeId),
  ),
  'notices.readNotice': finds(representatives, undefined, ({ side }: Rep, { sealedNoticeId }) =>
    noticeReading.readNotice(side, { noticeId: sealedNoticeId }),
  ),
  'notices.markNoticeUnread': finds(representatives, undefined, ({ side }: Rep, { noticeId }) =>
    noticeReading.markNoticeUnread(side, { noticeId }),
  ),
  'notices.markNoticeRead': finds(representatives, undefined, async ({ side }: Rep, { noticeId }) => {
    await noticeReading.markNoticeUnread(side, { noticeId })
    return noticeReading.markNoticeRead(side, { noticeId })
  }),
  'notices.listAnswers': finds(bothSides, [], ({ side }: Anybody, { noticeId }) =>
    answerQueries.listAnswers(side, noticeId),
  ),
  'notices.findAnsweredNotice': finds(bothSides, undefined, ({ side }: Anybody, { answerId }) =>
    answerQueries.findAnsweredNotice(side, answerId),
  ),
  'notices.listPayments': finds(bothOffices, [], ({ side }: Anybody, { noticeId }) =>
    answerQueries.listPayments(side, noticeId),
  ),
  'notices.findPaymentReceipt': finds(bothOffices, undefined, ({ side }: Anybody, { noticeId, paymentId }) =>
    answerQueries.findPaymentReceipt(side, noticeId, paymentId),
  ),
  'notices.recordReceiptDownload': finds(bothOffices, undefined, ({ side }: Anybody, { paymentId }) =>
    noticeAnswers.recordReceiptDownload(side, { eventId: paymentId }),
  ),
  'notices.findNoticePreview': finds(wholeDesks, undefined, async ({ side }: Desk, { noticeId, desk }) => {
    const codiceFiscale = await codiceFiscaleOf(desk, noticeId)
    return noticePreviews.findNoticePreview(side, { codiceFiscale, notice: newNotice('') })
  }),
  'notices.findCorrectionPreview': finds(wholeDesks, undefined, ({ side }: Desk, { noticeId }) =>
    noticePreviews.findCorrectionPreview(side, { noticeId, notice: newNotice('') }),
  ),
  'notices.findNoticeToPrint': finds(bothOffices, undefined, ({ side }: Anybody, { noticeId }) =>
    paperQueries.findNoticeToPrint(side, noticeId),
  ),
  'notices.findReading': finds(bothOffices, undefined, ({ side }: Anybody, { noticeId }) =>
    paperQueries.findReading(side, noticeId),
  ),
  'notices.keepPaper': finds({ ...author, wholeOffice: true }, undefined, ({ side }: Anybody, { noticeId }) =>
    keepPaper(side, 'reading_receipt', noticeId, pdf(v7())),
  ),
  'notices.findPaper': finds(bothOffices, undefined, ({ side }: Anybody, { noticeId }) =>
    paperQueries.findPaper(side, 'notice', noticeId),
  ),
  'notices.findKeptHash': finds(bothOffices, undefined, ({ side }: Anybody, { noticeId }) =>
    paperQueries.findKeptHash(side, 'notice', noticeId),
  ),
  'notices.matchReceipt': 'anybody who holds a receipt, and it says only yes or no: reading-receipt.test.ts',
  'notices.declarePayment': refuses(representatives, ({ side }: Rep, { noticeId }) =>
    noticeAnswers.declarePayment(side, aPayment(noticeId)),
  ),
  'notices.holdNotice': refuses(representatives, ({ side }: Rep, { noticeId }) =>
    transaction((tx) => noticeAnswers.holdNotice(side, tx, noticeId)),
  ),
  'notices.recordAnswer': refuses(representatives, ({ side }: Rep, { noticeId, requestId }) =>
    transaction((tx) => noticeAnswers.recordAnswer(side, tx, { noticeId, requestId })),
  ),
  'notices.listDeskNotices': finds(
    wholeDesks,
    [],
    async ({ side }: Desk) => (await deskNotices.listDeskNotices(side)).rows,
  ),
  'notices.findDeskNotice': finds(wholeDesks, undefined, ({ side }: Desk, { noticeId }) =>
    deskNotices.findDeskNotice(side, noticeId),
  ),
  'notices.listDeskReadings': finds(wholeDesks, [], ({ side }: Desk, { noticeId }) =>
    deskNotices.listDeskReadings(side, noticeId),
  ),
  'notices.listDeskNoticeEvents': finds(wholeDesks, [], ({ side }: Desk, { noticeId }) =>
    deskNotices.listDeskNoticeEvents(side, noticeId),
  ),
  'notices.publishNotice': finds(wholeDesks, 'refused', async ({ side }: Desk, { noticeId, desk }) => {
    const codiceFiscale = await codiceFiscaleOf(desk, noticeId)
    const { contributorId: _, ...notice } = newNotice('')
    return publishNotice(side, { codiceFiscale, notice }).catch((error) => error.errors?.codiceFiscale && 'refused')
  }),
  'notices.actOnNotice': refuses(wholeDesks, ({ side }: Desk, { noticeId }) =>
    actOnNotice(side, 'settle', anAct(noticeId)),
  ),
  'notices.correctNotice': refuses(wholeDesks, ({ side }: Desk, { noticeId }) => {
    const { contributorId: _, ...notice } = newNotice('')
    return correctNotice(side, { ...anAct(noticeId), notice })
  }),
  'notices.moveNotice': refuses(wholeDesks, ({ side }: Desk, { noticeId }) =>
    transaction((tx) => moveNotice(side, tx, 'annul', anAct(noticeId))),
  ),
  'notices.replaceNotice': 'part of the changes that correct, which hold the notice first: notice-acts.test.ts',
  'notices.findByProtocollo': finds(representatives, undefined, async ({ side }: Rep, { sender, noticeId }) => {
    const { protocollo } = (await noticeDetail.findNotice(sender, noticeId))!
    return noticeDetail.findByProtocollo(side, protocollo)
  }),
  'notices.publishNotices': 'part of the changes that publish, which say for whom: notice-acts.test.ts',

  'deadlines.listDeadlines': finds(representatives, [], async ({ side }: Rep, { noticeId }) =>
    (await deadlineQueries.listDeadlines(side, 'ahead')).rows.filter(({ id }) => id === noticeId),
  ),
  'deadlines.countOverdue': finds(representatives, 0, ({ side }: Rep) =>
    deadlineQueries.countOverdue(side, '2199-01-01'),
  ),
  'deadlines.listCalendars': finds(representatives, [], ({ side }: Rep) => deadlineQueries.listCalendars(side)),
  'deadlines.closeCalendar': refuses(representatives, ({ side }: Rep, { calendarId }) =>
    deadlineCommands.closeCalendar(side, { id: calendarId }),
  ),
  'deadlines.openCalendar': 'makes an address for nobody but the person: calendars.test.ts',
  'deadlines.findCalendar': 'whoever holds the secret, which nobody can guess: calendars.test.ts',

  'contacts.listContacts': finds(representatives, [], async ({ side }: Rep, { contactId }) =>
    (await contactQueries.listContacts(side)).filter(({ id }) => id === contactId),
  ),
  'contacts.listContactEvents': finds(representatives, [], ({ side }: Rep) => contactQueries.listContactEvents(side)),
  'contacts.findPecInvitation': finds(representatives, { waiting: false }, ({ side }: Rep) =>
    contactQueries.findPecInvitation(side),
  ),
  'contacts.sendCode': refuses(representatives, ({ side }: Rep, { contactId }) =>
    codeCommands.sendCode(side, { contactId }, new Date(Date.now() + 31_000)),
  ),
  'contacts.verifyContact': refuses(representatives, async ({ side }: Rep, { contactId }) =>
    codeCommands.verifyContact(side, { contactId, code: await codeOf(contactId) }),
  ),
  'contacts.confirmContact': refuses(representatives, ({ side }: Rep, { proposalId }) =>
    contactCommands.confirmContact(side, { contactId: proposalId }),
  ),
  'contacts.declineContact': refuses(representatives, ({ side }: Rep, { proposalId }) =>
    contactCommands.declineContact(side, { contactId: proposalId }),
  ),
  'contacts.removeContact': refuses(representatives, ({ side }: Rep, { contactId }) =>
    contactCommands.removeContact(side, { contactId }),
  ),
  'contacts.proposeContact': 'writes for nobody but whom one acts for: contacts.test.ts',
  'contacts.holdContacts': 'part of the changes of contacts, which say by whom: contacts.test.ts',
  'contacts.issueCode': 'part of the changes of contacts, which say by whom: contacts.test.ts',
  'digests.gatherReminders': 'the portal alone keeps its terms; who may call it is said by the type',
  'digests.sendDigests': 'the portal alone sends; who may call it is said by the type',
  'digests.listAwaitingDigest': 'the portal alone sends; who may call it is said by the type',

  'firms.findOwnFirm': 'asks for nobody but the person: firms.test.ts',
  'firms.listInvitations': 'asks for nobody but the person: firms.test.ts',
  'firms.acceptMembership': 'answers for nobody but the person: firms.test.ts',
  'firms.declineMembership': 'answers for nobody but the person: firms.test.ts',
  'firms.registerFirm': 'administrators alone; who may call it is said by the type',
  'firms.inviteHolder': 'administrators alone; who may call it is said by the type',
  'firms.listFirms': 'administrators alone; who may call it is said by the type',
  'firms.findRegisteredFirm': 'administrators alone; who may call it is said by the type',
  'firms.findFirm': 'looks in one’s own firm alone: firms.test.ts',
  'firms.listMembers': 'looks in one’s own firm alone: firms.test.ts',
  'firms.findMember': 'looks in one’s own firm alone: firms.test.ts',
  'firms.listColleagues': 'looks in one’s own firm alone: firms.test.ts',
  'firms.listSubdelegations': 'looks in one’s own firm alone: firms.test.ts',
  'firms.listGroups': 'looks in one’s own firm alone: firms.test.ts',
  'firms.listCountedGroups': 'looks in one’s own firm alone: firms.test.ts',
  'firms.findGroup': 'looks in one’s own firm alone: firms.test.ts',
  'firms.inviteMember': 'is of one’s own firm, and of its holder: firms.test.ts',
  'firms.endMember': 'is of one’s own firm, and of its holder: firms.test.ts',
  'firms.subdelegate': 'is of one’s own firm, and of its holder: firms.test.ts',
  'firms.endSubdelegation': 'is of one’s own firm, and of its holder: firms.test.ts',
  'firms.keepGroup': 'is of one’s own firm, and of its holder: firms.test.ts',
  'firms.removeGroup': 'is of one’s own firm, and of its holder: firms.test.ts',
  'firms.addToGroup': 'is of one’s own firm, and of its holder: firms.test.ts',
  'firms.removeFromGroup': 'is of one’s own firm, and of its holder: firms.test.ts',
  'firms.holdFirm': 'part of the changes of a firm, which say by whom: firms.test.ts',
  'firms.listClients': 'looks in one’s own firm alone: firm-layer.test.ts',
  'firms.countClients': 'looks in one’s own firm alone: firm-layer.test.ts',
  'firms.findClient': 'looks in one’s own firm alone: firm-layer.test.ts',
  'firms.listTasks': 'looks in one’s own firm alone: firm-layer.test.ts',
  'firms.listUnassigned': 'looks in one’s own firm alone: firm-layer.test.ts',
  'firms.findNoticeTask': 'looks in one’s own firm alone: firm-layer.test.ts',
  'firms.findRequestTask': 'looks in one’s own firm alone: firm-layer.test.ts',
  'firms.listFirmEvents': 'looks in one’s own firm alone: firm-layer.test.ts',
  'firms.keepClient': 'is of one’s own firm and clients: firm-layer.test.ts',
  'firms.keepTasks': 'is of one’s own firm and clients: firm-layer.test.ts',
  'audit.verifyChain': 'the portal alone goes along its record; who may call it is said by the type',
  'audit.findHead': 'the portal alone goes along its record; who may call it is said by the type',
  'accounts.openAccount': 'whoever runs the portal, at its console; who may call it is said by the type',
  'delegations.listDelegations': finds(representatives, [], async ({ side }: Rep, { delegationId }) =>
    (await delegationQueries.listDelegations(side, 'active')).rows.filter(({ id }) => id === delegationId),
  ),
  'delegations.countDelegations': finds(
    representatives,
    { active: 0, waiting: 0, suspended: 0, ended: 0 },
    ({ side }: Rep) => delegationQueries.countDelegations(side),
  ),
  'delegations.listRevocable': finds(representatives, [], ({ side }: Rep, { delegationId }) =>
    delegationQueries.listRevocable(side, [delegationId]),
  ),
  'delegations.findDelegation': finds(representatives, undefined, ({ side }: Rep, { delegationId }) =>
    delegationQueries.findDelegation(side, delegationId),
  ),
  'delegations.listDelegationWorkers': finds(bothOffices, [], ({ side }: Anybody, { delegationId }) =>
    delegationQueries.listDelegationWorkers(side, delegationId),
  ),
  'delegations.listDelegationEvents': finds(bothOffices, [], ({ side }: Anybody, { suspendedId }) =>
    listDelegationEvents(side, suspendedId),
  ),
  'delegations.listOfficeDelegations': finds(
    wholeDesks,
    [],
    async ({ side }: Desk, { contributorId }) =>
      (await delegationQueries.listOfficeDelegations(side, contributorId)).rows,
  ),
  'delegations.findOfficeDelegation': finds(wholeDesks, undefined, ({ side }: Desk, { delegationId }) =>
    delegationQueries.findOfficeDelegation(side, delegationId),
  ),
  'delegations.listInvitedDelegations': 'asks for nobody but the person: delegations.test.ts',
  'delegations.countInvitations': 'asks for nobody but the person: delegations.test.ts',
  'delegations.conferDelegation': 'for the actor’s own contributor; by whom is said in delegations.test.ts',
  'delegations.acceptDelegation': 'answered by the person it is for and nobody else: delegations.test.ts',
  'delegations.declineDelegation': 'answered by the person it is for and nobody else: delegations.test.ts',
  'delegations.expireDelegations': 'the portal alone keeps its terms; who may call it is said by the type',
  'delegations.cancelDelegation': refuses(representatives, ({ side }: Rep, { proposedId }) =>
    delegationCommands.cancelDelegation(side, { delegationId: proposedId }),
  ),
  'delegations.revokeDelegations': refuses(representatives, ({ side }: Rep, { delegationId }) =>
    delegationCommands.revokeDelegations(side, { delegations: [delegationId], text: reason }),
  ),
  'delegations.changeWorkers': refuses(representatives, ({ side }: Rep, { delegationId, worker }) =>
    changeWorkers(side, { delegationId, add: [], remove: [worker] }),
  ),
  'delegations.suspendDelegation': refuses(wholeDesks, ({ side }: Desk, { delegationId }) =>
    suspendDelegation(side, { delegationId, text: reason }),
  ),
  'delegations.reinstateDelegation': refuses(wholeDesks, ({ side }: Desk, { suspendedId }) =>
    reinstateDelegation(side, { delegationId: suspendedId, text: reason }),
  ),
  'representatives.listRepresentatives': finds(bothOffices, [], ({ side }: Anybody, { contributorId }) =>
    listRepresentatives(side, contributorId),
  ),
  'representatives.listInvitedAppointments': 'asks for nobody but the person: representatives.test.ts',
  'representatives.listOfficeContributors': finds(wholeDesks, [], async ({ side }: Desk, { desk, contributorId }) => {
    const theirs = await officeContributors.findOfficeContributor(desk, contributorId)
    return (await officeContributors.listOfficeContributors(side, theirs!.codiceFiscale)).rows
  }),
  'representatives.findOfficeContributor': finds(wholeDesks, undefined, ({ side }: Desk, { contributorId }) =>
    officeContributors.findOfficeContributor(side, contributorId),
  ),
  'representatives.listLegalRepresentatives': finds(wholeDesks, [], ({ side }: Desk, { contributorId }) =>
    officeContributors.listLegalRepresentatives(side, contributorId),
  ),
  'representatives.appointRepresentative': 'for the actor’s own contributor; by whom: representatives.test.ts',
  'representatives.holdOut': 'part of the changes that appoint, which say for whom: representatives.test.ts',
  'representatives.findObstacle':
    'says of a contributor what its own representatives see: application-effects-position.test.ts',
  'representatives.acceptAppointment': 'answered by the person it is for and nobody else: representatives.test.ts',
  'representatives.declineAppointment': 'answered by the person it is for and nobody else: representatives.test.ts',
  'representatives.endOutlivedRepresentatives': 'the portal alone keeps its terms; who may call it is said by the type',
  'representatives.enableRepresentative': refuses(wholeDesks, ({ side }: Desk, { contributorId }) =>
    enableRepresentative(side, {
      contributorId,
      appointmentId: v7(),
      codiceFiscale: newCodiceFiscale(),
      startsOn: '2099-01-01',
      endsOn: null,
    }),
  ),
  'representatives.endRepresentative': refuses(representatives, ({ side }: Rep, { appointmentId }) =>
    endRepresentative(side, { appointmentId }),
  ),
  'representatives.endRepresentative at the desk': refuses(wholeDesks, ({ side }: Desk, { appointmentId }) =>
    endRepresentative(side, { appointmentId }),
  ),
  'contributors.findAccess': finds(author, undefined, ({ person: asked }: Anybody, { contributorId }) =>
    contributorQueries.findAccess(asked, contributorId),
  ),
  'contributors.findContributor': finds(author, undefined, ({ person: asked }: Anybody, { contributorId }) =>
    contributorQueries.findContributor(asked, contributorId),
  ),
  'transparency.listAccesses': finds(representatives, [], async ({ side }: Rep, { sender }) => {
    const theirs = new Set((await accessQueries.listAccesses(sender)).map(({ id }) => id))
    return (await accessQueries.listAccesses(side)).filter(({ id }) => theirs.has(id))
  }),
  'transparency.listPeople': finds(representatives, [], async ({ side }: Rep, { sender }) =>
    (await accessQueries.listPeople(side)).filter(({ id }) => id === sender.id),
  ),
  'transparency.listActs': finds(representatives, [], async ({ side }: Rep, { answerId }) =>
    (await listActs(side, { cosa: 'scritte' })).rows.filter(({ requestId }) => requestId === answerId),
  ),
  'transparency.findOwnAccess': 'asks for nobody but the person: transparency.test.ts',
  'transparency.findActingFirm': 'asks for nobody but the person: transparency.test.ts',
  'delegations.compileDelegation': 'is of the holder of a firm, to themselves: delegations-delegate.test.ts',
  'delegations.importDelegations': 'is of the holder of a firm, to themselves: delegation-import.test.ts',
  'delegations.validateDelegation': 'is of its delegate alone: delegations-delegate.test.ts',
  'delegations.validateDelegations': 'is of their delegate alone: delegations-delegate.test.ts',
  'delegations.discardDelegation': 'is of its delegate alone: delegations-delegate.test.ts',
  'delegations.renounceDelegation': 'is of its delegate alone: delegations-delegate.test.ts',
  'delegations.changeWorkersAsDelegate': 'is of its delegate alone: delegations-delegate.test.ts',
  'delegations.listOwnDelegations': 'looks among one’s own alone: delegations-delegate.test.ts',
  'delegations.countOwnDelegations': 'looks among one’s own alone: delegations-delegate.test.ts',
  'delegations.findOwnDelegation': 'looks among one’s own alone: delegations-delegate.test.ts',
  'delegations.listToValidate': 'looks among one’s own alone: delegations-delegate.test.ts',
  'delegations.countToValidate': 'looks among one’s own alone: delegations-delegate.test.ts',
  'delegations.compileRows': 'part of the change that compiles, which says by whom: delegations-delegate.test.ts',
  'delegations.hold': 'part of a change of the delegate’s: delegations-delegate.test.ts',
  'delegations.holdFor': 'part of a change of the delegate’s: delegations-delegate.test.ts',
  'delegations.holdHolder': 'part of a change of the delegate’s: delegations-delegate.test.ts',
  'delegations.refusalOf': 'a condition: it reads nothing',

  'auth.listSessions': finds(author, [], async ({ person: asked }: Anybody, { sessionId }) =>
    (await authQueries.listSessions(asked)).filter(({ id }) => id === sessionId),
  ),
  'auth.endSession': refuses(author, ({ person: asked }: Anybody, { sessionId }) =>
    authCommands.endSession(asked, sessionId),
  ),
  'auth.findSession': 'whoever holds the token, which nobody can guess: sessions.test.ts',
  'auth.findCredentials': 'asked before anybody is known; only sign-in reads it: sign-in.test.ts',
  'auth.findOwnCredentials': 'asks for nobody but the person',
  'auth.isProven': 'asks for nobody but the person: contact-pin.test.ts',
  'auth.choosePin': 'changes nobody’s PIN but the person’s: sign-in.test.ts',
  'auth.proveAgain': 'tries nobody’s PIN but the person’s: contact-pin.test.ts',
  'auth.signIn': 'the way in: sign-in.test.ts',
  'auth.standing': 'a condition: it reads nothing',

  'notifications.listOutgoingMessages': finds(nobody, { messages: [], next: undefined }, () =>
    notificationQueries.listOutgoingMessages(visitor()),
  ),
  'notifications.findException': finds(author, undefined, ({ person: asked }: Anybody, { contributorId }) =>
    notificationQueries.findException(asked, { about: 'contributor', aboutId: contributorId }),
  ),
  'notifications.findOwnContributors': finds(author, [], async ({ person: asked }: Anybody, { contributorId }) =>
    (await notificationQueries.findOwnContributors(asked, 'ALFA')).filter(({ id }) => id === contributorId),
  ),
  'notifications.listSentMessages': 'asks for nobody but the person: digests.test.ts',
  'notifications.findPreferences': 'asks for nobody but the person',
  'notifications.listExceptions': 'asks for nobody but the person',
  'notifications.listOwnGroups': 'asks for nobody but the person’s own firm',
  'notifications.keepPreferences': 'changes what nobody but the person hears: digests.test.ts',
  'notifications.keepException': 'changes what nobody but the person hears: digests.test.ts',
  'notifications.removeException': 'changes what nobody but the person hears: digests.test.ts',
  'offices.findOwnOffice': finds(desks, undefined, async ({ side }: Desk, { desk }) => {
    const { code } = await officeQueries.findOwnOffice(side)
    return code === desk.officeCode && side.unitCodes.includes('FC') ? code : undefined
  }),
  'offices.listDestinations': 'the register of offices, the same for every officer',
  'applications.findApplication': finds(bothSides, undefined, ({ side }: Anybody, { applicationId }) =>
    applicationDetail.findApplication(side, applicationId),
  ),
  'applications.findProvision': finds(bothSides, undefined, ({ side }: Anybody, { decidedId }) =>
    applicationDetail.findProvision(side, decidedId),
  ),
  'applications.listProposals': finds(desks, [], ({ side }: Desk, { applicationId }) =>
    applicationDetail.listProposals(side, applicationId),
  ),
  'applications.listToConfirm': finds(desks, [], async ({ side }: Desk, { refusalId }) =>
    (await applicationDesk.listToConfirm(side)).rows.filter(({ id }) => id === refusalId),
  ),
  'applications.countApplicationQueues': finds(desks, 0, async ({ side }: Desk) => {
    const { mie, 'da-confermare': toConfirm } = await applicationDesk.countApplicationQueues(side)
    return mie + toConfirm
  }),
  'applications.grantApplication': refuses(desks, ({ side }: Desk, { applicationId }) =>
    grantApplication(side, aGrant(applicationId, 'rimborso')),
  ),
  'applications.proposeRefusal': refuses(desks, ({ side }: Desk, { applicationId }) =>
    proposeRefusal(side, aRefusal(applicationId)),
  ),
  'applications.answerProposal': refuses(desks, ({ side }: Desk, { applicationId, refusalId }) =>
    answerProposal(side, { requestId: applicationId, proposalId: refusalId, answer: 'confirmed', note: '' }),
  ),
  'applications.settleDecision': 'of a draft of one’s own, on an istanza of one’s unit: application-desk.test.ts',
  'applications.holdApplication': 'part of the changes that decide, which say by whom: application-desk.test.ts',
  'applications.numberOf': 'part of the changes that decide, which hold the istanza first: application-desk.test.ts',
  'applications.provide': 'part of the changes that decide, which hold the istanza first: application-desk.test.ts',
  'applications.dropProposal': 'part of the changes of an istanza, which hold it first: application-desk.test.ts',
  'applications.holdForColleague': 'part of the change that proposes, which says by whom: application-desk.test.ts',
  'applications.giveBack': 'part of the change that sends back, which says by whom: application-desk.test.ts',
  'applications.listApplications': finds(representatives, [], async ({ side }: Rep, { decidedId }) =>
    (await listApplications(side)).rows.filter(({ id }) => id === decidedId),
  ),
  'applications.listApplicationDrafts': finds(representatives, [], ({ side }: Rep) =>
    draftedApplications.listApplicationDrafts(side),
  ),
  'applications.findApplicationDraft': finds(representatives, undefined, ({ side }: Rep, { preparedId }) =>
    draftedApplications.findApplicationDraft(side, preparedId),
  ),
  'applications.listSenders': 'asks for nobody but the actor’s own contributor and delegation: applications.test.ts',
  'applications.knownFor': 'of the actor’s own contributor; of a notice what findNotice gives: applications.test.ts',
  'applications.beginApplication': refuses(representatives, ({ side }: Rep, { preparedId }) =>
    applicationDrafts.beginApplication(side, { draftId: preparedId, kind: 'rimborso' }),
  ),
  'applications.saveStep': refuses(representatives, ({ side }: Rep, { preparedId }) =>
    applicationDrafts.saveStep(side, preparedId, aStep()),
  ),
  'applications.holdDraft': refuses(representatives, ({ side }: Rep, { preparedId }) =>
    transaction((tx) => applicationDrafts.holdDraft(side, tx, preparedId)),
  ),
  'applications.handOverApplication': refuses(representatives, ({ side }: Rep, { preparedId }) =>
    applicationDrafts.handOverApplication(side, { draftId: preparedId, note: '' }),
  ),
  'applications.keepLapsedStep': finds(representatives, undefined, (who: Rep, { preparedId, contributorId }) => {
    const { content, version, ...step } = aStep()
    return keepLapsedStep(
      who.lapsed,
      { ...content, ...step, version: String(version), draftId: preparedId },
      contributorId,
    )
  }),
  'applications.submitApplication': refuses(representatives, ({ side }: Rep, { preparedId }) =>
    submitApplication(side, { draftId: preparedId }),
  ),
  'rates.listRates': 'the same for everybody',
  'applications.listOpenKinds': 'the same for everybody',
  'applications.findOpenKind': 'the same for everybody',
  'applications.findClosure': 'the same for everybody',
  'applications.findUnitOf': 'the same for everybody',
  'applications.closeKind': 'administrators alone; who may call it is said by the type',
  'applications.openKind': 'administrators alone; who may call it is said by the type',
  'applications.listClosedKinds': 'the same for everybody',
  'topics.listTopics': 'the tree, the same for everybody',
  'topics.findTopic': 'the tree, the same for everybody',
  'topics.listAreas': 'the tree, the same for everybody',
  'feedback.giveFeedback': 'anybody may say what they think: feedback.test.ts',
  'health.databaseAnswers': 'says only whether the database answers',
  'campaigns.listCampaigns': finds(wholeDesks, [], async ({ side }: Desk, { campaignId }) =>
    (await campaignQueries.listCampaigns(side)).rows.filter(({ id }) => id === campaignId),
  ),
  'campaigns.findCampaign': finds(wholeDesks, undefined, ({ side }: Desk, { campaignId }) =>
    campaignQueries.findCampaign(side, campaignId),
  ),
  'campaigns.listFindings': finds(
    wholeDesks,
    [],
    async ({ side }: Desk, { campaignId }) => (await campaignQueries.listFindings(side, campaignId)).rows,
  ),
  'campaigns.listSample': finds(wholeDesks, [], ({ side }: Desk, { campaignId }) =>
    campaignQueries.listSample(side, campaignId),
  ),
  'campaigns.findStagedNotice': finds(wholeDesks, undefined, ({ side }: Desk, { campaignId }) =>
    campaignQueries.findStagedNotice(side, campaignId, 1),
  ),
  'campaigns.listUnreadOverdue': finds(
    wholeDesks,
    [],
    async ({ side }: Desk, { doneId }) => (await campaignQueries.listUnreadOverdue(side, { campaignId: doneId })).rows,
  ),
  'campaigns.countUnreadOverdue': finds(wholeDesks, 0, ({ side }: Desk) => campaignQueries.countUnreadOverdue(side)),
  'campaigns.readingsByDay': finds(wholeDesks, [], ({ side }: Desk, { doneId }) =>
    campaignQueries.readingsByDay(side, doneId),
  ),
  'campaigns.openSample': refuses(wholeDesks, ({ side }: Desk, { campaignId }) =>
    brake.openSample(side, { campaignId, position: 1 }),
  ),
  'campaigns.approveCampaign': refuses(wholeDesks, ({ side }: Desk, { campaignId }) =>
    brake.approveCampaign(side, { campaignId }),
  ),
  'campaigns.resumeCampaign': refuses(wholeDesks, ({ side }: Desk, { pausedId }) =>
    brake.resumeCampaign(side, { campaignId: pausedId }),
  ),
  'campaigns.stopCampaign': refuses(wholeDesks, ({ side }: Desk, { pausedId }) =>
    brake.stopCampaign(side, { campaignId: pausedId, text: 'Importi di un altro anno.' }),
  ),
  'campaigns.discardCampaign': refuses(wholeDesks, ({ side }: Desk, { campaignId }) =>
    brake.discardCampaign(side, { campaignId }),
  ),
  'campaigns.withdrawCampaign': refuses(wholeDesks, ({ side }: Desk, { doneId }) =>
    brake.withdrawCampaign(side, { campaignId: doneId, text: 'Importi di un altro anno.' }),
  ),
  'campaigns.releaseCampaign': 'the portal alone publishes a campaign; who may call it is said by the type',
  'campaigns.resumeCampaigns': 'the portal alone takes over its jobs; who may call it is said by the type',
  'campaigns.promiseRelease': 'part of the changes that approve and resume, which say by whom: campaigns.test.ts',
  'campaigns.dropStaged': 'part of the changes that end a campaign, which say by whom: campaigns.test.ts',
  'campaigns.loadCampaign': 'an officer loads for their own office and no other: campaign-file.test.ts',
  'campaigns.validateCampaign': 'the portal alone checks a file; who may call it is said by the type',
  'campaigns.stageNotices': 'the portal alone checks a file; who may call it is said by the type',
  'campaigns.keepFindings': 'the portal alone checks a file; who may call it is said by the type',
  'campaigns.findFilePiece': 'the portal alone reads the file back; who may call it is said by the type',
  'delegations.keepAccesses':
    'part of every change of a right; gives nobody more than delegations do: accesses.test.ts',
  'delegations.activateDelegation':
    'part of the change that accepts or validates one, which holds it first: accesses.test.ts',
  'delegations.refuseConflict': 'part of the changes that give a delegation: it only says no: accesses.test.ts',
  'upkeep.sweep': 'the portal alone clears up; who may call it is said by the type',
}

const tried = Object.entries(doors).filter((line): line is [string, Door] => typeof line[1] !== 'string')

const otherUnit = 'an officer of the office, of another unit'

/** The people who stand before the doors. Each has a place of their own in the portal, and none there. */
const strangers: Record<string, { side: Side; arrive: (theirs: Belongings) => Promise<Anybody> }> = {
  'another contributor’s representative': { side: 'contributor', arrive: async () => who(await contributorSide()) },
  'a representative whose access ended': {
    side: 'contributor',
    arrive: async ({ contributorId }) => {
      const own = await contributorSide()
      await grantAccess(own.id, contributorId, new Date('2020-01-01'), new Date(Date.now() - 1000))
      return who(own)
    },
  },
  'a representative whose access begins tomorrow': {
    side: 'contributor',
    arrive: async ({ contributorId }) => {
      const own = await contributorSide()
      await grantAccess(own.id, contributorId, new Date(Date.now() + 86_400_000))
      return who(own)
    },
  },
  'an officer of another office': { side: 'officer', arrive: async () => who(await head({ officeCode: '5100' })) },
  [otherUnit]: {
    side: 'officer',
    arrive: async () => who(await officer({ units: ['AN', 'RC'] })),
  },
}

describe.each(tried)('%s', (name, door) => {
  const coming = Object.keys(strangers).filter(
    (name) => door.strangers.includes(strangers[name]!.side) && !(door.wholeOffice && name === otherUnit),
  )
  let theirs: Belongings
  let arrived: Record<string, Anybody>
  let before: Awaited<ReturnType<typeof footprint>>
  beforeAll(async () => {
    theirs = await belongings(door.status, name)
    arrived = Object.fromEntries(
      await Promise.all(coming.map(async (name) => [name, await strangers[name]!.arrive(theirs)] as const)),
    )
    before = await footprint()
  })
  const goThrough = async (somebody: Anybody) => door.open(somebody as never, theirs)

  test.each(coming)('%s finds nothing and leaves nothing', async (name) => {
    const attempt = goThrough(arrived[name]!)
    if (door.finds) expect(await attempt).toEqual(door.finds.instead)
    else await expect(attempt).rejects.toMatchObject({ kind: expect.stringMatching(/^(conflict|not-found)$/) })
    expect(await footprint()).toEqual(before)
  })

  test.each(door.rightful)('the %s whose it is gets through', async (side) => {
    const found = await goThrough(side === 'officer' ? who(theirs.desk) : who(theirs.sender))
    if (door.finds) expect(found).not.toEqual(door.finds.instead)
  })
})

const ofRepresentatives = tried.filter(
  ([name, { rightful }]) => rightful.includes('contributor') && !name.startsWith('auth'),
)
const reads = ofRepresentatives.filter(([name, door]) => door.finds && /^requests|^attachments\.(list|find)/.test(name))

/** No commands of their own: others call them inside their change, which refuses. And one's calendar, which sends nothing. */
const sendNothing = [
  'drafts.draftForAttachment',
  'applications.holdDraft',
  'notices.holdNotice',
  'notices.recordAnswer',
  'deadlines.closeCalendar',
  'portfolio.keepFavourite',
]

describe('a representative of the same contributor with a PIN online', () => {
  const arrive = ({ sender: { id, contributorId } }: Belongings) =>
    contributorSide({ userId: id, contributorId, pinLevel: 'online' })

  test.each(ofRepresentatives.filter(([name, door]) => !door.finds && !sendNothing.includes(name)))(
    'sends nothing by %s',
    async (name, door) => {
      const theirs = await belongings(door.status, name)
      const online = await arrive(theirs)
      const before = await footprint()
      const opening = async () => door.open(who(online) as never, theirs)
      await expect(opening()).rejects.toMatchObject({ kind: 'forbidden' })
      expect(await footprint()).toEqual(before)
    },
  )

  test.each(reads)('has %s open all the same', async (_name, door) => {
    const theirs = await belongings(door.status)
    expect(await door.open(who(await arrive(theirs)) as never, theirs)).not.toEqual(door.finds!.instead)
  })
})

test('a person may act for whom they have the right to, while they have it and not before or after', async () => {
  const { id } = await aUser()
  const [now, once, soon] = [await aContributor(), await aContributor(), await aContributor()]
  await grantAccess(id, now.id)
  await grantAccess(id, once.id, new Date('2020-01-01'), new Date(Date.now() - 1000))
  await grantAccess(id, soon.id, new Date(Date.now() + 86_400_000))
  expect((await listChoices(portfolio(id))).rows.map((contributor) => contributor.id)).toEqual([now.id])
  const found = await Promise.all(
    [now, once, soon].map((one) => contributorQueries.findContributor(person(id), one.id)),
  )
  expect(found).toEqual([expect.objectContaining({ id: now.id, others: false }), undefined, undefined])
})

test('what belongs to one side cannot be handed an actor of the other', () => {
  expectTypeOf(detailQueries.listNotes).parameter(0).toEqualTypeOf<Officer>()
  expectTypeOf(detailQueries.findDeskRequest).parameter(0).toEqualTypeOf<Officer>()
  expectTypeOf(officerActs.closeRequest).parameter(0).toEqualTypeOf<Officer>()
  expectTypeOf(submitRequest).parameter(0).toEqualTypeOf<ContributorSide>()
  expectTypeOf(contributorActs.withdrawRequest).parameter(0).toEqualTypeOf<ContributorSide>()
  expectTypeOf(checkDeadlines).parameter(0).toEqualTypeOf<System>()
  expectTypeOf(sweep).parameter(0).toEqualTypeOf<System>()
  expectTypeOf<Visitor | Person | Lapsed | Administrator>().not.toExtend<ContributorSide | Officer>()
})

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../lib/*/{queries,commands}.ts', '../../lib/*/{queries,commands}/*.ts'],
  { eager: true },
)

test('every exported query and command has its line', () => {
  const exported = Object.entries(modules).flatMap(([path, module]) => {
    const [, domain] = /\/lib\/([^/]+)\//.exec(path)!
    return Object.entries(module)
      .filter(([, value]) => typeof value === 'function')
      .map(([name]) => `${domain}.${name}`)
  })
  expect([...new Set(Object.keys(doors).map((line) => line.split(' ')[0]!))].sort()).toEqual(exported.sort())
})
