import { csvCell } from '@/lib/campaigns/file/export'
import { type Column, columns, reasonColumn } from './columns'

const csvLine = (cells: readonly string[]) => `${cells.map(csvCell).join(';')}\r\n`

/** The rows that were refused, as a file to mend and load again: what they had, and why in a column of its own. */
export const refusedFile = (rows: { cells: Record<Column, string>; reasons: string[] }[]) =>
  `\ufeff${csvLine([...columns, reasonColumn])}${rows
    .map(({ cells, reasons }) => csvLine([...columns.map((column) => cells[column]), reasons.join(' ')]))
    .join('')}`
