import type { RequestAct, RequestOutcome, RequestPhase, RequestStatus, ThreadSide } from '@/db/vocabulary'
import type { ChangeName } from '@/db/vocabulary-changes'

/** A plain request, or an istanza: a request that starts a procedure. */
export type Sort = 'request' | 'application'

/** Which of the two a row is. */
export const sortOf = ({ applicationKind }: { applicationKind: string | null }): Sort =>
  applicationKind === null ? 'request' : 'application'

type Transition = {
  by: ThreadSide
  /** Statuses in which the act may be done; none for the act that begins the request. */
  from: readonly RequestStatus[]
  /** The status it leads to; without one the status stays what it was. */
  to?: RequestStatus
  /** Of a plain request alone, or of an istanza alone; without one, of both. */
  only?: Sort
  /** Statuses in which it may be done to an istanza, when they are others. */
  fromOfApplication?: readonly RequestStatus[]
  /** Whether, once somebody took the request up, only they may do it (or the head of the unit). */
  holder?: true
  change: ChangeName
  /** What people read in the thread. */
  label: string
}

const waiting = ['submitted', 'transferred', 'reopened'] as const
const worked = ['taken_up', 'supplemented'] as const
const undecided = [...waiting, ...worked, 'awaiting_documents'] as const

/**
 * Which status may follow which, and who may cause it (domain.md §7.2). INVIATA, PROTOCOLLATA and SMISTATA happen
 * together here, in the transaction that sends: they are one status, `submitted`. The only place that knows the steps.
 */
export const transitions = {
  submit: { by: 'contributor', from: [], to: 'submitted', change: 'request.submitted', label: 'Richiesta inviata' },
  message: {
    by: 'contributor',
    from: [...waiting, ...worked],
    change: 'request.messaged',
    label: 'Messaggio del contribuente',
  },
  supplement: {
    by: 'contributor',
    from: ['awaiting_documents'],
    to: 'supplemented',
    change: 'request.supplemented',
    label: 'Integrazione inviata',
  },
  withdraw: {
    by: 'contributor',
    from: ['submitted'],
    fromOfApplication: undecided,
    to: 'withdrawn',
    change: 'request.withdrawn',
    label: 'Richiesta ritirata',
  },
  reopen: {
    by: 'contributor',
    from: ['closed'],
    to: 'reopened',
    only: 'request',
    change: 'request.reopened',
    label: 'Richiesta riaperta',
  },
  take_up: { by: 'office', from: waiting, to: 'taken_up', change: 'request.taken_up', label: 'Presa in carico' },
  release: {
    by: 'office',
    from: worked,
    to: 'submitted',
    holder: true,
    change: 'request.released',
    label: 'Rimessa in coda',
  },
  transfer: {
    by: 'office',
    from: [...waiting, ...worked],
    to: 'transferred',
    holder: true,
    change: 'request.transferred',
    label: 'Inoltrata ad altro ufficio',
  },
  request_documents: {
    by: 'office',
    from: worked,
    to: 'awaiting_documents',
    holder: true,
    change: 'request.documents_requested',
    label: 'Richiesta di documenti',
  },
  reply: {
    by: 'office',
    from: [...worked, 'awaiting_documents'],
    holder: true,
    change: 'request.replied',
    label: 'Risposta della sede',
  },
  close: {
    by: 'office',
    from: worked,
    to: 'closed',
    only: 'request',
    holder: true,
    change: 'request.closed',
    label: 'Richiesta chiusa',
  },
  decide: {
    by: 'office',
    from: worked,
    to: 'closed',
    only: 'application',
    holder: true,
    change: 'application.decided',
    label: 'Provvedimento',
  },
  announce_closure: {
    by: 'system',
    from: ['awaiting_documents'],
    change: 'request.closure_announced',
    label: 'Preavviso di chiusura',
  },
  close_for_missing_documents: {
    by: 'system',
    from: ['awaiting_documents'],
    to: 'closed',
    change: 'request.closed_for_missing_documents',
    label: 'Chiusa per mancata integrazione',
  },
} as const satisfies Record<RequestAct, Transition>

const rule = (act: RequestAct): Transition => transitions[act]

/** Statuses in which `act` may be done to a request, or to an istanza. */
export function statusesFor(act: RequestAct, sort: Sort = 'request'): RequestStatus[] {
  const { only = sort, from, fromOfApplication = from } = rule(act)
  if (only !== sort) return []
  return [...(sort === 'application' ? fromOfApplication : from)]
}

/** Whether `side` may do `act` to a request in `status`. Whose request it is, is said by `policy.ts`. */
export const isAllowed = (act: RequestAct, side: ThreadSide, status: RequestStatus, sort: Sort = 'request') =>
  rule(act).by === side && statusesFor(act, sort).includes(status)

export const needsHolder = (act: RequestAct) => rule(act).holder === true

/** Days after closing within which the contributor may reopen (domain.md §7.2). */
export const reopenableDays = 60

/** Working days in which the office promises an answer (domain.md §7.6). */
export const answerWorkingDays = 5

/** Working days left to answer once closing for missing documents has been announced. */
export const closureNoticeWorkingDays = 5

const phases: Record<RequestStatus, RequestPhase> = {
  submitted: 'open',
  reopened: 'open',
  transferred: 'in_charge',
  taken_up: 'in_charge',
  awaiting_documents: 'in_charge',
  supplemented: 'in_charge',
  closed: 'closed',
  withdrawn: 'closed',
}

/** The phase people see; the column `requests.phase` computes the same (a test compares them). */
export const phaseOf = (status: RequestStatus) => phases[status]

/** Aperta, in carico, chiusa: the three words of messaggio 16719/2009. */
export const phaseLabels: Record<RequestPhase, string> = { open: 'Aperta', in_charge: 'In carico', closed: 'Chiusa' }

const statusLabels: Record<RequestStatus, string> = {
  submitted: 'Inviata e smistata alla sede',
  transferred: 'Inoltrata ad altro ufficio',
  reopened: 'Riaperta',
  taken_up: 'Presa in carico',
  awaiting_documents: 'In attesa di integrazione',
  supplemented: 'Integrata',
  closed: 'Definita',
  withdrawn: 'Ritirata',
}

export const outcomeLabels: Record<RequestOutcome, string> = {
  granted: 'Accolta',
  partly_granted: 'Parzialmente accolta',
  not_granted: 'Non accolta',
  not_competent: 'Non di competenza',
  documents_missing: 'Chiusa per mancata integrazione',
}

/** The outcomes an officer may choose: the last belongs to the portal's own terms. */
export const decisions = ['granted', 'partly_granted', 'not_granted', 'not_competent'] as const

/** The detail shown beside the phase. */
export const describeStatus = (status: RequestStatus, outcome: RequestOutcome | null) =>
  status === 'closed' && outcome ? outcomeLabels[outcome] : statusLabels[status]
