import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NoticeContent } from '@/db/notice-content'
import { rateRegister } from '@/db/rates'
import { totalsOf } from '@/lib/notices/totals'
import type { Rates } from '@/lib/rates/values'
import { decisionExample, example } from '@/test/application-examples/riesame'
import { answersOf, checkSteps } from '../../check'
import type { Known } from '../../kind'
import { readStep } from '../../read'
import { begin } from './begin'
import { type Corrected, correctionOf } from './correction'
import { decision, type ReviewDecision } from './decision'
import { figures, summary } from './figures'
import { type ReviewAnswers, steps } from './steps'

const today = '2026-11-26'
const rates = rateRegister as Rates
const unpaid = (month: string, term: string, base: number, amount: number) =>
  ({ month, term, paidOn: null, days: 900, base, rule: 'a', amount }) as const

const content: NoticeContent = {
  contributions: [
    { month: '2024-03', causale: 'CXX', due: 120_000, paid: 40_000 },
    { month: '2024-04', causale: 'CXX', due: 60_120, paid: 0 },
  ],
  sanctions: [unpaid('2024-03', '2024-04-16', 80_000, 5_830), unpaid('2024-04', '2024-05-16', 60_120, 4_000)],
  f24: [{ causale: 'CXX', branch: '00144 ROMA', from: '2024-03', to: '2024-04', amount: 149_950 }],
}
const old: Corrected = { kind: 'DEB-OMI', year: 2024, periodFrom: '2024-03', periodTo: '2024-04', content }
const known: Known = {
  contributor: { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: '01234567897', seat: null },
  notice: {
    ...old,
    protocollo: 'INPS.7000.02/11/2026.0000012',
    contributionsCents: 140_120,
    sanctionsCents: 9_830,
  },
}

const read = (typed: Record<string, string> = {}) => checkSteps(steps, { ...example, ...typed }, today)
const errorsOf = (typed: Record<string, string> = {}) => Object.assign({}, ...read(typed).map(({ errors }) => errors))
const answers = (typed: Record<string, string> = {}) => answersOf(read(typed)) as ReviewAnswers

describe('a riesame', () => {
  test('is right as the example has it', () => {
    expect(errorsOf()).toEqual({})
    expect(summary(answers())).toBe('INPS.7000.02/11/2026.0000012: ho già versato')
  })

  test('begun from a notice has its number and its rows in, right on both sides', () => {
    expect(begin(known)).toMatchObject({
      comunicazione_protocollo: 'INPS.7000.02/11/2026.0000012',
      comunicazione_righe_0_month: '03/2024',
      comunicazione_righe_0_due: '1.200,00',
      comunicazione_righe_0_rightPaid: '400,00',
      comunicazione_righe_1_paid: '',
    })
    expect(errorsOf(begin(known))).toEqual({})
  })

  test('about sanctions alone needs no row', () => {
    const typed = {
      comunicazione_protocollo: example.comunicazione_protocollo!,
      motivo_reason: 'sanzioni',
      motivo_words: example.motivo_words!,
    }
    const checked = checkSteps(steps, typed, today)
    expect(checked.flatMap(({ errors }) => Object.keys(errors))).toEqual([])
    expect(figures(answersOf(checked) as ReviewAnswers)).toEqual([])
  })

  test.each([
    [{ comunicazione_protocollo: 'N-77' }, 'comunicazione_protocollo', /protocollo non è scritto/],
    [{ comunicazione_righe_1_month: '03/2024' }, 'comunicazione_righe_1_month', /già in un’altra riga/],
    [{ motivo_words: 'È sbagliata.' }, 'motivo_words', /almeno 20/],
  ])('with %o is told so on %s', (typed, field, message) => {
    expect(errorsOf(typed)).toEqual({ [field]: [expect.stringMatching(message)] })
  })

  test('shows what is asked and what is said to be left', () => {
    expect(figures(answers())[0]!.lines).toEqual([
      { term: 'Chiesti dalla comunicazione', value: '1.401,20 €' },
      { term: 'Dovuti secondo te', value: '601,20 €' },
    ])
  })
})

const decided = (typed: Record<string, string> = {}) => {
  const read = readStep(decision.step, { ...decisionExample, ...typed }, today)
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return read.answers as ReviewDecision
}
const corrected = (changes: Partial<ReviewDecision> = {}, notice = old) =>
  correctionOf(notice, { decided: { ...decided(), ...changes }, rates, today, externalNumber: 'RIESAME 1' })

describe('the decision on a riesame', () => {
  test('begins with the rows as the contributor says they should be', () => {
    const typed = Object.entries(decision.begin(answers())).map(([name, value]) => [`correzione_${name}`, value])
    expect(readStep(decision.step, Object.fromEntries(typed), today)).toMatchObject({
      answers: { sanctions: 'proporzione', righe: [{ paid: 120_000 }, { due: 60_120, paid: 0 }] },
    })
  })

  test('makes a notice of what is left, with its sanctions and its F24', () => {
    expect(corrected()).toEqual({
      notice: {
        ...old,
        externalNumber: 'RIESAME 1',
        elaboratedOn: today,
        dueBy: null,
        contributionsCents: 60_120,
        sanctionsCents: 4_000,
        content: {
          contributions: [
            { month: '2024-03', causale: 'CXX', due: 120_000, paid: 120_000 },
            { month: '2024-04', causale: 'CXX', due: 60_120, paid: 0 },
          ],
          sanctions: [content.sanctions[1]],
          f24: [{ causale: 'CXX', branch: '00144 ROMA', from: '2024-03', to: '2024-04', amount: 64_120 }],
        },
      },
    })
  })

  test('half of a month’s debt is half of its sanction', () => {
    const righe = [{ month: '2024-03', causale: 'CXX', due: 120_000, paid: 80_000 }]
    expect(corrected({ righe })).toMatchObject({
      notice: { periodTo: '2024-03', sanctionsCents: 2_915, content: { sanctions: [{ base: 40_000, amount: 2_915 }] } },
    })
  })

  test('sanctions may be worked out anew, up to today', () => {
    const righe = [{ month: '2024-10', causale: 'CXX', due: 1_000_000, paid: 0 }]
    const content = { contributions: righe, sanctions: [unpaid('2024-10', '2025-07-16', 1_000_000, 1)], f24: [] }
    // 498 days of 7,65 % on 10.000,00 €.
    expect(corrected({ sanctions: 'ricalcolo', righe }, { ...old, content })).toMatchObject({
      notice: { sanctionsCents: 104_375, content: { sanctions: [{ days: 498, base: 1_000_000 }] } },
    })
  })

  test('sanctions whose rates are not known are not guessed', () => {
    const sanctions = [unpaid('2012-03', '2012-04-16', 80_000, 5_830)]
    const righe = [{ month: '2012-03', causale: 'CXX', due: 80_000, paid: 0 }]
    expect(corrected({ sanctions: 'ricalcolo', righe }, { ...old, content: { ...content, sanctions } })).toMatchObject({
      field: 'sanctions',
      message: expect.stringContaining('mancano i tassi'),
    })
  })

  test('sanctions may be taken away', () => {
    expect(corrected({ sanctions: 'tolte' })).toMatchObject({
      notice: { contributionsCents: 60_120, sanctionsCents: 0, content: { sanctions: [], f24: [{ amount: 60_120 }] } },
    })
  })

  test('sanctions on what was paid late stay, whatever is left of the rest', () => {
    const late = { ...unpaid('2024-05', '2024-06-17', 120_000, 1_250), paidOn: '2024-07-17' }
    const alone: Corrected = {
      kind: 'DEB-SAN',
      year: 2024,
      periodFrom: '2024-00',
      periodTo: '2024-00',
      content: { contributions: [], sanctions: [late], f24: [] },
    }
    expect(corrected({ righe: [] }, alone)).toMatchObject({ notice: { periodFrom: '2024-00', sanctionsCents: 1_250 } })
  })

  test.each([
    ['nothing left to pay', [{ month: '2024-03', causale: 'CXX', due: 120_000, paid: 120_000 }], /accogli per intero/],
    ['no row at all', [], /accogli per intero/],
    [
      'more paid than due',
      [{ month: '2024-03', causale: 'CXX', due: 100, paid: 200 }],
      /Non resta nulla|supera il dovuto/,
    ],
  ])('with %s makes no notice', (_what, righe, message) => {
    expect(corrected({ righe })).toMatchObject({ field: 'righe', message: expect.stringMatching(message) })
  })
})

const row = fc.record({
  month: fc.constantFrom('2024-01', '2024-02', '2024-03', '2024-04', '2024-05'),
  causale: fc.constantFrom('CXX', 'C10'),
  due: fc.integer({ min: 0, max: 100_000_000 }),
  paid: fc.integer({ min: 0, max: 100_000_000 }),
})

test('whatever the corrected rows, the notice agrees with itself or is refused', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.constantFrom('proporzione', 'tolte'), (righe, sanctions) => {
      const made = corrected({ righe, sanctions })
      if ('message' in made) {
        expect(made.message).not.toBe('')
        return
      }
      const { contributionsCents, sanctionsCents, content } = made.notice
      const totals = totalsOf(content)
      expect(totals.difference).toBe(contributionsCents)
      expect(totals.sanctions).toBe(sanctionsCents)
      expect(totals.f24).toBe(contributionsCents + sanctionsCents)
      expect(content.f24.every(({ amount }) => amount > 0)).toBe(true)
    }),
  )
})
