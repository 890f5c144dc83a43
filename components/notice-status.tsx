import type { NoticeStatus } from '@/db/vocabulary'
import { statusLabels } from '@/lib/notices/status'
import { StatusBadge, type StatusTone } from './status-badge'

const tones: Record<NoticeStatus, StatusTone> = {
  open: 'open',
  in_progress: 'progress',
  settled: 'closed',
  annulled: 'closed',
  sent_to_collection: 'waiting',
  withdrawn: 'neutral',
  corrected: 'neutral',
}

/** Where a notice stands, whether or not it was read. */
export function NoticeStatusBadge({ status }: { status: NoticeStatus }) {
  return <StatusBadge tone={tones[status]} label={statusLabels[status]} />
}
