import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateRegister } from '@/db/rates'
import { ceilingOf, contributionOfYear, contributionOn, covers, splitContribution } from './contributions'
import type { Rates } from './values'

const day = '2025-03-10'
const cents = fc.integer({ min: 0, max: 100_000_000_000 })
const year = fc.constantFrom(2022, 2023, 2024, 2025)
const cover = fc.constantFrom(...covers)
const set = (code: Rates[number]['code'], validFrom: string, value: number) => ({ code, validFrom, value, source: 'x' })

describe('the contribution on a fee', () => {
  test.each([
    ['with_dis_coll', 70_060],
    ['without_dis_coll', 67_440],
    ['otherwise_insured', 48_000],
  ] as const)('of 2.000,00 € in 2025, %s, is %i cents', (cover, contributionCents) => {
    expect(contributionOn(rateRegister, { day, cover, feesCents: 200_000 })).toMatchObject({
      contributionCents,
      subjectCents: 200_000,
      overCents: 0,
    })
  })

  test('is due only on what still fits under the ceiling of the year', () => {
    const fees = { day, cover: 'with_dis_coll', feesCents: 200_000 } as const
    const [almost, full, over] = [12_010_700, 12_060_700, 99_999_999].map((usedCents) =>
      contributionOn(rateRegister, { ...fees, usedCents }),
    )
    expect(almost).toMatchObject({ subjectCents: 50_000, overCents: 150_000, contributionCents: 17_515 })
    expect(full).toMatchObject({ subjectCents: 0, overCents: 200_000, contributionCents: 0 })
    expect(over).toMatchObject({ subjectCents: 0, overCents: 200_000, contributionCents: 0 })
  })

  test('follows the rate of the day on which it was paid', () => {
    const rates = [
      set('rate_otherwise_insured', '2030-01-01', 2400),
      set('rate_otherwise_insured', '2030-07-01', 2500),
      set('yearly_ceiling', '2030-01-01', 10_000_000),
    ]
    const on = (day: string) =>
      contributionOn(rates, { day, cover: 'otherwise_insured', feesCents: 10_000 })?.contributionCents
    expect([on('2030-06-30'), on('2030-07-01')]).toEqual([2_400, 2_500])
    expect(contributionOfYear(rates, { year: 2030, cover: 'otherwise_insured', feesCents: 10_000 })).toBeUndefined()
  })

  test('is not known where the ceiling of that very year is not', () => {
    expect([2021, 2022, 2025, 2026].map((each) => ceilingOf(rateRegister, each)?.value)).toEqual([
      undefined,
      10_501_400,
      12_060_700,
      undefined,
    ])
    const fees = { cover: 'with_dis_coll', feesCents: 200_000 } as const
    expect(contributionOn(rateRegister, { ...fees, day: '2026-01-10' })).toBeUndefined()
    expect(contributionOfYear(rateRegister, { ...fees, year: 2026 })).toBeUndefined()
    expect(contributionOfYear(rateRegister, { ...fees, year: 2019 })).toBeUndefined()
  })

  test('is not known for a year whose rate began after its first day', () => {
    const rates = [set('rate_with_dis_coll', '2030-03-01', 3503), set('yearly_ceiling', '2030-01-01', 10_000_000)]
    expect(contributionOfYear(rates, { year: 2030, cover: 'with_dis_coll', feesCents: 10_000 })).toBeUndefined()
  })

  test.each([-1, 0.5, 1e17, Number.NaN])('refuses %d cents', (wrong) => {
    const fees = { day, cover: 'with_dis_coll' } as const
    expect(() => contributionOn(rateRegister, { ...fees, feesCents: wrong })).toThrow(RangeError)
    expect(() => contributionOn(rateRegister, { ...fees, feesCents: 1, usedCents: wrong })).toThrow(RangeError)
    expect(() => splitContribution(wrong)).toThrow(RangeError)
  })
})

describe('whatever the fees', () => {
  test('subject and over make up the fees, and the contribution is within half a cent of the rate', () => {
    fc.assert(
      fc.property(year, cover, cents, cents, (year, cover, feesCents, usedCents) => {
        const { rate, ceiling, ...found } = contributionOfYear(rateRegister, { year, cover, feesCents, usedCents })!
        expect(found.subjectCents + found.overCents).toBe(feesCents)
        expect(found.subjectCents === 0 || usedCents + found.subjectCents <= ceiling.value).toBe(true)
        expect(Math.abs(found.contributionCents * 10_000 - found.subjectCents * rate.value)).toBeLessThanOrEqual(5_000)
      }),
    )
  })

  test('more fees never make a smaller contribution, nor does less of the ceiling used up', () => {
    fc.assert(
      fc.property(year, cover, cents, cents, cents, (year, cover, feesCents, usedCents, more) => {
        const on = (fees: number, used: number) =>
          contributionOfYear(rateRegister, { year, cover, feesCents: fees, usedCents: used })!.contributionCents
        expect(on(feesCents + more, usedCents)).toBeGreaterThanOrEqual(on(feesCents, usedCents))
        expect(on(feesCents, usedCents + more)).toBeLessThanOrEqual(on(feesCents, usedCents))
      }),
    )
  })
})

describe('the split between contributor and worker', () => {
  test('of 700,60 € is 467,07 € and 233,53 €', () => {
    expect(splitContribution(70_060)).toEqual({ contributorCents: 46_707, workerCents: 23_353 })
  })

  test('always adds up to the whole, each part within a cent of its share', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (whole) => {
        const { contributorCents, workerCents } = splitContribution(whole)
        expect(contributorCents + workerCents).toBe(whole)
        expect(Number.isSafeInteger(contributorCents) && contributorCents >= workerCents).toBe(true)
        expect(Math.abs(Number(BigInt(contributorCents) * 3n - BigInt(whole) * 2n))).toBeLessThanOrEqual(1)
      }),
    )
  })
})
