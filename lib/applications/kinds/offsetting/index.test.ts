import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Officer } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import { Invalid } from '@/lib/refusal'
import { decisionExample, example } from '@/test/application-examples/compensazione'
import { answersIn, mistakesIn } from '@/test/application-reading'
import type { Granted } from '../../kind'
import { offsetting } from '.'
import { type Answers, cover } from './figures'

const answers = answersIn(offsetting, example)
const withDebits = (...amounts: number[]): Answers => ({
  ...answers,
  debiti: { debits: amounts.map((amount, place) => ({ month: `2024-0${place + 5}`, causale: 'CXX', amount })) },
})
const lines = (given: Answers) =>
  Object.fromEntries(offsetting.figures!(given, [], '2026-11-26')[0]!.lines.map(({ term, value }) => [term, value]))

describe('an offsetting as in the example', () => {
  test('reads in one line', () => {
    expect(offsetting.summary(answers)).toBe('1.000,60 € a copertura di 2 mesi')
  })

  test('covers the oldest debit first and says what is left of the credit', () => {
    const [figure] = offsetting.figures!(answers, [], '2026-11-26')
    expect(figure!.table!.rows).toEqual([
      ['05/2024', 'CXX', '300,00 €', '300,00 €', '0,00 €'],
      ['06/2024', 'CXX', '700,60 €', '700,60 €', '0,00 €'],
    ])
    expect(lines(answers)).toMatchObject({ Crediti: '1.180,60 €', 'Credito che resta': '180,00 €' })
    expect(lines(answers)).not.toHaveProperty('Debito che resta da versare')
    expect(lines(answers)).not.toHaveProperty('Anni diversi')
  })

  test('says so when the debits are more than the credits', () => {
    expect(lines(withDebits(150_000, 10_000))).toMatchObject({
      'Somma compensata': '1.180,60 €',
      'Credito che resta': '0,00 €',
      'Debito che resta da versare': '419,40 €',
    })
  })

  test('says so when credits and debits are of different years', () => {
    const debits = [{ month: '2023-12', causale: 'CXX' as const, amount: 100 }]
    expect(lines({ ...answers, debiti: { debits } })).toHaveProperty('Anni diversi')
  })
})

describe('a month to be offset', () => {
  const mistakes = (typed: Record<string, string>) => mistakesIn(offsetting, { ...example, ...typed })

  test.each(['1.000.000.000.000.000,00', '1000000000000000', '-700,60', '700,605', '1.234,5', '0'])(
    'refuses «%s» as an amount, on its own cell',
    (amount) => {
      expect(Object.keys(mistakes({ crediti_credits_1_paid: amount }))).toEqual(['crediti_credits_1_paid'])
      expect(Object.keys(mistakes({ debiti_debits_0_amount: amount }))).toEqual(['debiti_debits_0_amount'])
    },
  )

  test('is none to come, and exists', () => {
    expect(mistakes({ crediti_credits_0_month: '01/2027' })).toEqual({
      crediti_credits_0_month: ['Il mese non può venire dopo 12/2026.'],
    })
    expect(Object.keys(mistakes({ debiti_debits_1_month: '13/2024' }))).toEqual(['debiti_debits_1_month'])
  })

  test('has one of the two causali', () => {
    expect(mistakes({ debiti_debits_0_causale: 'DM10' })).toEqual({
      debiti_debits_0_causale: ['Scegli una delle risposte.'],
    })
  })

  test('is a credit only when more was paid than was due', () => {
    expect(mistakes({ crediti_credits_0_due: '1.401,20' })).toEqual({
      crediti_credits_0_paid: ['Qui non c’è credito: il versato deve essere più del dovuto.'],
    })
  })

  test('has the excess that paid and due make', () => {
    expect(mistakes({ crediti_credits_0_excess: '700,61' })).toEqual({
      crediti_credits_0_excess: ['Il versato meno il dovuto fa 700,60 €: controlla gli importi.'],
    })
  })

  test('stands once, also when a row between was left empty', () => {
    const again = { month: '03/2024', causale: 'CXX', paid: '2,00', due: '1,00', excess: '1,00' }
    const typed = Object.fromEntries(Object.entries(again).map(([name, text]) => [`crediti_credits_7_${name}`, text]))
    expect(Object.keys(mistakes(typed))).toEqual(['crediti_credits_7_month'])
    expect(Object.keys(mistakes({ debiti_debits_1_month: '06/2024' }))).toEqual(['debiti_debits_1_month'])
  })

  test('is not both too much and too little', async () => {
    const debits = [{ month: '2024-03', causale: 'CXX' as const, amount: 100 }]
    expect(await offsetting.heed!({} as never, { ...answers, debiti: { debits } })).toEqual({
      debiti_debits: ['Hai indicato sia a credito sia da coprire: 03/2024 CXX. Togli una delle due righe.'],
    })
    expect(await offsetting.heed!({} as never, answers)).toEqual({})
  })

  test('was not used elsewhere, and there is a ground', () => {
    expect(Object.keys(mistakes({ motivi_notElsewhere: '', motivi_ground: 'x', motivi_explanation: ' ' }))).toEqual([
      'motivi_ground',
      'motivi_explanation',
      'motivi_notElsewhere',
    ])
  })
})

describe('the sum laid on the debits', () => {
  const debits = fc.array(
    fc.record({
      month: fc.constantFrom('2023-12', '2024-01', '2024-02', '2024-03'),
      causale: fc.constantFrom('CXX' as const, 'C10' as const),
      amount: fc.integer({ min: 1, max: 100_000_000_000 }),
    }),
  )
  const total = (amounts: number[]) => amounts.reduce((sum, cents) => sum + cents, 0)

  test('is neither made nor lost, and leaves no older debit open', () => {
    fc.assert(
      fc.property(debits, fc.integer({ min: 0, max: 500_000_000_000 }), (debits, cents) => {
        const laid = cover(debits, cents)
        expect(total(laid.map(({ covered }) => covered))).toBe(
          Math.min(cents, total(debits.map(({ amount }) => amount))),
        )
        const firstOpen = laid.findIndex(({ amount, covered }) => covered < amount)
        expect(firstOpen < 0 || laid.slice(firstOpen + 1).every(({ covered }) => covered === 0)).toBe(true)
      }),
    )
  })
})

describe('a decision to offset', () => {
  const grant = (outcome: 'granted' | 'partly_granted', decided?: { amount: number }) =>
    offsetting.effect!({} as Officer, {} as Transaction, { answers, outcome, decided } as Granted<Answers>)
  const decision = offsetting.decision!

  test('in full is of all that can be covered, in part of less', async () => {
    expect(await grant('granted')).toEqual([])
    expect(await grant('partly_granted', { amount: 70_060 })).toEqual([])
    await expect(grant('partly_granted', { amount: 100_060 })).rejects.toThrow(Invalid)
    await expect(grant('partly_granted', { amount: 100_061 })).rejects.toThrow(Invalid)
  })

  test('shows what stays to be paid', () => {
    expect(mistakesIn({ steps: [decision.step] }, decisionExample)).toEqual({})
    const [figure] = decision.figures!(answers, { amount: 70_060 }, [], '2026-11-26', '2026-11-26')
    expect(figure!.title).toBe('Compensazione riconosciuta')
    expect(figure!.lines).toContainEqual({ term: 'Debito che resta da versare', value: '300,00 €' })
    expect(figure!.lines).toContainEqual({ term: 'Credito che resta', value: '480,00 €' })
    expect(figure!.table!.rows[1]).toEqual(['06/2024', 'CXX', '700,60 €', '400,60 €', '300,00 €'])
  })
})
