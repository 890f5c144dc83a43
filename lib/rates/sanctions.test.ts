import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateRegister as rates } from '@/db/rates'
import { addDays, daysBetween } from '@/lib/calendar/days'
import { type Breach, civilSanction } from './sanctions'
import type { Rates } from './values'

const register = rates as Rates

describe('the civil sanction on an omission', () => {
  test('is the reference rate and 5,5 points a year', () => {
    // 2,15 % and 5,5 points for 100 days on 700,60 €: 700,60 × 7,65 % × 100 / 365 = 14,6837…
    const breach = { base: 70_060, term: '2025-07-16', until: '2025-10-24', rule: 'a' } as const
    expect(civilSanction(register, breach)).toMatchObject({ amount: 1_468, days: 100, capped: false, halved: false })
  })

  test('follows the rates day by day, when they change in the meantime', () => {
    // 3,40 % until 17/12/2024, 3,15 % from the 18th: 10.000,00 € × (1 × 8,90 % + 29 × 8,65 %) / 365 = 71,1643…
    const sanction = civilSanction(register, { base: 1_000_000, term: '2024-12-16', until: '2025-01-15', rule: 'a' })
    expect(sanction).toMatchObject({
      amount: 7_116,
      stretches: [
        { from: '2024-12-17', to: '2024-12-17', days: 1, rate: 890 },
        { from: '2024-12-18', to: '2025-01-15', days: 29, rate: 865 },
      ],
    })
  })

  test('never passes 40 % of the contributions', () => {
    const breach = { base: 100_000, term: '2017-01-16', until: '2026-11-26', rule: 'a' } as const
    expect(civilSanction(register, breach)).toMatchObject({ amount: 40_000, capped: true })
  })

  test('is the reference rate alone when it is paid in one go within 120 days, before anybody asks', () => {
    const breach = { base: 1_000_000, term: '2025-07-16', rule: 'a', spontaneous: true } as const
    const sanctions = ['2025-11-13', '2025-11-14'].map((until) => civilSanction(register, { ...breach, until }))
    // 10.000,00 € × 2,15 % × 120 / 365 = 70,6849…; a day later the 5,5 points are back.
    expect(sanctions).toMatchObject([{ amount: 7_068 }, { amount: 25_360 }])
  })

  test('knows no 120 days for what was due before 1 September 2024', () => {
    const breach = { base: 1_000_000, term: '2024-08-20', until: '2024-09-19', rule: 'a' } as const
    expect(civilSanction(register, { ...breach, spontaneous: true })).toEqual(civilSanction(register, breach))
  })
})

test('the civil sanction on an evasion is 30 % a year, and never passes 60 %', () => {
  const breach = { base: 100_000, term: '2025-01-16', rule: 'b' } as const
  expect(civilSanction(register, { ...breach, until: '2026-01-16' })).toMatchObject({ amount: 30_000, capped: false })
  expect(civilSanction(register, { ...breach, until: '2027-01-17' })).toMatchObject({ amount: 60_000, capped: true })
})

describe('half of it', () => {
  const breach = { base: 1_000_000, term: '2025-07-16', until: '2026-07-16', rule: 'a' } as const

  test('is enough for who pays, or begins to, within 30 days of the notification', () => {
    const settled = (settledOn: string) => civilSanction(register, { ...breach, notifiedOn: '2026-06-16', settledOn })
    expect(civilSanction(register, breach)!.amount).toBe(76_500)
    expect(settled('2026-07-16')).toMatchObject({ amount: 38_250, halved: true })
    expect(settled('2026-07-17')).toMatchObject({ amount: 76_500, halved: false })
    expect(settled('2026-06-15')).toMatchObject({ amount: 76_500, halved: false })
  })

  test('is of what the cap leaves', () => {
    const capped = {
      ...breach,
      rule: 'b',
      until: '2028-01-16',
      notifiedOn: '2027-12-20',
      settledOn: '2028-01-16',
    } as const
    expect(civilSanction(register, capped)).toMatchObject({ amount: 300_000, capped: true, halved: true })
  })
})

test('who pays by the term owes nothing', () => {
  const breach = { base: 70_060, term: '2025-07-16', rule: 'a' } as const
  expect(civilSanction(register, { ...breach, until: '2025-07-16' })).toMatchObject({ amount: 0, days: 0 })
  expect(civilSanction(register, { ...breach, until: '2025-07-01' })).toMatchObject({ amount: 0, days: 0 })
})

test('of a day whose rate is not known there is no figure', () => {
  expect(civilSanction(register, { base: 100, term: '2015-01-16', until: '2018-01-16', rule: 'a' })).toBeUndefined()
  expect(civilSanction([], { base: 100, term: '2025-01-16', until: '2025-02-16', rule: 'b' })).toBeUndefined()
})

const day = fc.integer({ min: 0, max: 3_500 }).map((days) => addDays('2016-03-16', days))
const breaches = fc.record({
  base: fc.integer({ min: 0, max: 100_000_000_000 }),
  term: day,
  until: day,
  rule: fc.constantFrom('a', 'b'),
}) satisfies fc.Arbitrary<Breach>

describe('whatever is due and whenever it is paid, the sanction', () => {
  test('is whole cents, from nothing to its cap', () => {
    fc.assert(
      fc.property(breaches, (breach) => {
        const { amount } = civilSanction(register, breach)!
        expect(Number.isSafeInteger(amount)).toBe(true)
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(amount).toBeLessThanOrEqual(Math.ceil(breach.base * (breach.rule === 'a' ? 0.4 : 0.6)))
      }),
    )
  })

  test('counts every day of the delay once', () => {
    fc.assert(
      fc.property(breaches, (breach) => {
        const { days, stretches } = civilSanction(register, breach)!
        expect(days).toBe(Math.max(0, daysBetween(breach.term, breach.until)))
        expect(stretches.reduce((sum, stretch) => sum + stretch.days, 0)).toBe(days)
        for (const [place, { to }] of stretches.entries())
          expect(stretches[place + 1]?.from ?? addDays(to, 1)).toBe(addDays(to, 1))
      }),
    )
  })

  test('never falls by waiting a day more, nor by owing a cent more', () => {
    fc.assert(
      fc.property(breaches, (breach) => {
        const { amount } = civilSanction(register, breach)!
        expect(civilSanction(register, { ...breach, until: addDays(breach.until, 1) })!.amount).toBeGreaterThanOrEqual(
          amount,
        )
        expect(civilSanction(register, { ...breach, base: breach.base + 1 })!.amount).toBeGreaterThanOrEqual(amount)
      }),
    )
  })

  test('paid at once after a request is half of the whole, to the cent', () => {
    fc.assert(
      fc.property(breaches, (breach) => {
        const late = { ...breach, term: '2024-09-16', until: '2025-12-01' }
        const whole = civilSanction(register, late)!.amount
        const half = civilSanction(register, { ...late, notifiedOn: late.until, settledOn: late.until })!.amount
        expect(Math.abs(2 * half - whole)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
