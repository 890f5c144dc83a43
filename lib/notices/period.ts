import { formatMonth } from '@/lib/calendar/month'

/** «Solo sanzioni»: the period reads 0/aaaa – 0/aaaa (domain.md §5.2). */
export const isSanctionsOnly = (periodFrom: string) => periodFrom.endsWith('-00')

export const sanctionsOnlyLabel = 'Solo sanzioni per ritardato versamento'

/** «03/2024 – 04/2024», «03/2024» for one month, and the words people understand for 0/aaaa. Months are 'yyyy-mm'. */
export function formatPeriod(periodFrom: string, periodTo: string) {
  if (isSanctionsOnly(periodFrom)) return sanctionsOnlyLabel
  return periodFrom === periodTo ? formatMonth(periodFrom) : `${formatMonth(periodFrom)} – ${formatMonth(periodTo)}`
}

/** The period as the letter writes it: «0/2024 – 0/2024» for sanctions alone. */
export const letterPeriod = (periodFrom: string, periodTo: string) =>
  [periodFrom, periodTo].map((month) => formatMonth(month).replace(/^00\//, '0/')).join(' – ')
