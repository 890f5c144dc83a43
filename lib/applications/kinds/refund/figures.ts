import type { Figure } from '@/db/application-content'
import { formatAmount, formatCount } from '@/lib/format'
import { maskIban } from '@/lib/identifiers/iban'
import { reimbursementOf, splitByBearer } from '@/lib/rates/reimbursement'
import type { Rates } from '@/lib/rates/values'
import type { AnswersOf } from '../../kind'
import type { steps, WorkerYear } from './steps'

export type Answers = AnswersOf<typeof steps>

const sum = (amounts: readonly number[]) => amounts.reduce((total, cents) => total + cents, 0)
const sharesRule =
  'Art. 2 c. 30 L. 335/1995: due terzi del contributo sono del committente, un terzo del collaboratore.'

/** All that is asked, in cents. */
export const askedCents = ({ somme }: Pick<Answers, 'somme'>) => sum(somme.workers.map(({ asked }) => asked))

/** «940,60 € per 2 collaboratori». */
export function summary(answers: Pick<Answers, 'somme'>) {
  const workers = new Set(answers.somme.workers.map(({ worker }) => worker)).size
  return `${formatAmount(askedCents(answers))} per ${workers === 1 ? 'un collaboratore' : `${formatCount(workers)} collaboratori`}`
}

/** What was asked and whose it is; and, for contributions over the ceiling, how much of them really is, where it is known. */
export const figures = (answers: Answers, rates: Rates): Figure[] => [
  askedOf(answers),
  ...(answers.somme.reason === 'over_ceiling' ? [excessOf(answers, rates)] : []),
]

/**
 * The order of payment of what was granted: to which account, and how much of it goes on to the workers.
 * @param cents granted
 */
export function paymentFigures(answers: Answers, cents: number): Figure[] {
  const { contributorCents, workerCents } =
    cents === askedCents(answers) ? partsOf(answers) : splitByBearer(cents, answers.pagamento.bearer)
  return [
    {
      title: 'Ordine di pagamento',
      source: `Art. 2033 del codice civile. ${sharesRule}`,
      lines: [
        { term: 'Importo da pagare', value: formatAmount(cents) },
        { term: 'Sul conto', value: maskIban(answers.pagamento.iban) },
        { term: 'Del committente', value: formatAmount(contributorCents) },
        { term: 'Da rendere ai collaboratori', value: formatAmount(workerCents) },
      ],
    },
  ]
}

/** Of each row, so that what each worker has back adds up to the whole. */
function partsOf({ somme, pagamento }: Answers) {
  const parts = somme.workers.map(({ asked }) => splitByBearer(asked, pagamento.bearer))
  return {
    parts,
    contributorCents: sum(parts.map(({ contributorCents }) => contributorCents)),
    workerCents: sum(parts.map(({ workerCents }) => workerCents)),
  }
}

function askedOf(answers: Answers): Figure {
  const { parts, contributorCents, workerCents } = partsOf(answers)
  return {
    title: 'Somme chieste',
    source: sharesRule,
    lines: [
      { term: 'Totale chiesto', value: formatAmount(askedCents(answers)) },
      { term: 'Del committente', value: formatAmount(contributorCents) },
      { term: 'Da rendere ai collaboratori', value: formatAmount(workerCents) },
    ],
    table: {
      headers: ['Collaboratore', 'Anno', 'Versato', 'Chiesto', 'Del committente', 'Del collaboratore'],
      rows: answers.somme.workers.map(({ worker, year, paid, asked }, place) => [
        worker,
        String(year),
        formatAmount(paid),
        formatAmount(asked),
        formatAmount(parts[place]!.contributorCents),
        formatAmount(parts[place]!.workerCents),
      ]),
    },
  }
}

function excessOf({ somme, pagamento }: Answers, rates: Rates): Figure {
  const rows = somme.workers.map((row) => ({ row, found: foundFor(row, pagamento.bearer, rates) }))
  const known = rows.flatMap(({ row, found }) => (found ? [{ row, found }] : []))
  const beyond = known.filter(({ row, found }) => row.asked > found.excessCents).length
  const unknown = rows.filter(({ found }) => !found).map(({ row }) => row.year)
  return {
    title: 'Contributi oltre il massimale',
    source: [
      'Art. 2 c. 18 L. 335/1995, messaggio INPS 1561/2025',
      ...new Set(known.flatMap(({ found }) => found.contribution?.ceiling.source ?? [])),
    ].join('; '),
    lines: [
      { term: 'Versato oltre il massimale', value: formatAmount(sum(known.map(({ found }) => found.excessCents))) },
      ...(beyond > 0
        ? [{ term: 'Righe in cui si chiede di più', value: `${beyond}: la sede può chiedere perché.` }]
        : []),
      ...(unknown.length > 0
        ? [{ term: 'Da calcolare in sede', value: `Anni di cui il portale non ha il massimale: ${listOf(unknown)}.` }]
        : []),
    ],
    table: {
      headers: ['Collaboratore', 'Anno', 'Massimale', 'Dovuto', 'Versato', 'Versato in più'],
      rows: rows.map(({ row: { worker, year, paid }, found }) => [
        worker,
        String(year),
        found?.contribution ? formatAmount(found.contribution.ceiling.value) : '–',
        found ? formatAmount(found.dueCents) : '–',
        formatAmount(paid),
        found ? formatAmount(found.excessCents) : '–',
      ]),
    },
  }
}

const listOf = (years: readonly number[]) => [...new Set(years)].sort().join(', ')

function foundFor({ year, cover, fees, used, paid }: WorkerYear, bearer: Answers['pagamento']['bearer'], rates: Rates) {
  if (!cover || fees === undefined) return undefined
  return reimbursementOf(rates, { paidCents: paid, due: { year, cover, feesCents: fees, usedCents: used }, bearer })
}
