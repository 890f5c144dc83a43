import type { ContributionRow, F24Row, NewNotice, SanctionRow } from '@/db/notice-content'
import * as cells from './cells'
import { type Column, rowColumns } from './columns'

/** A notice's heading as it stands in a file: for a codice fiscale, whoever has it. */
export type Heading = Omit<NewNotice, 'contributorId' | 'content'> & { codiceFiscale: string }
/** What a line adds to the tables: one row at most. */
export type Row = { contribution?: ContributionRow; sanction?: SanctionRow; f24?: F24Row }

/** One line: what a column holds, without the blanks around it. */
export type CellOf = (column: Column) => string
export type Refuse = (column: Column, reason: string) => void

/** Reads cells of one line, and says of each that is wrong why. */
function taking(cell: CellOf, refuse: Refuse) {
  let sound = true
  const wrong = (column: Column, reason: string) => {
    sound = false
    refuse(column, reason)
    return undefined
  }
  const take = <T>(column: Column, reader: cells.Reader<T>) => {
    const text = cell(column)
    return text === '' ? wrong(column, 'La cella è vuota.') : (reader.read(text) ?? wrong(column, reader.reason))
  }
  return {
    // What is missing makes the whole line unsound, and nobody sees it then.
    take: <T>(column: Column, reader: cells.Reader<T>) => take(column, reader) as T,
    takeIfAny: <T>(column: Column, reader: cells.Reader<T>) =>
      cell(column) === '' ? null : (take(column, reader) as T),
    leaveEmpty(kept: readonly Column[], row: string) {
      for (const column of rowColumns)
        if (column !== 'riga' && !kept.includes(column) && cell(column) !== '')
          wrong(
            column,
            row === ''
              ? 'Senza la lettera della riga questa cella resta vuota.'
              : `In una riga ${row} questa cella resta vuota.`,
          )
    },
    ifSound: <T>(value: T) => (sound ? value : undefined),
  }
}

/** The heading that a line repeats; undefined when some cell of it was refused. */
export function readHeading(cell: CellOf, refuse: Refuse): Heading | undefined {
  const { take, takeIfAny, ifSound } = taking(cell, refuse)
  return ifSound({
    externalNumber: take('numero', cells.externalNumber),
    kind: take('tipo', cells.kind),
    codiceFiscale: take('codice_fiscale', cells.codiceFiscale),
    year: take('anno', cells.year),
    periodFrom: take('periodo_da', cells.period),
    periodTo: take('periodo_a', cells.period),
    elaboratedOn: take('elaborata_il', cells.day),
    dueBy: takeIfAny('scadenza', cells.day),
    contributionsCents: take('totale_contributi', cells.amount),
    sanctionsCents: take('totale_sanzioni', cells.amount),
  })
}

/** The row that a line adds to the tables of its notice: C, S, F, or none; undefined when some cell was refused. */
export function readRow(cell: CellOf, refuse: Refuse): Row | undefined {
  const { take, takeIfAny, leaveEmpty, ifSound } = taking(cell, refuse)
  const letter = cell('riga').toUpperCase()
  switch (letter) {
    case 'C':
      leaveEmpty(['mese', 'causale', 'dovuto', 'versato'], letter)
      return ifSound({
        contribution: {
          month: take('mese', cells.month),
          causale: take('causale', cells.causale),
          due: take('dovuto', cells.amount),
          paid: take('versato', cells.amount),
        },
      })
    case 'S':
      leaveEmpty(['mese', 'termine', 'pagato_il', 'giorni', 'base', 'norma', 'importo'], letter)
      return ifSound({
        sanction: {
          month: take('mese', cells.month),
          term: take('termine', cells.day),
          paidOn: takeIfAny('pagato_il', cells.day),
          days: take('giorni', cells.days),
          base: take('base', cells.amount),
          rule: take('norma', cells.rule),
          amount: take('importo', cells.amount),
        },
      })
    case 'F': {
      leaveEmpty(['mese', 'mese_a', 'causale', 'filiale', 'importo'], letter)
      const from = take('mese', cells.month)
      const to = takeIfAny('mese_a', cells.month)
      if (from && to && from > to) refuse('mese_a', 'Il mese finale viene prima di quello iniziale.')
      return ifSound({
        f24: {
          causale: take('causale', cells.causale),
          branch: take('filiale', cells.branch),
          from,
          to,
          amount: take('importo', cells.amount),
        },
      })
    }
    case '':
      leaveEmpty([], letter)
      return ifSound({})
    default:
      refuse('riga', 'Non è una riga prevista: C (contributo), S (sanzione), F (F24) o cella vuota.')
      return undefined
  }
}
