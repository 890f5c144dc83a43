import { formatAmount } from '@/lib/format'

/** The name in the form of a question of a step: questions of two steps never meet. */
export const fieldOf = (step: string, question: string) => `${step}_${question}`

/** The name in the form of one cell of a step's table. */
export const cellOf = (step: string, table: string, row: number, column: string) => `${step}_${table}_${row}_${column}`

/** Empty rows that «Aggiungi righe» brings. */
export const addedRows = 3

/** Fields of a table's rows filled in beforehand. */
export const rowsOf = (step: string, table: string, rows: readonly Record<string, string>[]) =>
  Object.fromEntries(
    rows.flatMap((row, place) =>
      Object.entries(row).map(([column, value]) => [cellOf(step, table, place, column), value]),
    ),
  )

/** Fields of a step filled in beforehand. */
export const fieldsOf = (step: string, answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).map(([question, value]) => [fieldOf(step, question), value]))

/** Whole cents as one types them, «1.234,56»; nothing for zero, which is left empty. */
export const typedAmount = (cents: number) => (cents === 0 ? '' : formatAmount(cents).slice(0, -2))
