import type { DelegationStatus } from '@/db/vocabulary'
import { statusLabels } from '@/lib/delegations/status'
import { StatusBadge, type StatusTone } from './status-badge'

const tones: Record<DelegationStatus, StatusTone> = {
  proposed: 'waiting',
  awaiting_signature: 'waiting',
  active: 'open',
  suspended: 'progress',
  expired: 'neutral',
  revoked: 'neutral',
  renounced: 'neutral',
  declined: 'neutral',
  cancelled: 'neutral',
}

/** Where a delegation stands. */
export const DelegationStatusBadge = ({ status }: { status: DelegationStatus }) => (
  <StatusBadge tone={tones[status]} label={statusLabels[status]} />
)
