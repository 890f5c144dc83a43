import type { Figure } from '@/db/application-content'
import { formatMonth } from '@/lib/calendar/month'
import { formatAmount, formatCount } from '@/lib/format'
import { fieldOf } from '../../fields'
import type { AnswersOf } from '../../kind'
import type { Debit, steps } from './steps'

export type Answers = AnswersOf<typeof steps>

const sum = (amounts: readonly number[]) => amounts.reduce((total, cents) => total + cents, 0)

/** What there is to use, what there is to cover, and how much of it can be covered, in cents. */
export function totalsOf({ crediti, debiti }: Pick<Answers, 'crediti' | 'debiti'>) {
  const creditCents = sum(crediti.credits.map(({ excess }) => excess))
  const debitCents = sum(debiti.debits.map(({ amount }) => amount))
  return { creditCents, debitCents, offsetCents: Math.min(creditCents, debitCents) }
}

/**
 * A sum laid on debits, the oldest first and none beyond its amount; in cents.
 * Source: art. 1193 c.c., messaggio INPS 9265/2008.
 */
export function cover(debits: readonly Debit[], cents: number) {
  const oldestFirst = [...debits].sort((a, b) => (`${a.month} ${a.causale}` < `${b.month} ${b.causale}` ? -1 : 1))
  return oldestFirst.map((debit, place) => {
    const left = Math.max(0, cents - sum(oldestFirst.slice(0, place).map(({ amount }) => amount)))
    return { ...debit, covered: Math.min(debit.amount, left) }
  })
}

/** A month is either paid too much or too little: what is wrong, by field. */
export function refusalsOf({ crediti, debiti }: Pick<Answers, 'crediti' | 'debiti'>): Record<string, string[]> {
  const both = debiti.debits.filter((debit) =>
    crediti.credits.some(({ month, causale }) => month === debit.month && causale === debit.causale),
  )
  if (both.length === 0) return {}
  const named = both.map(({ month, causale }) => `${formatMonth(month)} ${causale}`).join(', ')
  return {
    [fieldOf('debiti', 'debits')]: [`Hai indicato sia a credito sia da coprire: ${named}. Togli una delle due righe.`],
  }
}

/** «1.000,60 € a copertura di 2 mesi». */
export function summary(answers: Pick<Answers, 'crediti' | 'debiti'>) {
  const rows = answers.debiti.debits.length
  return `${formatAmount(totalsOf(answers).offsetCents)} a copertura di ${rows === 1 ? 'un mese' : `${formatCount(rows)} mesi`}`
}

/** What was asked to be offset, month by month, and what is left of the credit or of the debit. */
export const figures = (answers: Answers) => [
  offsettingOf(answers, totalsOf(answers).offsetCents, 'Compensazione chiesta'),
]

/** The same for what was granted. */
export const grantedFigures = (answers: Answers, cents: number) => [
  offsettingOf(answers, cents, 'Compensazione riconosciuta'),
]

function offsettingOf(answers: Answers, cents: number, title: string): Figure {
  const { creditCents, debitCents } = totalsOf(answers)
  const years = new Set([...answers.crediti.credits, ...answers.debiti.debits].map(({ month }) => month.slice(0, 4)))
  return {
    title,
    source: 'Art. 1193 del codice civile e messaggio INPS 9265/2008: il credito copre prima i debiti più vecchi.',
    lines: [
      { term: 'Crediti', value: formatAmount(creditCents) },
      { term: 'Debiti da coprire', value: formatAmount(debitCents) },
      { term: 'Somma compensata', value: formatAmount(cents) },
      { term: 'Credito che resta', value: formatAmount(creditCents - cents) },
      ...(debitCents > cents ? [{ term: 'Debito che resta da versare', value: formatAmount(debitCents - cents) }] : []),
      ...(years.size > 1
        ? [
            {
              term: 'Anni diversi',
              value: 'La sede sposta prima il credito da un anno all’altro, senza pagarlo («rimborso fittizio»).',
            },
          ]
        : []),
    ],
    table: {
      headers: ['Mese da coprire', 'Causale', 'Da versare', 'Coperto', 'Resta'],
      rows: cover(answers.debiti.debits, cents).map(({ month, causale, amount, covered }) => [
        formatMonth(month),
        causale,
        formatAmount(amount),
        formatAmount(covered),
        formatAmount(amount - covered),
      ]),
    },
  }
}
