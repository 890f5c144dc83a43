import type { Section } from '@/db/application-content'
import type { Fact, Question } from '@/db/question'
import { answersSchema, type AnswerValue } from '@/lib/questions/schema'
import { cellOf, fieldOf } from './fields'
import type { Step, Table } from './kind'

type Content = Record<string, string>
type Errors = Record<string, string[]>
/** The answers of a step as its kind works with them, and as people read them; or what is wrong, by the name of the field. */
export type StepRead = { answers: unknown; section: Section } | { errors: Errors }

/** The rows of a table in which something was written, by their number in the form. */
export function writtenRows(step: Step, table: Table, content: Content) {
  const cell = new RegExp(`^${cellOf(step.id, table.name, 0, '').replace('_0_', '_(\\d{1,3})_')}`)
  const written = Object.entries(content).flatMap(([name, value]) => {
    const [, row] = cell.exec(name) ?? []
    return row !== undefined && value.trim() !== '' ? [Number(row)] : []
  })
  return [...new Set(written)].sort((a, b) => a - b)
}

function readAnswers(
  questions: readonly Question[],
  content: Content,
  nameOf: (question: string) => string,
  today: string,
) {
  const typed = Object.fromEntries(questions.map(({ name }) => [name, content[nameOf(name)] ?? '']))
  const read = answersSchema(questions, today).safeParse(typed)
  if (read.success) return { answers: read.data, errors: {} as Errors }
  const errors = Object.fromEntries(read.error.issues.map(({ path, message }) => [nameOf(String(path[0])), [message]]))
  return { answers: undefined, errors }
}

const factsOf = (questions: readonly Question[], answers: Record<string, AnswerValue>): Fact[] =>
  questions.flatMap(({ name, kind, label, options }) => {
    const value = answers[name]
    return value === undefined ? [] : [{ name, kind, label, value, ...(options && { options }) }]
  })

const tooFew = ({ row, least }: Table) =>
  least === 1 ? `Compila almeno una riga: ${row}.` : `Compila almeno ${least} righe.`

/**
 * Reads one step of an istanza from what was typed, by field; empty rows are left out.
 * @param today 'yyyy-mm-dd' in Italy: bounds months, years and days
 */
export function readStep(step: Step, content: Content, today: string): StepRead {
  const { table } = step
  const asked = readAnswers(step.questions, content, (name) => fieldOf(step.id, name), today)
  const places = table ? writtenRows(step, table, content) : []
  const rows = places.map((place) =>
    readAnswers(table!.columns, content, (name) => cellOf(step.id, table!.name, place, name), today),
  )
  const errors: Errors = Object.assign({}, asked.errors, ...rows.map((row) => row.errors))
  if (table && places.length < table.least) errors[fieldOf(step.id, table.name)] = [tooFew(table)]
  if (table && places.length > table.most)
    errors[fieldOf(step.id, table.name)] = [`Compila al massimo ${table.most} righe.`]
  if (Object.keys(errors).length > 0) return { errors }

  const written = rows.map(({ answers }) => answers!)
  const judged = step.schema.safeParse({ ...asked.answers, ...(table && { [table.name]: written }) })
  if (!judged.success) {
    const named = judged.error.issues.map(({ path: [name, row, column], message }) => [
      column === undefined
        ? fieldOf(step.id, String(name ?? ''))
        : cellOf(step.id, String(name), places[Number(row)]!, String(column)),
      [message],
    ])
    return { errors: Object.fromEntries(named) }
  }
  return {
    answers: judged.data,
    section: {
      step: step.id,
      title: step.title,
      facts: factsOf(step.questions, asked.answers!),
      ...(table && {
        table: {
          legend: table.legend,
          headers: table.columns.map(({ label }) => label),
          rows: written.map((row) => factsOf(table.columns, row)),
        },
      }),
    },
  }
}
