import { formatCount } from '@/lib/format'
import { type Places, placesOf } from './columns'
import { type Finding, Group, type ReadNotice } from './group'
import type { CellOf } from './lines'
import { NumberSet } from './number-set'
import { readRecords } from './records'
import { Unreadable } from './unreadable'

/** A stretch of the file: how many lines it had, what was found, and the notice that ended there, good or refused. */
export type Reading = { lines: number; findings: Finding[]; notice?: ReadNotice; refusedNotice?: true }

/** Findings held before they are handed on, however long their notice is. */
const mostHeld = 200

/**
 * Reads a file of notices (`docs/formats/comunicazioni.md`) as it comes, holding one notice at a time. Consecutive lines
 * with the same number are one notice; a number that comes back later is refused.
 * @param today ISO day, in Rome
 * @throws Unreadable when the file as a whole cannot be read
 */
export async function* readNotices(bytes: AsyncIterable<Uint8Array>, today: string): AsyncGenerator<Reading> {
  const met = new NumberSet()
  let places: Places | undefined
  let width = 0
  let group: Group | undefined
  let lines = 0
  const close = (ending: Group): Reading => {
    const notice = ending.close(today)
    const reading = {
      lines,
      findings: ending.takeFindings(),
      ...(notice ? { notice } : { refusedNotice: true as const }),
    }
    lines = 0
    return reading
  }
  for await (const { line, cells } of readRecords(bytes)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    if (!places) {
      places = placesOf(cells)
      width = cells.length
      continue
    }
    const cell = cellsOf(places, cells)
    const number = cell('numero')
    if (group?.number !== number || number === '') {
      if (group) yield close(group)
      group = new Group(number, cell, line)
      if (number !== '' && !met.add(number))
        group.refuse(
          line,
          cell,
          'numero',
          'Questo numero c’è già più in alto nel file: le righe di una comunicazione vanno di seguito.',
        )
    }
    lines += 1
    if (cells.length === width) group.add(line, cell)
    else group.refuse(line, cell, 'numero', `La riga ha ${columnsOf(cells.length)}, l’intestazione ne ha ${width}.`)
    if (group.findings >= mostHeld) {
      yield { lines, findings: group.takeFindings() }
      lines = 0
    }
  }
  if (!places) throw new Unreadable('Il file non ha neanche l’intestazione: è vuoto.')
  if (group) yield close(group)
}

const cellsOf =
  (places: Places, cells: string[]): CellOf =>
  (column) =>
    (cells[places[column]] ?? '').trim()

const columnsOf = (count: number) => (count === 1 ? 'una colonna' : `${formatCount(count)} colonne`)
