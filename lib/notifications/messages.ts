import 'server-only'
import { eq } from 'drizzle-orm'
import { requests, threadEntries } from '@/db/schema'
import type { NotificationChannel } from '@/db/vocabulary'
import type { ChangeName } from '@/db/vocabulary-changes'
import type { Transaction } from '@/db/write'
import { env } from '@/lib/env'
import { onEachChannel } from './audience'
import { post } from './post'
import { tellReaders } from './replies'
import { closing, smsLength } from './words'

type Notification = {
  /** Of what it tells: «sulla richiesta INPS…». */
  mail: { subject: (about: string) => string; body: (about: string, link: string) => string }
  sms: (about: string, link?: string) => string
}

/** The same words for every event: a notification points at a thing and never carries its content (security.md §6). */
const news: Notification = {
  mail: {
    subject: (about) => `C'è una novità ${about}`,
    body: (about, link) => `C'è una novità ${about}.\n\n` + `Per leggerla entra nel portale:\n${link}\n\n${closing}`,
  },
  sms: (about, link) => `C'è una novità ${about}. ${link ? `Leggila su ${link}` : 'Leggila nel portale.'}`,
}

/** Which changes the sender of a request is told of, and with which words. */
export const notifications = {
  'account.opened': null,
  'session.started': null,
  'session.ended': null,
  'pin.chosen': null,
  'draft.saved': null,
  'draft.discarded': null,
  'drafts.swept': null,
  'attachment.kept': null,
  'attachment.removed': null,
  'attachment.downloaded': null,
  'attachments.swept': null,
  'request.submitted': news,
  'request.messaged': null,
  'request.supplemented': null,
  'request.withdrawn': null,
  'request.reopened': null,
  'request.taken_up': news,
  'request.released': null,
  'request.transferred': news,
  'request.documents_requested': news,
  'request.replied': news,
  'request.noted': null,
  'request.closed': news,
  'request.closure_announced': news,
  'request.closed_for_missing_documents': news,
  'application.submitted': news,
  'application.refusal_proposed': null,
  'application.refusal_sent_back': null,
  'application.decided': news,
  'application.handed_over': null,
  'application_kind.closed': null,
  'application_kind.opened': null,
  'replies.read': null,
  'feedback.given': null,
  'notice.published': null,
  'notice.read': null,
  'notice.marked_read': null,
  'notice.marked_unread': null,
  'notice.payment_declared': null,
  'notice.begun': null,
  'notice.settled': null,
  'notice.annulled': null,
  'notice.sent_to_collection': null,
  'notice.withdrawn': null,
  'notice.corrected': null,
  'paper.kept': null,
  'campaign.loaded': null,
  'campaign.validated': null,
  'campaign.sample_opened': null,
  'campaign.approved': null,
  'campaign.released': null,
  'campaign.resumed': null,
  'campaign.stopped': null,
  'campaign.discarded': null,
  'campaign.withdrawn': null,
  'calendar.opened': null,
  'calendar.closed': null,
  'representative.appointed': null,
  'representative.accepted': null,
  'representative.declined': null,
  'representative.ended': null,
  'delegation.conferred': null,
  'delegation.compiled': null,
  'delegation.accepted': null,
  'delegation.declined': null,
  'delegation.cancelled': null,
  'delegation.validated': null,
  'delegation.revoked': null,
  'delegation.renounced': null,
  'delegation.suspended': null,
  'delegation.reinstated': null,
  'delegation.workers_changed': null,
  'delegation.expiring': null,
  'delegation.expired': null,
  'firm.registered': null,
  'firm.member_invited': null,
  'firm.member_accepted': null,
  'firm.member_declined': null,
  'firm.member_ended': null,
  'firm.subdelegated': null,
  'firm.subdelegation_ended': null,
  'firm.group_kept': null,
  'firm.group_removed': null,
  'firm.client_kept': null,
  'firm.task_kept': null,
  'firm.exported': null,
  'favourite.kept': null,
  'bulk_request.begun': null,
  'bulk_request.tried': null,
  'contact.proposed': null,
  'contact.code_sent': null,
  'contact.verified': null,
  'contact.confirmed': null,
  'contact.declined': null,
  'contact.removed': null,
  'preferences.kept': null,
  'digest.sent': null,
} as const satisfies Record<ChangeName, Notification | null>

type Told = { id: string; contributorId: string; protocollo: string; applicationKind: string | null }

const about = ({ protocollo, applicationKind }: Told) =>
  applicationKind === null ? `sulla richiesta ${protocollo}` : `sull'istanza ${protocollo}`

/**
 * The words of a notification on a channel, with an address below `portal`, the portal's own. An SMS has no room for the
 * two ids of a request: it leads to the way in, or says so in words when even that is too long.
 */
export function wordsOf(notification: Notification, channel: NotificationChannel, request: Told, portal: string) {
  const { mail, sms } = notification
  const base = portal.replace(/\/+$/, '')
  if (channel === 'email') {
    const link = `${base}/area/${request.contributorId}/richieste/${request.id}`
    return { subject: mail.subject(about(request)), body: mail.body(about(request), link) }
  }
  const withLink = sms(about(request), `${base}/area`)
  return { subject: '', body: withLink.length <= smsLength ? withLink : sms(about(request)) }
}

/**
 * Promises, inside the change that they tell of, one message for each channel the sender consented to, and its delivery;
 * then to whoever else has something to read in it (`replies.ts`). The same entry is told once to each address. Changes
 * without words of their own promise nothing.
 */
export async function promiseMessages(tx: Transaction, change: ChangeName, entryId: string | undefined): Promise<void> {
  const notification: Notification | null = notifications[change]
  if (!notification) return
  if (entryId === undefined) throw new Error(`${change} tells of no thread entry`)
  const [request] = await tx
    .select({
      id: requests.id,
      contributorId: requests.contributorId,
      protocollo: requests.protocollo,
      applicationKind: requests.applicationKind,
      submittedBy: requests.submittedBy,
      email: requests.email,
      mobile: requests.mobile,
      notifyByEmail: requests.notifyByEmail,
      notifyBySms: requests.notifyBySms,
    })
    .from(threadEntries)
    .innerJoin(requests, eq(requests.id, threadEntries.requestId))
    .where(eq(threadEntries.id, entryId))
  if (!request) throw new Error(`${change} tells of an entry that is not there`)

  const words = (channel: NotificationChannel) => ({
    change,
    entryId,
    ...wordsOf(notification, channel, request, env.PORTAL_URL),
  })
  const { submittedBy } = request
  const toSender = onEachChannel(
    {
      user_id: submittedBy,
      email: request.notifyByEmail ? request.email : null,
      mobile: request.notifyBySms ? request.mobile : null,
    },
    words,
  )
  const entry = { entryId, requestId: request.id, contributorId: request.contributorId }
  await post(tx, [...toSender, ...(await tellReaders(tx, entry, toSender.length > 0 ? submittedBy : undefined, words))])
}
