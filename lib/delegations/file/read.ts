import { readRecords } from '@/lib/campaigns/file/records'
import { Unreadable } from '@/lib/campaigns/file/unreadable'
import { formatCount } from '@/lib/format'
import { type Column, columns, type Places, placesOf } from './columns'
import { type Fault, readRow, type RowDelegation } from './row'

/** Rows of one file, its header aside. */
export const mostRows = 5_000
/** Bytes of one file. */
export const mostBytes = 2 * 1024 * 1024

/** One row, by its line in the file: the delegation that it says, or what is wrong with it. */
export type FileRow = { line: number; cells: Record<Column, string>; read?: RowDelegation; faults: Fault[] }

/**
 * Reads a file of delegations (`docs/formats/deleghe.md`): a wrong row is told and stops no other.
 * @throws Unreadable when the file as a whole cannot be read, has no row or has more than `mostRows`
 */
export async function readDelegations(bytes: AsyncIterable<Uint8Array>): Promise<FileRow[]> {
  let places: Places | undefined
  let width = 0
  const rows: FileRow[] = []
  for await (const { line, cells } of readRecords(bytes)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    if (!places) {
      places = placesOf(cells)
      width = cells.length
      continue
    }
    if (rows.length === mostRows)
      throw new Unreadable(`Il file ha più di ${formatCount(mostRows)} righe: dividilo in più file.`)
    rows.push(rowOf(line, cells, places, width))
  }
  if (!places) throw new Unreadable('Il file non ha neanche l’intestazione: è vuoto.')
  if (rows.length === 0) throw new Unreadable('Sotto l’intestazione non c’è nessuna riga.')
  return rows
}

function rowOf(line: number, found: string[], places: Places, width: number): FileRow {
  const cells = Object.fromEntries(
    columns.map((column) => [column, (found[places[column]] ?? '').trim()]),
  ) as FileRow['cells']
  if (found.length === width) return { line, cells, ...readRow(cells) }
  const reason = `La riga ha ${formatCount(found.length)} celle, l’intestazione ne ha ${formatCount(width)}.`
  return { line, cells, faults: [{ column: 'codice_fiscale_contribuente', reason }] }
}
