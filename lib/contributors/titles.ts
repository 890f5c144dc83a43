import type { AccessTitle } from '@/db/vocabulary'

/** How a title is called in receipts and pages. */
export const titleLabels: Record<AccessTitle, string> = {
  legal_representative: 'Legale rappresentante',
  other_representative: 'Altro responsabile',
  delegate: 'Delegato',
  subdelegate: 'Subdelegato',
  partial_delegate: 'Delegato parziale',
  partial_subdelegate: 'Subdelegato parziale',
}
