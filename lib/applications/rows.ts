import type { Step } from './kind'
import { writtenRows } from './read'

/** Rows of a table that are shown at least, when it may have as many. */
const fewest = 3

/** How many rows a form had of the table of a step, by the names of its fields. */
export function countRows(fields: Iterable<string>, step: string) {
  const rows = [...fields].flatMap((field) => {
    const [, row] = field.startsWith(`${step}_`) ? (/_(\d{1,3})_[^_]+$/.exec(field) ?? []) : []
    return row === undefined ? [] : [Number(row) + 1]
  })
  return Math.max(0, ...rows)
}

/**
 * How many rows of its table a step shows: all those written, and never fewer than three where it may have them.
 * @param asked by «Aggiungi righe», as it stands in the address
 */
export function rowsShown(step: Step, content: Record<string, string>, asked: unknown) {
  const { table } = step
  if (!table) return 0
  const written = Math.max(-1, ...writtenRows(step, table, content)) + 1
  const wanted = typeof asked === 'string' && /^\d{1,3}$/.test(asked) ? Number(asked) : 0
  return Math.max(written, Math.min(table.most, Math.max(fewest, table.least, wanted)))
}
