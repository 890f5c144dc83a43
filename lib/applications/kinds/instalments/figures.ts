import type { Figure } from '@/db/application-content'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatAmount, formatRate } from '@/lib/format'
import { mostInstalments, type Plan, planOf } from '@/lib/rates/instalments'
import type { Rates } from '@/lib/rates/values'
import type { InstalmentsAnswers } from './steps'

/** The whole debt: contributions and sanctions of every row, in cents. */
export const debtOf = ({ debiti }: Pick<InstalmentsAnswers, 'debiti'>) =>
  debiti.righe.reduce((sum, { contributions, sanctions }) => sum + contributions + sanctions, 0)

/** «12 rate per 3.200,00 €» */
export const summary = (answers: InstalmentsAnswers) =>
  `${answers.piano.instalments} rate per ${formatAmount(debtOf(answers))}`

/** The plan as it would be, were it granted as it is asked today. */
export const figures = (answers: InstalmentsAnswers, rates: Rates, today: string) =>
  planFigures(answers, rates, { title: 'Il piano, se la sede lo concede', ...answers.piano, askedOn: today })

/** Why so many instalments cannot be had for this debt; undefined when they can, or the limit of that day is not known. */
export function tooManyInstalments(rates: Rates, debt: number, instalments: number, day: string): string | undefined {
  const most = mostInstalments(rates, debt, day)
  if (most === undefined || instalments <= most) return undefined
  return `Per un debito di ${formatAmount(debt)} le rate sono al massimo ${most}.`
}

type Wanted = { title: string; instalments: number; firstDueOn: string; askedOn: string }

/** The plan as people read it; nothing when the rate of the day of asking is not known. */
export function planFigures(answers: InstalmentsAnswers, rates: Rates, { title, ...wanted }: Wanted): Figure[] {
  const plan = planOf(rates, { debt: debtOf(answers), ...wanted })
  return plan ? [figureOf(title, plan, wanted.askedOn)] : []
}

const figureOf = (title: string, { rate, instalments, capital, interest, total }: Plan, askedOn: string): Figure => ({
  title,
  source: 'Art. 23 L. 203/2024; interessi: art. 3 c. 4 DL 318/1996',
  lines: [
    { term: 'Debito', value: formatAmount(capital) },
    { term: `Interesse all’anno, quello del ${formatItalianDate(askedOn)}`, value: formatRate(rate) },
    { term: 'Numero di rate', value: String(instalments.length) },
    { term: 'Prima rata', value: formatAmount(instalments[0]!.amount) },
    { term: 'Interessi in tutto', value: formatAmount(interest) },
    { term: 'Totale con gli interessi', value: formatAmount(total) },
  ],
  table: {
    headers: ['Rata', 'Scadenza', 'Da pagare', 'Di cui debito', 'Di cui interessi'],
    rows: instalments.map(({ number, dueOn, amount, capital, interest }) => [
      String(number),
      formatItalianDate(dueOn),
      formatAmount(amount),
      formatAmount(capital),
      formatAmount(interest),
    ]),
  },
})
