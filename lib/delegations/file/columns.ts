import { quoted } from '@/lib/campaigns/file/columns'
import { Unreadable } from '@/lib/campaigns/file/unreadable'

/** What a row of the file says of one delegation (`docs/formats/deleghe.md`). */
export const columns = [
  'codice_fiscale_contribuente',
  'ambito',
  'lavoratori',
  'esclusiva',
  'decorrenza',
  'scadenza',
] as const
export type Column = (typeof columns)[number]

/** Stands in the file of the refused rows, and is passed over when it comes back mended. */
export const reasonColumn = 'motivo'

export type Places = Record<Column, number>

const listed = (names: readonly string[]) => names.map((name) => `«${quoted(name)}»`).join(', ')

/**
 * Reads the header: every column once, in any order, upper or lower case.
 * @throws Unreadable that says which column is missing, unknown or there twice
 */
export function placesOf(header: string[]): Places {
  const found = header.map((cell) => cell.trim().toLowerCase())
  const missing = columns.filter((column) => !found.includes(column))
  const known = new Set<string>([...columns, reasonColumn, ''])
  const unknown = found.filter((name) => !known.has(name)).slice(0, 5)
  const twice = columns.filter((column) => found.indexOf(column) !== found.lastIndexOf(column))
  const faults = [
    missing.length > 0 && `manca ${listed(missing)}`,
    unknown.length > 0 && `non è prevista ${listed(unknown)}`,
    twice.length > 0 && `compare più di una volta ${listed(twice)}`,
  ].filter((fault) => fault !== false)
  if (faults.length > 0)
    throw new Unreadable(`La prima riga non è l’intestazione prevista, tra le colonne: ${faults.join('; ')}.`)
  return Object.fromEntries(columns.map((column) => [column, found.indexOf(column)])) as Places
}
