import type { Question } from '@/db/question'
import { cellOf, fieldOf } from './fields'
import type { Step } from './kind'
import { writtenRows } from './read'

export type Typed = { title: string; rows: { term: string; value: string }[] }

function shown({ kind, options }: Question, value: string) {
  if (kind === 'box') return 'Sì'
  return options?.find((option) => option.value === value)?.label ?? value
}

/** What was typed in each step, right or wrong, in words: of a draft that can no longer be sent nothing is lost from sight. */
export const typedOf = (steps: readonly Step[], content: Record<string, string>): Typed[] =>
  steps.map((step) => {
    const written = (question: Question, name: string, term: string) => {
      const value = content[name]?.trim()
      return value ? [{ term, value: shown(question, value) }] : []
    }
    const { table } = step
    const cells = (table ? writtenRows(step, table, content) : []).flatMap((row) =>
      table!.columns.flatMap((column) =>
        written(column, cellOf(step.id, table!.name, row, column.name), `${column.label}, riga ${row + 1}`),
      ),
    )
    const answers = step.questions.flatMap((question) =>
      written(question, fieldOf(step.id, question.name), question.label),
    )
    return { title: step.title, rows: [...answers, ...cells] }
  })

/** The same of a kind that is gone, with its words: the fields by their names. */
export const typedFields = (content: Record<string, string>): Typed => ({
  title: 'Che cosa avevi scritto',
  rows: Object.entries(content)
    .filter(([name, value]) => !/^(passed_|saved_|noticeId$)/.test(name) && value.trim() !== '')
    .map(([name, value]) => ({ term: name.replaceAll('_', ' '), value: value.trim() })),
})
