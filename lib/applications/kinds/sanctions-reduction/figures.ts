import type { Figure } from '@/db/application-content'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatMonth } from '@/lib/calendar/month'
import { formatAmount } from '@/lib/format'
import { type Breach, civilSanction } from '@/lib/rates/sanctions'
import { contributionTerm } from '@/lib/rates/terms'
import type { Rates } from '@/lib/rates/values'
import type { ReductionAnswers } from './steps'

const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0)

/** Sanctions as they were asked, all of them, in cents. */
export const askedOf = ({ mesi }: Pick<ReductionAnswers, 'mesi'>) => sum(mesi.righe.map(({ sanctions }) => sanctions))

/** «Sanzioni per 98,30 €, 2 mesi» */
export function summary(answers: ReductionAnswers) {
  const many = answers.mesi.righe.length
  return `Sanzioni per ${formatAmount(askedOf(answers))}, ${many === 1 ? '1 mese' : `${many} mesi`}`
}

/**
 * Each month's sanction as it would be reduced, in cents: never more than was asked. Undefined where a rate is not known,
 * and for the grounds that go down to the legal interest, whose measure the office sets (art. 116 c. 15 L. 388/2000).
 */
export function reducedOf({ motivo, mesi }: ReductionAnswers, rates: Rates) {
  const { ground, rule, notifiedOn } = motivo
  return mesi.righe.map(({ month, contributions, paidOn, sanctions }) => {
    if (ground !== 'centoventi' && ground !== 'trenta') return undefined
    const breach: Breach = { base: contributions, term: contributionTerm(month), until: paidOn, rule }
    const reduced = civilSanction(rates, {
      ...breach,
      ...(ground === 'centoventi' ? { spontaneous: true } : { settledOn: paidOn, ...(notifiedOn && { notifiedOn }) }),
    })
    return reduced && Math.min(reduced.amount, sanctions)
  })
}

const sources = {
  centoventi: 'Art. 116 c. 8 lett. a) L. 388/2000, dal 1° settembre 2024 (DL 19/2024 art. 30)',
  trenta: 'Art. 116 c. 8 lett. b-bis) L. 388/2000, dal 1° settembre 2024 (DL 19/2024 art. 30)',
  others: 'Art. 116 c. 15 L. 388/2000',
}

/** Sanctions as asked and as they would be reduced, month by month; a total only when every month has its own. */
export function figures(answers: ReductionAnswers, rates: Rates): Figure[] {
  const { ground } = answers.motivo
  const reduced = reducedOf(answers, rates)
  const known = reduced.filter((amount) => amount !== undefined)
  const asked = { term: 'Sanzioni chieste', value: formatAmount(askedOf(answers)) }
  const title = 'Le sanzioni con la riduzione'
  if (ground !== 'centoventi' && ground !== 'trenta') {
    const measure = 'La decide la sede: può scendere fino agli interessi legali'
    return [{ title, source: sources.others, lines: [asked, { term: 'Sanzioni ridotte', value: measure }] }]
  }
  const total = sum(known)
  const lines =
    known.length < reduced.length
      ? [asked, { term: 'Sanzioni ridotte', value: 'Per qualche mese mancano i tassi: le calcola la sede' }]
      : [
          asked,
          { term: 'Sanzioni ridotte', value: formatAmount(total) },
          { term: 'Differenza', value: formatAmount(askedOf(answers) - total) },
        ]
  return [{ title, source: sources[ground], lines, table: tableOf(answers, reduced) }]
}

const tableOf = ({ mesi }: ReductionAnswers, reduced: (number | undefined)[]) => ({
  headers: ['Mese', 'Scadenza', 'Pagati il', 'Contributi', 'Sanzioni chieste', 'Con la riduzione'],
  rows: mesi.righe.map(({ month, contributions, paidOn, sanctions }, row) => [
    formatMonth(month),
    formatItalianDate(contributionTerm(month)),
    formatItalianDate(paidOn),
    formatAmount(contributions),
    formatAmount(sanctions),
    reduced[row] === undefined ? 'da calcolare' : formatAmount(reduced[row]),
  ]),
})
