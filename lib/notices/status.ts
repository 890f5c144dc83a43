import type { NoticeAct, NoticeStatus } from '@/db/vocabulary'
import type { ChangeName } from '@/db/vocabulary-changes'

type Transition = {
  by: 'contributor' | 'office'
  from: readonly NoticeStatus[]
  to: NoticeStatus
  change: ChangeName
  /** What people read in the history. */
  label: string
}

const living = ['open', 'in_progress'] as const

/**
 * Which standing may follow which, and who may cause it (domain.md §5.7). Read or not is another thing: DA LEGGERE and
 * LETTA are the two lists, the rest is a badge. The only place that knows the steps.
 */
export const transitions = {
  answer: {
    by: 'contributor',
    from: living,
    to: 'in_progress',
    change: 'request.submitted',
    label: 'Risposta inviata',
  },
  declare_payment: {
    by: 'contributor',
    from: living,
    to: 'in_progress',
    change: 'notice.payment_declared',
    label: 'Versamento comunicato',
  },
  begin: { by: 'office', from: ['open'], to: 'in_progress', change: 'notice.begun', label: 'In lavorazione' },
  settle: { by: 'office', from: living, to: 'settled', change: 'notice.settled', label: 'Regolarizzata' },
  annul: { by: 'office', from: living, to: 'annulled', change: 'notice.annulled', label: 'Annullata' },
  send_to_collection: {
    by: 'office',
    from: living,
    to: 'sent_to_collection',
    change: 'notice.sent_to_collection',
    label: 'Passata ad avviso di addebito',
  },
  withdraw: { by: 'office', from: living, to: 'withdrawn', change: 'notice.withdrawn', label: 'Ritirata dalla sede' },
  correct: { by: 'office', from: living, to: 'corrected', change: 'notice.corrected', label: 'Corretta con una nuova' },
} as const satisfies Record<NoticeAct, Transition>

/** Statuses in which `act` may be done. */
export const statusesFor = (act: NoticeAct): NoticeStatus[] => [...transitions[act].from]

/** Whether `side` may do `act` to a notice in `status`. Whose notice it is, is said by `policy.ts`. */
export const isAllowed = (act: NoticeAct, side: 'contributor' | 'office', status: NoticeStatus) =>
  transitions[act].by === side && statusesFor(act).includes(status)

/** What the badge says. An open notice needs no badge: its due date speaks. */
export const statusLabels: Record<NoticeStatus, string> = {
  open: 'Da definire',
  in_progress: 'In lavorazione',
  settled: 'Regolarizzata',
  annulled: 'Annullata',
  sent_to_collection: 'Passata ad avviso di addebito',
  withdrawn: 'Ritirata',
  corrected: 'Corretta',
}

/** The notice no longer counts: it stays, struck, with its reason and what took its place. */
export const isStruck = (status: NoticeStatus) => status === 'withdrawn' || status === 'corrected'

/** Days before its term from which a notice is marked as urgent. */
export const urgentDays = 14
