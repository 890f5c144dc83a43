import type { RequestOutcome, RequestPhase, RequestStatus } from '@/db/vocabulary'
import { describeStatus, phaseLabels } from '@/lib/requests/status'
import { StatusBadge, type StatusTone } from './status-badge'

const tones: Record<RequestPhase, StatusTone> = { open: 'open', in_charge: 'progress', closed: 'closed' }

type RequestStatusProps = { status: RequestStatus; phase: RequestPhase; outcome: RequestOutcome | null }

/** Where a request stands: one of the three words people know, then the detail. */
export function RequestStatusBadge({ status, phase, outcome }: RequestStatusProps) {
  return (
    <span className="request-status">
      <StatusBadge tone={status === 'awaiting_documents' ? 'waiting' : tones[phase]} label={phaseLabels[phase]} />
      <span className="request-status-detail">{describeStatus(status, outcome)}</span>
    </span>
  )
}
