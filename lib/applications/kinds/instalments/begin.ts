import type { NoticeContent } from '@/db/notice-content'
import { formatMonth } from '@/lib/calendar/month'
import { rowsOf, typedAmount } from '../../fields'
import type { Known } from '../../kind'

/** From a notice: its debt, already in. */
export function begin({ notice }: Known): Record<string, string> {
  if (!notice) return {}
  const { protocollo, content, contributionsCents, sanctionsCents } = notice
  const row = { number: protocollo, ...periodOf(content) }
  const amounts = { contributions: typedAmount(contributionsCents), sanctions: typedAmount(sanctionsCents) }
  return rowsOf('debiti', 'righe', [{ ...row, ...amounts }])
}

function periodOf({ contributions, sanctions }: NoticeContent) {
  const months = [...contributions, ...sanctions].map(({ month }) => month).sort()
  const [first, last] = [months[0], months.at(-1)]
  return first && last ? { from: formatMonth(first), to: formatMonth(last) } : undefined
}
