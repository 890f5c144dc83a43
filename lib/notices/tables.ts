import type { NoticeContent } from '@/db/notice-content'
import { quoted, type Column } from '@/lib/campaigns/file/columns'
import { readRow, type Row } from '@/lib/campaigns/file/lines'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatMonth } from '@/lib/calendar/month'
import { mostLines } from './lengths'

type TableName = keyof NoticeContent

/** The columns of each table of the form, in order: those of the file (`docs/formats/comunicazioni.md`), under its letter. */
export const tables = {
  contributions: { letter: 'C', columns: ['mese', 'causale', 'dovuto', 'versato'] },
  sanctions: { letter: 'S', columns: ['mese', 'termine', 'pagato_il', 'giorni', 'base', 'norma', 'importo'] },
  f24: { letter: 'F', columns: ['mese', 'mese_a', 'causale', 'filiale', 'importo'] },
} as const satisfies Record<TableName, { letter: string; columns: readonly Column[] }>

/**
 * Reads a table typed or pasted as lines, one for each row, with `;` (or the tab of a spreadsheet) between values.
 * Empty lines are nothing. Gives the rows, or what is wrong in words that name the line.
 */
export function readTable<N extends TableName>(name: N, text: string): { rows: NoticeContent[N]; faults: string[] } {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, line: line.trim() }))
    .filter(({ line }) => line !== '')
  if (lines.length > mostLines)
    return {
      rows: [] as never,
      faults: [`Al massimo ${mostLines} righe: per una comunicazione più lunga usa il file.`],
    }
  const faults: string[] = []
  const rows = lines.flatMap(({ number, line }) => {
    const row = readLine(name, line, (fault) => faults.push(`Riga ${number}: ${fault}`))
    return row === undefined ? [] : [row]
  })
  return { rows: rows as NoticeContent[N], faults }
}

function readLine(name: TableName, line: string, complain: (fault: string) => void) {
  const { letter, columns } = tables[name]
  const cells = line.split(/[;\t]/).map((cell) => cell.trim())
  if (cells.length !== columns.length)
    return void complain(
      `servono ${columns.length} valori separati da punto e virgola, qui ce ne sono ${cells.length}.`,
    )
  const places = columns as readonly Column[]
  const cellOf = (column: Column) => (column === 'riga' ? letter : (cells[places.indexOf(column)] ?? ''))
  const row: Row | undefined = readRow(cellOf, (column, reason) =>
    complain(`${column} «${quoted(cellOf(column))}». ${reason}`),
  )
  return row && Object.values(row)[0]
}

/** A table as `readTable` reads it: what the form of a correction begins with. */
export function writeTable(name: keyof NoticeContent, content: NoticeContent): string {
  return linesOf(content)
    [name].map((cells) => cells.join(';'))
    .join('\n')
}

const linesOf = ({ contributions, sanctions, f24 }: NoticeContent): Record<TableName, (string | number)[][]> => ({
  contributions: contributions.map(({ month, causale, due, paid }) => [
    formatMonth(month),
    causale,
    decimal(due),
    decimal(paid),
  ]),
  sanctions: sanctions.map(({ month, term, paidOn, days, base, rule, amount }) => [
    formatMonth(month),
    formatItalianDate(term),
    paidOn === null ? '' : formatItalianDate(paidOn),
    days,
    decimal(base),
    rule,
    decimal(amount),
  ]),
  f24: f24.map(({ from, to, causale, branch, amount }) => [
    formatMonth(from),
    to === null ? '' : formatMonth(to),
    causale,
    branch,
    decimal(amount),
  ]),
})

/** «1234,56» from whole cents. */
const decimal = (cents: number) => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`
