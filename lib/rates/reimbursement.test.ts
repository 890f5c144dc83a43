import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateRegister } from '@/db/rates'
import { contributionOfYear, covers } from './contributions'
import { bearers, reimbursementOf, splitByBearer } from './reimbursement'

const cents = fc.integer({ min: 0, max: 100_000_000_000 })
const fees = { year: 2025, cover: 'otherwise_insured', feesCents: 12_100_000, usedCents: 60_700 } as const

describe('what is given back', () => {
  test('is all that was paid when nothing was due', () => {
    const paid = { paidCents: 70_060, due: 'nothing' } as const
    expect(reimbursementOf(rateRegister, { ...paid, bearer: 'shared' })).toEqual({
      dueCents: 0,
      excessCents: 70_060,
      contributorCents: 46_707,
      workerCents: 23_353,
    })
    expect(reimbursementOf([], { ...paid, bearer: 'contributor' })).toMatchObject({ contributorCents: 70_060 })
    expect(reimbursementOf([], { ...paid, bearer: 'worker' })).toMatchObject({
      contributorCents: 0,
      workerCents: 70_060,
    })
  })

  test('is what was paid over the ceiling, also of fees paid by others', () => {
    // 121.000,00 € with this contributor, after 607,00 € elsewhere: 120.000,00 € fit under 120.607,00 €.
    expect(reimbursementOf(rateRegister, { paidCents: 2_904_000, due: fees, bearer: 'shared' })).toMatchObject({
      dueCents: 2_880_000,
      excessCents: 24_000,
      contributorCents: 16_000,
      workerCents: 8_000,
    })
  })

  test('is nothing when less was paid than was due', () => {
    expect(reimbursementOf(rateRegister, { paidCents: 1, due: fees, bearer: 'shared' })).toMatchObject({
      excessCents: 0,
      contributorCents: 0,
      workerCents: 0,
    })
  })

  test('is not known for a year without its own ceiling', () => {
    const due = { ...fees, year: 2026 }
    expect(reimbursementOf(rateRegister, { paidCents: 2_904_000, due, bearer: 'shared' })).toBeUndefined()
  })

  test.each([-1, 0.5, 1e17])('refuses %d cents', (paidCents) => {
    expect(() => reimbursementOf([], { paidCents, due: 'nothing', bearer: 'contributor' })).toThrow(RangeError)
    expect(() => splitByBearer(paidCents, 'worker')).toThrow(RangeError)
  })

  test('adds up, whatever was paid and whoever bore it: parts to the excess, excess and due to what was paid', () => {
    fc.assert(
      fc.property(
        fc.record({ year: fc.constantFrom(2022, 2023, 2024, 2025), cover: fc.constantFrom(...covers) }),
        fc.constantFrom(...bearers),
        cents,
        cents,
        cents,
        (which, bearer, feesCents, usedCents, paidCents) => {
          const due = { ...which, feesCents, usedCents }
          const found = reimbursementOf(rateRegister, { paidCents, due, bearer })!
          expect(found.contributorCents + found.workerCents).toBe(found.excessCents)
          expect(found.dueCents).toBe(contributionOfYear(rateRegister, due)!.contributionCents)
          expect(Math.max(paidCents, found.dueCents)).toBe(found.dueCents + found.excessCents)
        },
      ),
    )
  })
})
