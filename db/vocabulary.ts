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
] as const
export type ChangeName = (typeof changeNames)[number]
