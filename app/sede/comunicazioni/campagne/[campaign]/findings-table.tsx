import { DataTable } from '@/components/data-table'
import type { FindingSeverity } from '@/db/vocabulary'
import type { listFindings } from '@/lib/campaigns/queries'
import { formatCount } from '@/lib/format'

const columns = [
  { key: 'line', header: 'Riga' },
  { key: 'severity', header: 'Effetto' },
  { key: 'column', header: 'Colonna' },
  { key: 'value', header: 'Valore' },
  { key: 'reason', header: 'Motivo' },
] as const

const effects: Record<FindingSeverity, string> = { refused: 'Scartata', warned: 'Avvertimento' }

export function FindingTable({ findings }: { findings: Awaited<ReturnType<typeof listFindings>>['rows'] }) {
  return (
    <DataTable
      caption="Righe con qualcosa che non va"
      quietCaption
      columns={columns}
      rows={findings.map(({ id, line, severity, column, value, reason }) => ({
        key: id,
        cells: {
          line: formatCount(line),
          severity: effects[severity],
          column,
          value: value === '' ? 'vuoto' : <span className="code">{value}</span>,
          reason,
        },
      }))}
    />
  )
}
