import type { DelegationScope } from '@/db/vocabulary'
import * as cells from '@/lib/campaigns/file/cells'
import { romeDate } from '@/lib/calendar/working-days'
import { normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { workersSchema } from '../schema'
import type { Column } from './columns'

/** What a sound row says; days are ISO. */
export type RowDelegation = {
  codiceFiscale: string
  scope: DelegationScope
  workers: string[]
  exclusive: boolean
  startsOn: string
  endsOn: string | null
}
export type Fault = { column: Column; reason: string }

const scopes: Record<string, DelegationScope> = { totale: 'total', parziale: 'partial' }
const answers: Record<string, boolean> = { si: true, sì: true, no: false }

const oneOf = <T>(words: Record<string, T>, reason: string): cells.Reader<T> => ({
  read: (cell) => (Object.hasOwn(words, cell.toLowerCase()) ? words[cell.toLowerCase()] : undefined),
  reason,
})
const scope = oneOf(scopes, 'Scrivi totale oppure parziale.')
const answer = oneOf(answers, 'Scrivi si oppure no.')

/** The same reader, with the reason that the cell itself tells: a mistyped code is no shorter one. */
const contributorCode = (cell: string): cells.Reader<string> => ({
  read: cells.codiceFiscale.read,
  reason: whyNoCode(cell),
})

function whyNoCode(cell: string) {
  const code = normaliseCodiceFiscale(cell.slice(0, 64))
  if (/^(\d{11}|[A-Z\d]{16})$/.test(code)) return 'Nel codice c’è un carattere scritto male: il controllo non torna.'
  if (/^\d{1,10}$/.test(code))
    return `Ha ${code.length} cifre, quello di una società ne ha 11: il foglio di calcolo può avere tolto gli zeri iniziali.`
  return 'Non è un codice fiscale: ha 16 caratteri per una persona, 11 cifre per una società.'
}

/** Reads the cells of one row, and says of each that is wrong why; undefined when some is. */
export function readRow(row: Record<Column, string>): { read?: RowDelegation; faults: Fault[] } {
  const faults: Fault[] = []
  const wrong = (column: Column, reason: string) => void faults.push({ column, reason })
  const take = <T>(column: Column, reader: cells.Reader<T>) => {
    const value = row[column] === '' ? undefined : reader.read(row[column])
    if (value === undefined) wrong(column, row[column] === '' ? 'La cella è vuota.' : reader.reason)
    return value
  }
  const codiceFiscale = take('codice_fiscale_contribuente', contributorCode(row.codice_fiscale_contribuente))
  const covered = take('ambito', scope)
  const exclusive = take('esclusiva', answer)
  const startsOn = take('decorrenza', cells.day)
  const endsOn = row.scadenza === '' ? null : take('scadenza', cells.day)
  const workers = workersOf(row.lavoratori, covered, (reason) => wrong('lavoratori', reason))
  if (startsOn && endsOn && endsOn < startsOn) wrong('scadenza', 'L’ultimo giorno viene prima del primo.')
  else if (endsOn && endsOn < romeDate(new Date())) wrong('scadenza', 'L’ultimo giorno è già passato.')
  if (faults.length > 0) return { faults }
  return {
    faults,
    // None is missing, or there would be a fault.
    read: {
      codiceFiscale: codiceFiscale!,
      scope: covered!,
      workers,
      exclusive: exclusive!,
      startsOn: startsOn!,
      endsOn: endsOn ?? null,
    },
  }
}

function workersOf(cell: string, covered: DelegationScope | undefined, refuse: (reason: string) => void) {
  if (covered === 'total' && cell !== '') refuse('Con ambito totale questa cella resta vuota.')
  if (covered !== 'partial') return []
  const { data: workers = [], error } = workersSchema.safeParse(cell.replace(/[\s,;]+/g, '\n'))
  if (error) refuse(error.issues[0]!.message)
  else if (workers.length === 0) refuse('Con ambito parziale scrivi almeno un codice fiscale.')
  return workers
}
