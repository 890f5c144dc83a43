import type { DeliveryStatus } from '@/db/vocabulary'
import { StatusBadge, type StatusTone } from './status-badge'

const shown: Record<DeliveryStatus, { label: string; tone: StatusTone }> = {
  promised: { label: 'In attesa di invio', tone: 'open' },
  handing_over: { label: 'Invio in corso', tone: 'progress' },
  handed_over: { label: 'Inviato', tone: 'closed' },
  undelivered: { label: 'Non recapitato', tone: 'waiting' },
  uncertain: { label: 'Esito incerto', tone: 'waiting' },
}

/** How far a message has come. */
export const DeliveryBadge = ({ status }: { status: DeliveryStatus }) => <StatusBadge {...shown[status]} />
