/** The closed words of the domain. Imports nothing: safe in forms, schemas and tables alike. */

export const pinLevels = ['online', 'dispositivo'] as const
export type PinLevel = (typeof pinLevels)[number]

/** The title under which a person may act for a contributor. */
export const accessTitles = [
  'legal_representative',
  'other_representative',
  'delegate',
  'subdelegate',
  'partial_delegate',
  'partial_subdelegate',
] as const
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

/** Everything that can be done to a request, or to an application, and shows in its thread. */
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
  'decide',
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

/** How a delegation came to be (domain.md §3.2): conferred on the portal, or compiled by an intermediary and signed on paper. */
export const delegationChannels = ['direct', 'indirect'] as const
export type DelegationChannel = (typeof delegationChannels)[number]

export const delegationScopes = ['total', 'partial'] as const
export type DelegationScope = (typeof delegationScopes)[number]

export const delegationStatuses = [
  'proposed',
  'awaiting_signature',
  'active',
  'suspended',
  'expired',
  'revoked',
  'renounced',
  'declined',
  'cancelled',
] as const
export type DelegationStatus = (typeof delegationStatuses)[number]

/** Everything that can be done to a delegation and shows in its history. */
export const delegationActs = [
  'confer',
  'compile',
  'accept',
  'decline',
  'cancel',
  'discard',
  'validate',
  'revoke',
  'renounce',
  'suspend',
  'reinstate',
  'change_workers',
  'expire',
] as const
export type DelegationAct = (typeof delegationActs)[number]

export const representativeStatuses = ['proposed', 'active', 'declined', 'ended'] as const
export type RepresentativeStatus = (typeof representativeStatuses)[number]

/** Studio di un intermediario (L. 12/1979), or office of a national association. */
export const firmKinds = ['firm', 'association'] as const
export type FirmKind = (typeof firmKinds)[number]

/** The holder is the one to whom delegations are given; in an association, the head of office. */
export const firmRoles = ['holder', 'collaborator'] as const
export type FirmRole = (typeof firmRoles)[number]

/** Where a paper stands in the firm's own layer. */
export const taskStatuses = ['to_do', 'waiting_client', 'done'] as const
export type TaskStatus = (typeof taskStatuses)[number]

export const contactKinds = ['pec', 'email', 'mobile'] as const
export type ContactKind = (typeof contactKinds)[number]

export const contactStatuses = ['proposed', 'unverified', 'verified', 'replaced', 'removed', 'declined'] as const
export type ContactStatus = (typeof contactStatuses)[number]

/** What a person may be told of. */
export const newsKinds = ['notice', 'reply', 'deadline', 'delegation'] as const
export type NewsKind = (typeof newsKinds)[number]

export const digestRhythms = ['at_once', 'daily', 'weekly'] as const
export type DigestRhythm = (typeof digestRhythms)[number]

/** What became of a refusal that an officer proposed to a colleague: it takes two to refuse an application. */
export const proposalAnswers = ['confirmed', 'sent_back', 'dropped'] as const
export type ProposalAnswer = (typeof proposalAnswers)[number]

/** Values set by law or by the institute from a day on; each with its unit in `lib/rates/values.ts`. */
export const rateCodes = [
  'reference_rate',
  'sanction_surcharge',
  'sanction_cap',
  'evasion_rate',
  'evasion_cap',
  'instalment_surcharge',
  'instalment_threshold',
  'instalments_up_to_threshold',
  'instalments_above_threshold',
  'rate_with_dis_coll',
  'rate_without_dis_coll',
  'rate_otherwise_insured',
  'yearly_ceiling',
] as const
export type RateCode = (typeof rateCodes)[number]

export const draftKinds = ['request', 'entry', 'application'] as const
export type DraftKind = (typeof draftKinds)[number]

export const storageDrivers = ['database', 'uploadthing'] as const
export type StorageDriver = (typeof storageDrivers)[number]

export const notificationChannels = ['email', 'sms'] as const
export type NotificationChannel = (typeof notificationChannels)[number]

export const deliveryStatuses = ['promised', 'handing_over', 'handed_over', 'undelivered', 'uncertain'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]
