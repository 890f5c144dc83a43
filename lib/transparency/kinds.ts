import type { ChangeName } from '@/db/vocabulary-changes'

/** What can be chosen among the events, by the name it has in the address. */
export const actKinds = ['lette', 'scritte', 'deleghe'] as const
export type ActKind = (typeof actKinds)[number]

/**
 * What the contributor is told of, named one by one: a change that is not here is not shown. Left out are a side's own
 * papers (internal notes, drafts, samples, the firm's layer) and what the portal does for itself.
 */
export const changesOf = {
  lette: ['notice.read', 'notice.marked_read', 'replies.read', 'attachment.downloaded', 'calendar.opened'],
  scritte: [
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
    'request.closed',
    'request.closure_announced',
    'request.closed_for_missing_documents',
    'application.submitted',
    'application.decided',
    'notice.published',
    'notice.payment_declared',
    'notice.begun',
    'notice.settled',
    'notice.annulled',
    'notice.sent_to_collection',
    'notice.withdrawn',
    'notice.corrected',
    'contact.proposed',
    'contact.code_sent',
    'contact.verified',
    'contact.confirmed',
    'contact.declined',
    'contact.removed',
  ],
  deleghe: [
    'representative.appointed',
    'representative.accepted',
    'representative.declined',
    'representative.ended',
    'delegation.conferred',
    'delegation.compiled',
    'delegation.accepted',
    'delegation.declined',
    'delegation.cancelled',
    'delegation.validated',
    'delegation.revoked',
    'delegation.renounced',
    'delegation.suspended',
    'delegation.reinstated',
    'delegation.workers_changed',
    'delegation.expired',
  ],
} as const satisfies Record<ActKind, readonly ChangeName[]>

export const toldChanges: ChangeName[] = Object.values(changesOf).flat()

export const kindLabels: Record<ActKind, string> = {
  lette: 'Che cosa è stato letto',
  scritte: 'Che cosa è stato scritto',
  deleghe: 'Deleghe e responsabili',
}
