import type { DelegationAct, DelegationChannel, DelegationStatus } from '@/db/vocabulary'
import type { ChangeName } from '@/db/vocabulary-changes'

/** Who acts on a delegation: the contributor that gives it, the delegate (or their firm), the office, the portal itself. */
export type DelegationSide = 'contributor' | 'delegate' | 'office' | 'system'

type Transition = {
  by: DelegationSide
  /** None for the act that begins it. */
  from: readonly DelegationStatus[]
  /** Without one the status stays what it was. */
  to?: DelegationStatus
  change: ChangeName
  /** What people read in the history. */
  label: string
}

const living = ['active', 'suspended'] as const

/**
 * Which status may follow which, and who may cause it (domain.md §3.9; msg 20976/2013: an indirect delegation is valid from
 * its validation, and not before). Only `active` gives rights. The only place that knows the steps.
 */
export const transitions = {
  confer: { by: 'contributor', from: [], to: 'proposed', change: 'delegation.conferred', label: 'Conferita' },
  compile: {
    by: 'delegate',
    from: [],
    to: 'awaiting_signature',
    change: 'delegation.compiled',
    label: 'Compilata, da firmare',
  },
  accept: { by: 'delegate', from: ['proposed'], to: 'active', change: 'delegation.accepted', label: 'Accettata' },
  decline: { by: 'delegate', from: ['proposed'], to: 'declined', change: 'delegation.declined', label: 'Rifiutata' },
  /** By whoever began it, before it gave any right. */
  cancel: {
    by: 'contributor',
    from: ['proposed', 'awaiting_signature'],
    to: 'cancelled',
    change: 'delegation.cancelled',
    label: 'Annullata prima di essere attiva',
  },
  discard: {
    by: 'delegate',
    from: ['awaiting_signature'],
    to: 'cancelled',
    change: 'delegation.cancelled',
    label: 'Annullata da chi l’ha compilata',
  },
  validate: {
    by: 'delegate',
    from: ['awaiting_signature'],
    to: 'active',
    change: 'delegation.validated',
    label: 'Validata',
  },
  revoke: {
    by: 'contributor',
    from: living,
    to: 'revoked',
    change: 'delegation.revoked',
    label: 'Revocata',
  },
  renounce: { by: 'delegate', from: living, to: 'renounced', change: 'delegation.renounced', label: 'Rinuncia' },
  suspend: { by: 'office', from: ['active'], to: 'suspended', change: 'delegation.suspended', label: 'Sospesa' },
  reinstate: { by: 'office', from: ['suspended'], to: 'active', change: 'delegation.reinstated', label: 'Riattivata' },
  change_workers: {
    by: 'contributor',
    from: living,
    change: 'delegation.workers_changed',
    label: 'Collaboratori cambiati',
  },
  expire: { by: 'system', from: living, to: 'expired', change: 'delegation.expired', label: 'Scaduta' },
} as const satisfies Record<DelegationAct, Transition>

/** Statuses in which `act` may be done. */
export const statusesFor = (act: DelegationAct): DelegationStatus[] => [...transitions[act].from]

/** Whether `side` may do `act` to a delegation in `status`. Whose delegation it is, is said by `policy.ts`. */
export const isAllowed = (act: DelegationAct, side: DelegationSide, status: DelegationStatus) =>
  transitions[act].by === side && statusesFor(act).includes(status)

export const statusLabels: Record<DelegationStatus, string> = {
  proposed: 'In attesa di accettazione',
  awaiting_signature: 'Da firmare e validare',
  active: 'Attiva',
  suspended: 'Sospesa dalla sede',
  expired: 'Scaduta',
  revoked: 'Revocata',
  renounced: 'Rinunciata',
  declined: 'Rifiutata',
  cancelled: 'Annullata',
}

export const channelLabels: Record<DelegationChannel, string> = { direct: 'Diretta', indirect: 'Indiretta' }

/** Years after its end for which a delegation is kept (msg 20976/2013). */
export const keptYears = 5

/** Days before its last one from which a delegation is marked as about to expire. */
export const expiringDays = 30
