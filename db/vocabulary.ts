/** The closed words of the domain. Imports nothing: safe in forms, schemas and tables alike. */

export const pinLevels = ['online', 'dispositivo'] as const
export type PinLevel = (typeof pinLevels)[number]

/** The title under which a person may act for a contributor. */
export const accessTitles = ['legal_representative'] as const
export type AccessTitle = (typeof accessTitles)[number]

export const officerRoles = ['officer', 'head'] as const
export type OfficerRole = (typeof officerRoles)[number]

/** Units of an office, after the column "Office" of the topic tree. */
export const unitCodes = ['FC', 'AN', 'RC', 'CO', 'AS'] as const
export type UnitCode = (typeof unitCodes)[number]

/** The three phases that people see (messaggio 16719/2009: aperta, in carico, chiusa). */
export const requestPhases = ['open', 'in_charge', 'closed'] as const
export type RequestPhase = (typeof requestPhases)[number]

export const requestStatuses = [
  'submitted',
  'transferred',
  'reopened',
  'taken_up',
  'awaiting_documents',
  'supplemented',
  'closed',
  'withdrawn',
] as const
export type RequestStatus = (typeof requestStatuses)[number]

export const requestOutcomes = [
  'granted',
  'partly_granted',
  'not_granted',
  'not_competent',
  'documents_missing',
] as const
export type RequestOutcome = (typeof requestOutcomes)[number]

/** Everything that can be done to a request and shows in its thread. */
export const requestActs = [
  'submit',
  'message',
  'supplement',
  'withdraw',
  'reopen',
  'take_up',
  'release',
  'transfer',
  'request_documents',
  'reply',
  'close',
  'announce_closure',
  'close_for_missing_documents',
] as const
export type RequestAct = (typeof requestActs)[number]

export const threadSides = ['contributor', 'office', 'system'] as const
export type ThreadSide = (typeof threadSides)[number]

/** Comunicazioni di irregolarità by their code (domain.md §5.7), as it stands in files and letters. */
export const noticeKinds = [
  'DEB-OMI',
  'DEB-SAN',
  'DEB-PA',
  'ANO-DEN',
  'ANO-F24',
  'ANO-VER',
  'MAN-DEN',
  'COM-LET',
  'RIS-INT',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeStatuses = [
  'open',
  'in_progress',
  'settled',
  'annulled',
  'sent_to_collection',
  'withdrawn',
  'corrected',
] as const
export type NoticeStatus = (typeof noticeStatuses)[number]

/** Everything that can be done to a published notice and shows in its history; reading is told apart, as evidence. */
export const noticeActs = [
  'answer',
  'declare_payment',
  'begin',
  'settle',
  'annul',
  'send_to_collection',
  'withdraw',
  'correct',
] as const
export type NoticeAct = (typeof noticeActs)[number]

export const campaignStatuses = [
  'loading',
  'unreadable',
  'validated',
  'releasing',
  'paused',
  'stopped',
  'done',
  'discarded',
] as const
export type CampaignStatus = (typeof campaignStatuses)[number]

/** A refused line keeps its notice from being published; a warned one does not. */
export const findingSeverities = ['refused', 'warned'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/** Documents that the portal makes once and keeps, byte for byte. */
export const paperKinds = ['notice', 'reading_receipt'] as const
export type PaperKind = (typeof paperKinds)[number]

export const draftKinds = ['request', 'entry'] as const
export type DraftKind = (typeof draftKinds)[number]

export const storageDrivers = ['database', 'uploadthing'] as const
export type StorageDriver = (typeof storageDrivers)[number]

export const notificationChannels = ['email', 'sms'] as const
export type NotificationChannel = (typeof notificationChannels)[number]

export const deliveryStatuses = ['promised', 'handing_over', 'handed_over', 'undelivered', 'uncertain'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** Every way the portal's rows may change. Audit sentences and notifications are keyed by it. */
export const changeNames = [
  'account.opened',
  'session.started',
  'session.ended',
  'pin.chosen',
  'draft.saved',
  'draft.discarded',
  'drafts.swept',
  'attachment.kept',
  'attachment.removed',
  'attachment.downloaded',
  'attachments.swept',
  'request.submitted',
  'request.messaged',
  'request.supplemented',
  'request.withdrawn',
  'request.reopened',
  'request.taken_up',
  'request.released',
  'request.transferred',
  'request.documents_requested',
  'request.replied',
  'request.noted',
  'request.closed',
  'request.closure_announced',
  'request.closed_for_missing_documents',
  'replies.read',
  'feedback.given',
  'notice.published',
  'notice.read',
  'notice.marked_read',
  'notice.marked_unread',
  'notice.payment_declared',
  'notice.begun',
  'notice.settled',
  'notice.annulled',
  'notice.sent_to_collection',
  'notice.withdrawn',
  'notice.corrected',
  'paper.kept',
  'campaign.loaded',
  'campaign.validated',
  'campaign.sample_opened',
  'campaign.approved',
  'campaign.released',
  'campaign.resumed',
  'campaign.stopped',
  'campaign.discarded',
  'campaign.withdrawn',
  'calendar.opened',
  'calendar.closed',
] as const
export type ChangeName = (typeof changeNames)[number]
