import { StatusBadge, type StatusTone } from '@/components/status-badge'
import type { CampaignStatus } from '@/db/vocabulary'
import { statusLabels } from '@/lib/campaigns/status'

const tones: Record<CampaignStatus, StatusTone> = {
  loading: 'progress',
  unreadable: 'neutral',
  validated: 'open',
  releasing: 'progress',
  paused: 'waiting',
  stopped: 'neutral',
  done: 'closed',
  discarded: 'neutral',
}

/** Where a campaign stands. */
export function CampaignStatusBadge({ status }: { status: CampaignStatus }) {
  return <StatusBadge tone={tones[status]} label={statusLabels[status]} />
}
