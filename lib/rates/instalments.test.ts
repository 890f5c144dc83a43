import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateRegister } from '@/db/rates'
import { mostInstalments, planOf } from './instalments'
import type { Rates } from './values'

const register = rateRegister as Rates
const asked = { debt: 1_200_000, instalments: 12, firstDueOn: '2027-01-31', askedOn: '2026-11-26' }

describe('how many instalments a debt may have', () => {
  test('36 up to 500.000,00 €, 60 above', () => {
    expect(mostInstalments(register, 50_000_000, '2026-11-26')).toBe(36)
    expect(mostInstalments(register, 50_000_001, '2026-11-26')).toBe(60)
  })

  test('is not known before the law that says so', () => {
    expect(mostInstalments(register, 100, '2025-10-23')).toBeUndefined()
  })
})

describe('a plan of instalments', () => {
  test('has the reference rate of the day of asking and 6 points', () => {
    expect(planOf(register, asked)!.rate).toBe(815)
    expect(planOf(register, { ...asked, askedOn: '2024-10-23' })!.rate).toBe(940)
  })

  test('asks the same amount each month; the last makes up for the cents', () => {
    // 12.000,00 · i / (1 − (1 + i)^−12) with i = 8,15 % / 12 is 1.044,6909…
    const { instalments, interest, total } = planOf(register, asked)!
    expect(instalments[0]).toEqual({
      number: 1,
      dueOn: '2027-01-31',
      amount: 104_469,
      capital: 96_319,
      interest: 8_150,
    })
    expect(new Set(instalments.slice(0, -1).map(({ amount }) => amount))).toEqual(new Set([104_469]))
    expect(Math.abs(instalments.at(-1)!.amount - 104_469)).toBeLessThanOrEqual(12)
    expect(total).toBe(1_200_000 + interest)
  })

  test('falls due on the day of the first, or on the last of a shorter month', () => {
    const days = planOf(register, asked)!.instalments.map(({ dueOn }) => dueOn)
    expect(days.slice(0, 4)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
    expect(days.at(-1)).toBe('2027-12-31')
  })

  test('is not worked out for a day whose rate is not known', () => {
    expect(planOf(register, { ...asked, askedOn: '2016-03-15' })).toBeUndefined()
  })

  test('without interest is the debt in equal parts', () => {
    const free: Rates = (['reference_rate', 'instalment_surcharge'] as const).map((code) => ({
      code,
      validFrom: '2020-01-01',
      value: 0,
      source: '',
    }))
    expect(planOf(free, asked)!.instalments.map(({ amount }) => amount)).toEqual(Array(12).fill(100_000))
  })
})

const debts = fc.record({
  debt: fc.integer({ min: 1, max: 100_000_000_000 }),
  instalments: fc.integer({ min: 1, max: 60 }),
  firstDueOn: fc.constantFrom('2027-01-31', '2027-02-28', '2028-02-29', '2027-12-16'),
  askedOn: fc.constantFrom('2016-03-16', '2023-09-20', '2026-11-26'),
})

describe('whatever the debt and however many the instalments', () => {
  test('the plan adds up to the cent', () => {
    fc.assert(
      fc.property(debts, (debt) => {
        const { instalments, capital, interest, total } = planOf(register, debt)!
        const sum = (of: 'amount' | 'capital' | 'interest') => instalments.reduce((all, each) => all + each[of], 0)
        expect(instalments).toHaveLength(debt.instalments)
        expect([sum('capital'), sum('interest'), sum('amount')]).toEqual([debt.debt, interest, total])
        expect(capital).toBe(debt.debt)
      }),
    )
  })

  test('nobody is ever asked for less than nothing, nor for more than the one amount but for the last cents', () => {
    fc.assert(
      fc.property(debts, (debt) => {
        const { instalments } = planOf(register, debt)!
        const first = instalments[0]!.amount
        for (const { amount, capital, interest } of instalments) {
          expect(Math.min(amount, capital, interest)).toBeGreaterThanOrEqual(0)
          expect(amount).toBeLessThanOrEqual(first + 60)
        }
      }),
    )
  })

  test('more instalments cost more interest and less each', () => {
    fc.assert(
      fc.property(debts, (debt) => {
        const substantial = { ...debt, debt: debt.debt + 100_000 }
        const [short, long] = [substantial, { ...substantial, instalments: debt.instalments + 1 }].map((one) =>
          planOf(register, one)!,
        )
        expect(long!.interest).toBeGreaterThan(short!.interest)
        expect(long!.instalments[0]!.amount).toBeLessThan(short!.instalments[0]!.amount)
      }),
    )
  })
})
