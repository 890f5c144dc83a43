import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rateRegister } from '@/db/rates'
import type { Rates } from '@/lib/rates/values'
import { Invalid } from '@/lib/refusal'
import { decisionExample, example } from '@/test/application-examples/riduzione-sanzioni'
import { answersOf, checkSteps } from '../../check'
import { readStep } from '../../read'
import { decision, reductionWords } from './decision'
import { figures, summary } from './figures'
import { type ReductionAnswers, steps } from './steps'

const rates = rateRegister as Rates
const today = '2026-11-26'
beforeEach(() => void vi.useFakeTimers({ now: new Date(`${today}T10:00:00+01:00`), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const read = (typed: Record<string, string> = {}) => checkSteps(steps, { ...example, ...typed }, today)
const errorsOf = (typed: Record<string, string> = {}) => Object.assign({}, ...read(typed).map(({ errors }) => errors))
const answers = (typed: Record<string, string> = {}) => answersOf(read(typed)) as ReductionAnswers
const reduced = (typed: Record<string, string> = {}) => figures(answers(typed), rates)[0]!

describe('a reduction of civil sanctions', () => {
  test('is right as the example has it', () => {
    expect(errorsOf()).toEqual({})
    expect(summary(answers())).toBe('Sanzioni per 255,92 €, 2 mesi')
  })

  test.each([
    [{ motivo_ground: 'trenta' }, 'motivo_notifiedOn', /quando ti è arrivata/],
    [{ motivo_notifiedOn: '27/11/2026' }, 'motivo_notifiedOn', /futuro/],
    [{ motivo_rule: 'b' }, 'motivo_rule', /120 giorni/],
    [{ mesi_righe_0_paidOn: '16/07/2025' }, 'mesi_righe_0_paidOn', /scadevano il 16\/07\/2025/],
    [{ mesi_righe_1_paidOn: '27/11/2026' }, 'mesi_righe_1_paidOn', /futuro/],
    [{ mesi_righe_1_sanctions: '' }, 'mesi_righe_1_sanctions', /Compila/],
  ])('with %o is told so on %s', (typed, field, message) => {
    expect(errorsOf(typed)).toEqual({ [field]: [expect.stringMatching(message)] })
  })

  test('within 120 days comes down to the reference rate', () => {
    const { lines, table } = reduced()
    // 120 days of 2,15 % on 10.000,00 €, 30 on 700,60 €.
    expect(table!.rows.map((row) => row.at(-1))).toEqual(['70,68 €', '1,24 €'])
    expect(table!.rows[1]).toEqual(['07/2025', '20/08/2025', '19/09/2025', '700,60 €', '4,41 €', '1,24 €'])
    expect(lines).toEqual([
      { term: 'Sanzioni chieste', value: '255,92 €' },
      { term: 'Sanzioni ridotte', value: '71,92 €' },
      { term: 'Differenza', value: '184,00 €' },
    ])
  })

  test('after 120 days stays whole', () => {
    expect(reduced({ mesi_righe_0_paidOn: '14/11/2025' }).table!.rows[0]!.at(-1)).toBe('251,51 €')
  })

  test('within 30 days of the request is half', () => {
    const within = { motivo_ground: 'trenta', motivo_notifiedOn: '14/10/2025' }
    // 10.000,00 € × 7,65 % × 120 / 365 = 251,51; the other month was paid before the request.
    expect(reduced(within).table!.rows.map((row) => row.at(-1))).toEqual(['125,75 €', '4,41 €'])
  })

  test('down to the legal interest is measured by the office: no figure is guessed', () => {
    const { lines, table } = reduced({ motivo_ground: 'crisi' })
    expect(lines).toContainEqual({ term: 'Sanzioni ridotte', value: expect.stringContaining('La decide la sede') })
    expect(table).toBeUndefined()
  })

  test('of a month whose rates are not known has no total', () => {
    const { lines, table } = reduced({ mesi_righe_0_month: '01/2012', mesi_righe_0_paidOn: '20/05/2012' })
    expect(table!.rows[0]!.at(-1)).toBe('da calcolare')
    expect(lines).toContainEqual({ term: 'Sanzioni ridotte', value: expect.stringContaining('mancano i tassi') })
  })
})

describe('the decision on a reduction', () => {
  const decide = (typed: Record<string, string>) => readStep(decision.step, typed, today)
  const granted = (typed: Record<string, string>) => {
    const read = decide(typed)
    return { answers: answers(), decided: 'answers' in read ? read.answers : undefined }
  }

  test('says what is left to pay', () => {
    const { decided } = granted(decisionExample)
    expect(decision.figures(answers(), decided)[0]!.lines.at(-1)).toEqual({ term: 'Riduzione', value: '184,00 €' })
    expect(reductionWords(granted(decisionExample))).toEqual(['Sanzioni civili ridotte da 255,92 € a 71,92 €.'])
    expect(reductionWords(granted({ riduzione_nothing: 'on' }))).toEqual([
      'Sanzioni civili ridotte da 255,92 € a 0,00 €.',
    ])
  })

  test('is of an amount or of nothing, not of both or neither', () => {
    const refused = { errors: { riduzione_amount: [expect.stringMatching(/Scrivi quanto resta/)] } }
    expect(decide({})).toEqual(refused)
    expect(decide({ ...decisionExample, riduzione_nothing: 'on' })).toEqual(refused)
  })

  test('is of less than was asked', () => {
    expect(() => reductionWords(granted({ riduzione_amount: '255,92' }))).toThrow(Invalid)
  })
})
