import type { Figure } from '@/db/application-content'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatMonth } from '@/lib/calendar/month'
import { formatAmount } from '@/lib/format'
import { fieldOf } from '../../fields'
import type { AnswersOf } from '../../kind'
import type { F24Line, steps } from './steps'

export type Answers = AnswersOf<typeof steps>
type Rows = Pick<Answers, 'versato' | 'corretto'>

const totalOf = (rows: readonly F24Line[]) => rows.reduce((total, { amount }) => total + amount, 0)

/** «F24 del 16/04/2024, 1.401,20 €». */
export const summary = ({ versato }: Pick<Answers, 'versato'>) =>
  `F24 del ${formatItalianDate(versato.paidOn)}, ${formatAmount(totalOf(versato.rows))}`

/** What each office, causale, branch and month had and is to have, in cents: the differences add up to nothing. */
export function movesOf({ versato, corretto }: Rows) {
  const places = new Map<string, F24Line & { right: number }>()
  const put = (row: F24Line, column: 'amount' | 'right') => {
    const key = [row.office, row.causale, row.branch.toUpperCase(), row.month].join('|')
    const place = places.get(key) ?? { ...row, amount: 0, right: 0 }
    places.set(key, { ...place, [column]: place[column] + row.amount })
  }
  versato.rows.forEach((row) => put(row, 'amount'))
  corretto.rows.forEach((row) => put(row, 'right'))
  return [...places.values()]
}

/** Re-imputation moves money and makes none: what is wrong, by field. */
export function refusalsOf(answers: Rows): Record<string, string[]> {
  const [paid, right] = [totalOf(answers.versato.rows), totalOf(answers.corretto.rows)]
  const refuse = (message: string) => ({ [fieldOf('corretto', 'rows')]: [message] })
  if (paid !== right)
    return refuse(
      `Il totale giusto è ${formatAmount(right)}, quello versato ${formatAmount(paid)}: devono essere uguali, perché una rettifica sposta le somme e non le cambia.`,
    )
  if (movesOf(answers).every(({ amount, right }) => amount === right))
    return refuse('Queste righe sono uguali a quelle versate: scrivi i dati giusti.')
  return {}
}

/** From where to where the money moves. */
export function figures(answers: Answers): Figure[] {
  return [
    {
      title: 'Come cambia il versamento',
      source: 'La sezione INPS dell’F24 la corregge l’INPS, non l’Agenzia delle Entrate; il totale versato non cambia.',
      lines: [
        { term: 'Totale versato', value: formatAmount(totalOf(answers.versato.rows)) },
        { term: 'Totale corretto', value: formatAmount(totalOf(answers.corretto.rows)) },
      ],
      table: {
        headers: ['Codice sede', 'Causale', 'CAP e comune', 'Periodo', 'Versato', 'Corretto', 'Differenza'],
        rows: movesOf(answers).map(({ office, causale, branch, month, amount, right }) => [
          office,
          causale,
          branch,
          formatMonth(month),
          formatAmount(amount),
          formatAmount(right),
          formatAmount(right - amount),
        ]),
      },
    },
  ]
}
