import type { RepresentativeStatus } from '@/db/vocabulary'

export const statusLabels: Record<RepresentativeStatus, string> = {
  proposed: 'In attesa di accettazione',
  active: 'Abilitato',
  declined: 'Rifiutato',
  ended: 'Terminato',
}
