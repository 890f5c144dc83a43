import { cleanProse } from '@/lib/prose/clean'
import { Unreadable } from './unreadable'

/** What is the same on every line of a notice (`docs/formats/comunicazioni.md`). */
export const headingColumns = [
  'numero',
  'tipo',
  'codice_fiscale',
  'anno',
  'periodo_da',
  'periodo_a',
  'elaborata_il',
  'scadenza',
  'totale_contributi',
  'totale_sanzioni',
] as const

/** What belongs to one row of its tables. */
export const rowColumns = [
  'riga',
  'mese',
  'mese_a',
  'causale',
  'filiale',
  'dovuto',
  'versato',
  'termine',
  'pagato_il',
  'giorni',
  'base',
  'norma',
  'importo',
] as const

export const columns = [...headingColumns, ...rowColumns]
export type Column = (typeof columns)[number]

/** Where each column stands in this file. */
export type Places = Record<Column, number>

/** Characters of a cell that are quoted back to people. */
const longestQuoted = 100

/** A cell as it may be shown and kept: without what is not text, cut when very long. */
export function quoted(cell: string) {
  const clean = cleanProse(cell)
  return clean.length > longestQuoted ? `${clean.slice(0, longestQuoted - 1).toWellFormed()}…` : clean
}

const listed = (names: string[]) =>
  names
    .slice(0, 5)
    .map((name) => `«${quoted(name)}»`)
    .join(', ') + (names.length > 5 ? ` e altre ${names.length - 5}` : '')

/**
 * Reads the header: every column once, in any order, upper or lower case.
 * @throws Unreadable that says which column is missing, unknown or there twice
 */
export function placesOf(header: string[]): Places {
  const found = header.map((cell) => cell.trim().toLowerCase())
  const missing = columns.filter((column) => !found.includes(column))
  const unknown = header.filter((_, index) => !(columns as string[]).includes(found[index]!))
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
