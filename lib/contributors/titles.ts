import type { AccessTitle } from '@/db/vocabulary'

/** How a title is called in receipts and pages. */
export const titleLabels: Record<AccessTitle, string> = { legal_representative: 'Legale rappresentante' }
