import { formatMonth } from '@/lib/calendar/month'
import { fieldsOf, rowsOf, typedAmount } from '../../fields'
import type { Known } from '../../kind'

/** From a notice: its number and its rows, as it says them on both sides; the contributor changes their own. */
export function begin({ notice }: Known): Record<string, string> {
  if (!notice) return {}
  const rows = notice.content.contributions.map(({ month, causale, due, paid }) => ({
    month: formatMonth(month),
    causale,
    due: typedAmount(due),
    paid: typedAmount(paid),
    rightDue: typedAmount(due),
    rightPaid: typedAmount(paid),
  }))
  return {
    ...fieldsOf('comunicazione', { protocollo: notice.protocollo }),
    ...rowsOf('comunicazione', 'righe', rows),
  }
}
