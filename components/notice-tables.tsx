import { formatMonth } from '@/lib/calendar/month'
import { formatAmount, formatDay } from '@/lib/format'
import type { NoticeDocument } from '@/lib/notices/document'
import { f24Intro } from '@/lib/notices/text'
import { DataTable } from './data-table'

type Content = NoticeDocument['content']

const contributionColumns = [
  { key: 'month', header: 'Mese' },
  { key: 'causale', header: 'Causale' },
  { key: 'due', header: 'Dovuto', numeric: true },
  { key: 'paid', header: 'Versato', numeric: true },
  { key: 'difference', header: 'Differenza', numeric: true },
] as const

type Totals = { due: number; paid: number; difference: number }

/** Tabella dei contributi, with its totals in the last row. */
export function ContributionTable({ rows, totals }: { rows: Content['contributions']; totals: Totals }) {
  return (
    <DataTable
      caption="Contributi mese per mese"
      quietCaption
      columns={contributionColumns}
      rows={[
        ...rows.map(({ month, causale, due, paid }, index) => ({
          key: String(index),
          cells: {
            month: formatMonth(month),
            causale,
            due: formatAmount(due),
            paid: formatAmount(paid),
            difference: formatAmount(due - paid),
          },
        })),
        {
          key: 'total',
          cells: {
            month: 'Totale contributi',
            due: <strong>{formatAmount(totals.due)}</strong>,
            paid: <strong>{formatAmount(totals.paid)}</strong>,
            difference: <strong>{formatAmount(totals.difference)}</strong>,
          },
        },
      ]}
    />
  )
}

const sanctionColumns = [
  { key: 'month', header: 'Mese' },
  { key: 'term', header: 'Termine' },
  { key: 'paidOn', header: 'Versato il' },
  { key: 'days', header: 'Giorni', numeric: true },
  { key: 'base', header: 'Calcolata su', numeric: true },
  { key: 'rule', header: 'Norma' },
  { key: 'amount', header: 'Sanzione', numeric: true },
] as const

/** Tabella delle sanzioni, with their total in the last row. */
export function SanctionTable({ rows, total }: { rows: Content['sanctions']; total: number }) {
  return (
    <DataTable
      caption="Sanzioni civili mese per mese (art. 116, comma 8, L. 388/2000)"
      columns={sanctionColumns}
      rows={[
        ...rows.map(({ month, term, paidOn, days, base, rule, amount }, index) => ({
          key: String(index),
          cells: {
            month: formatMonth(month),
            term: formatDay(term),
            paidOn: paidOn ? formatDay(paidOn) : 'non versato',
            days,
            base: formatAmount(base),
            rule: `lett. ${rule})`,
            amount: formatAmount(amount),
          },
        })),
        { key: 'total', cells: { month: 'Totale sanzioni', amount: <strong>{formatAmount(total)}</strong> } },
      ]}
    />
  )
}

const f24Columns = [
  { key: 'line', header: 'Riga' },
  { key: 'officeCode', header: 'Codice sede' },
  { key: 'causale', header: 'Causale contributo' },
  { key: 'branch', header: 'Matricola INPS/codice INPS/filiale azienda' },
  { key: 'from', header: 'Periodo da mm/aaaa' },
  { key: 'to', header: 'a mm/aaaa' },
  { key: 'amount', header: 'Importi a debito versati', numeric: true },
] as const

/** The lines of the F24 to copy, under the headers that the paper has. */
export function F24Table({ officeCode, rows, total }: { officeCode: string; rows: Content['f24']; total: number }) {
  return (
    <>
      <p>{f24Intro}</p>
      <DataTable
        caption="Righe della sezione INPS dell’F24"
        quietCaption
        columns={f24Columns}
        rows={[
          ...rows.map(({ causale, branch, from, to, amount }, index) => ({
            key: String(index),
            cells: {
              line: `Riga ${index + 1}`,
              officeCode,
              causale,
              branch,
              from: formatMonth(from),
              to: to ? formatMonth(to) : 'lascia vuoto',
              amount: formatAmount(amount),
            },
          })),
          { key: 'total', cells: { line: 'Totale', amount: <strong>{formatAmount(total)}</strong> } },
        ]}
      />
    </>
  )
}
