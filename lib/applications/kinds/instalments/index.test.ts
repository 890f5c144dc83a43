import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rateRegister } from '@/db/rates'
import type { Rates } from '@/lib/rates/values'
import { decisionExample, example } from '@/test/application-examples/rateazione'
import { answersOf, checkSteps } from '../../check'
import type { Known } from '../../kind'
import { readStep } from '../../read'
import { begin } from './begin'
import { decision } from './decision'
import { figures, summary, tooManyInstalments } from './figures'
import { type InstalmentsAnswers, steps } from './steps'

type Notice = NonNullable<Known['notice']>
const rates = rateRegister as Rates
const today = '2026-11-26'
beforeEach(() => void vi.useFakeTimers({ now: new Date(`${today}T10:00:00+01:00`), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const dated: Record<string, string> = { ...example, piano_firstDueOn: '31/12/2026' }
const read = (typed: Record<string, string> = dated) => checkSteps(steps, typed, today)
const errorsOf = (typed: Record<string, string>) => Object.assign({}, ...read(typed).map(({ errors }) => errors))
const answers = () => answersOf(read()) as InstalmentsAnswers
const contributor = { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: '01234567897', seat: null }
const debt: Notice = {
  protocollo: 'INPS.7000.02/11/2026.0000012',
  kind: 'DEB-OMI',
  year: 2024,
  content: {
    contributions: [
      { month: '2024-04', causale: 'CXX', due: 60_120, paid: 0 },
      { month: '2024-03', causale: 'CXX', due: 120_000, paid: 40_000 },
    ],
    sanctions: [],
    f24: [],
  },
  contributionsCents: 140_120,
  sanctionsCents: 9_830,
}
const late: Notice['content']['sanctions'][number] = {
  month: '2024-05',
  term: '2024-06-17',
  paidOn: '2024-07-17',
  days: 30,
  base: 120_000,
  rule: 'a',
  amount: 1_250,
}

describe('a rateazione', () => {
  test('is right as the example has it, and says how many instalments for how much', () => {
    expect(errorsOf(dated)).toEqual({})
    expect(summary(answers())).toBe('12 rate per 1.499,50 €')
  })

  test('begun from a notice has its debt already in', () => {
    expect(begin({ contributor, notice: debt })).toEqual({
      debiti_righe_0_number: 'INPS.7000.02/11/2026.0000012',
      debiti_righe_0_from: '03/2024',
      debiti_righe_0_to: '04/2024',
      debiti_righe_0_contributions: '1.401,20',
      debiti_righe_0_sanctions: '98,30',
    })
  })

  test('begun from sanctions alone asks for no contributions', () => {
    const begun = begin({
      contributor,
      notice: { ...debt, contributionsCents: 0, content: { contributions: [], sanctions: [late], f24: [] } },
    })
    expect(begun).toMatchObject({ debiti_righe_0_from: '05/2024', debiti_righe_0_contributions: '' })
    expect(errorsOf({ ...dated, ...begun })).toEqual({})
  })

  test.each([
    [{ debiti_righe_0_to: '02/2024' }, 'debiti_righe_0_to', /viene prima/],
    [{ debiti_righe_1_sanctions: '' }, 'debiti_righe_1_contributions', /contributi o le sanzioni/],
    [
      {
        debiti_righe_1_number: dated.debiti_righe_0_number!,
        debiti_righe_1_from: '03/2024',
        debiti_righe_1_to: '04/2024',
      },
      'debiti_righe_1_number',
      /già in un’altra riga/,
    ],
    [{ piano_instalments: '1' }, 'piano_instalments', /almeno 2/],
    [{ piano_firstDueOn: '25/11/2026' }, 'piano_firstDueOn', /già passato/],
    [{ piano_firstDueOn: '26/01/2027' }, 'piano_firstDueOn', /entro il 25\/01\/2027/],
    [{ difficolta_reason: 'Non posso.' }, 'difficolta_reason', /almeno 20/],
    [{ difficolta_temporary: '' }, 'difficolta_temporary', /Spunta/],
  ])('with %o is told so on %s', (typed, field, message) => {
    expect(errorsOf({ ...dated, ...typed })).toEqual({ [field]: [expect.stringMatching(message)] })
  })

  test('shows the plan: first instalment, total with interest, a row for each month', () => {
    const [figure] = figures(answers(), rates, today)
    expect(figure!.lines).toEqual([
      { term: 'Debito', value: '1.499,50 €' },
      { term: 'Interesse all’anno, quello del 26/11/2026', value: '8,15 %' },
      { term: 'Numero di rate', value: '12' },
      { term: 'Prima rata', value: '130,54 €' },
      { term: 'Interessi in tutto', value: '67,02 €' },
      { term: 'Totale con gli interessi', value: '1.566,52 €' },
    ])
    expect(figure!.table!.rows).toHaveLength(12)
    expect(figure!.table!.rows[1]).toEqual(['2', '31/01/2027', '130,54 €', expect.any(String), expect.any(String)])
  })

  test('shows no plan when the rate of the day is not in the table', () => {
    expect(figures(answers(), [], today)).toEqual([])
  })

  test('has at most 36 instalments up to 500.000,00 €, 60 above', () => {
    expect(tooManyInstalments(rates, 50_000_000, 36, today)).toBeUndefined()
    expect(tooManyInstalments(rates, 50_000_000, 37, today)).toBe(
      'Per un debito di 500.000,00 € le rate sono al massimo 36.',
    )
    expect(tooManyInstalments(rates, 50_000_001, 60, today)).toBeUndefined()
    expect(tooManyInstalments(rates, 50_000_001, 61, today)).toMatch(/al massimo 60/)
    expect(tooManyInstalments([], 100, 999, today)).toBeUndefined()
  })
})

describe('the decision on a rateazione', () => {
  test('begins with what was asked', () => {
    expect(decision.begin(answers())).toEqual({ instalments: '12', firstDueOn: '31/12/2026' })
  })

  test('gives the plan granted, at the rate of the day of asking', () => {
    const decided = readStep(decision.step, { ...decisionExample, concessione_firstDueOn: '31/01/2027' }, today)
    const [figure] = decision.figures(answers(), 'answers' in decided && decided.answers, rates, today, '2024-10-23')
    expect(figure!.lines).toContainEqual({ term: 'Interesse all’anno, quello del 23/10/2024', value: '9,40 %' })
    expect(figure!.table!.rows.at(0)).toEqual(expect.arrayContaining(['1', '31/01/2027']))
    expect(figure!.table!.rows).toHaveLength(10)
  })

  test('is not of a day already gone', () => {
    expect(readStep(decision.step, { ...decisionExample, concessione_firstDueOn: '25/11/2026' }, today)).toMatchObject({
      errors: { concessione_firstDueOn: [expect.stringMatching(/già passato/)] },
    })
  })
})
