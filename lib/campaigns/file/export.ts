import type { FindingSeverity } from '@/db/vocabulary'

type Told = { severity: FindingSeverity; line: number; column: string; value: string; reason: string }

const severities: Record<FindingSeverity, string> = { refused: 'scartata', warned: 'avvertenza' }

/** What a spreadsheet would take for a formula and run (CWE-1236). */
const formula = /^[=+\-@\t\r]/

/** A cell of a CSV, quoted when it must be; one that begins like a formula begins with an apostrophe instead. */
export function csvCell(text: string) {
  const defused = formula.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

const csvLine = (cells: string[]) => `${cells.map(csvCell).join(';')}\r\n`

/** First line of the list of findings, with the BOM by which spreadsheets know UTF-8. */
export const findingsHeader = `\ufeff${csvLine(['esito', 'riga', 'colonna', 'valore', 'motivo'])}`

/** One finding, as a line of the list. */
export const findingLine = ({ severity, line, column, value, reason }: Told) =>
  csvLine([severities[severity], String(line), column, value, reason])
