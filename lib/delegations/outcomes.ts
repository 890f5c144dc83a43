import type { Column } from './file/columns'

type Row = { line: number; id: string; codiceFiscale: string; denomination: string }

/** What became of each row of a file. */
export type Imported = {
  compiled: Row[]
  /** There already, just as the row says: nothing was made twice. */
  present: Row[]
  /** One for each thing that is wrong: a row may have more. */
  refused: { line: number; column: Column; value: string; reason: string }[]
  refusedRows: number
  /** The rows refused, as a CSV to mend and load again; none when all went well. */
  refusedFile?: string
}

/** Of many to be validated: which were, and which were not and why. */
export type Validated = {
  validated: { id: string; denomination: string }[]
  refused: { id: string; denomination: string; reason: string }[]
}
