import { StatusBadge, type StatusTone } from '@/components/status-badge'
import type { DelegationStatus } from '@/db/vocabulary'
import { statusLabels } from '@/lib/delegations/status'

const tones: Partial<Record<DelegationStatus, StatusTone>> = {
  active: 'open',
  awaiting_signature: 'waiting',
  proposed: 'waiting',
  suspended: 'progress',
}

export const DelegationStatusBadge = ({ status }: { status: DelegationStatus }) => (
  <StatusBadge tone={tones[status] ?? 'closed'} label={statusLabels[status]} />
)
