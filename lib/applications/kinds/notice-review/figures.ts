import type { Figure } from '@/db/application-content'
import { formatAmount } from '@/lib/format'
import { reasons, type ReviewAnswers } from './steps'

/** «INPS.7000.02/11/2026.0000012: ho già versato» */
export function summary({ comunicazione, motivo }: ReviewAnswers) {
  const { label } = reasons.find(({ value }) => value === motivo.reason)!
  return `${comunicazione.protocollo}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

/** What the notice asks for and what the contributor says is left, in contributions; nothing without rows. */
export function figures({ comunicazione: { righe } }: ReviewAnswers): Figure[] {
  if (righe.length === 0) return []
  const asked = righe.reduce((sum, { due, paid }) => sum + due - paid, 0)
  const right = righe.reduce((sum, { rightDue, rightPaid }) => sum + rightDue - rightPaid, 0)
  return [
    {
      title: 'I contributi a confronto',
      source: 'Somma delle righe che hai scritto; le sanzioni si ricalcolano su quello che resta',
      lines: [
        { term: 'Chiesti dalla comunicazione', value: formatAmount(Math.max(0, asked)) },
        { term: 'Dovuti secondo te', value: formatAmount(Math.max(0, right)) },
        ...(right < 0 ? [{ term: 'Versati in più, secondo te', value: formatAmount(-right) }] : []),
      ],
    },
  ]
}
