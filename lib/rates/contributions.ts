import type { RateCode } from '@/db/vocabulary'
import { halfUp } from './rounding'
import { type Rate, rateOn, type Rates, ratesBetween } from './values'

/** What else the worker is insured for, which sets the rate (art. 2 c. 26–29 L. 335/1995; DIS-COLL: art. 15 D.Lgs. 22/2015). */
export const covers = ['with_dis_coll', 'without_dis_coll', 'otherwise_insured'] as const
export type Cover = (typeof covers)[number]

const rateCodeOf: Record<Cover, RateCode> = {
  with_dis_coll: 'rate_with_dis_coll',
  without_dis_coll: 'rate_without_dis_coll',
  otherwise_insured: 'rate_otherwise_insured',
}

/** Fees in whole cents; `usedCents` is how much of the year's ceiling other fees had already taken, of whoever paid them. */
type Fees = { cover: Cover; feesCents: number; usedCents?: number }

export type Contribution = {
  rate: Rate
  ceiling: Rate
  /** The part of the fees under the ceiling, and the part over it. */
  subjectCents: number
  overCents: number
  contributionCents: number
}

/**
 * The ceiling (massimale) set for that very year: it is set anew each year, so that of another year tells nothing.
 * Source: art. 2 c. 18 L. 335/1995 and the yearly circular of the row.
 */
export function ceilingOf(rates: Rates, year: number): Rate | undefined {
  const last = rateOn(rates, 'yearly_ceiling', `${year}-12-31`)
  return last?.validFrom.startsWith(`${year}-`) ? last : undefined
}

/**
 * The contribution on a fee (compenso), to the nearest cent, nothing being due over the ceiling of the year.
 * Source: art. 2 c. 26–30 L. 335/1995, with rate and ceiling of the yearly circular; a fee counts when it is paid.
 * @param day ISO: when the fee was paid; up to 12 January, 31 December of the year it belongs to (art. 51 c. 1 TUIR)
 * @returns undefined when rate or ceiling are not known
 * @throws RangeError for amounts that are negative or no whole cents
 */
export function contributionOn(
  rates: Rates,
  { day, cover, feesCents, usedCents = 0 }: Fees & { day: string },
): Contribution | undefined {
  const [fees, used] = [wholeCents(feesCents), wholeCents(usedCents)]
  const rate = rateOn(rates, rateCodeOf[cover], day)
  const ceiling = ceilingOf(rates, Number(day.slice(0, 4)))
  if (!rate || !ceiling) return undefined
  const subjectCents = Math.min(fees, Math.max(0, ceiling.value - used))
  const contributionCents = portionOf(subjectCents, rate.value, 10_000)
  return { rate, ceiling, subjectCents, overCents: fees - subjectCents, contributionCents }
}

/**
 * The contribution on all the fees of a year, as `contributionOn`; undefined also when the rate changed during the year,
 * because a sum over the year does not say what was paid before.
 */
export function contributionOfYear(rates: Rates, { year, ...fees }: Fees & { year: number }): Contribution | undefined {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const [begun, ...later] = ratesBetween(rates, rateCodeOf[fees.cover], first, last)
  const constant = begun && begun.validFrom <= first && later.every(({ value }) => value === begun.value)
  return constant ? contributionOn(rates, { ...fees, day: last }) : undefined
}

/**
 * A contribution between who pays the fee, two thirds, and who earns it, one third: to the nearest cent, and together
 * always the whole. Source: art. 2 c. 30 L. 335/1995.
 */
export function splitContribution(cents: number) {
  const contributorCents = portionOf(cents, 2, 3)
  return { contributorCents, workerCents: cents - contributorCents }
}

/** @throws RangeError for an amount that is negative or no whole cents */
export function wholeCents(cents: number) {
  if (!Number.isSafeInteger(cents) || cents < 0) throw new RangeError('Amounts are whole cents, not below zero')
  return cents
}

const portionOf = (cents: number, parts: number, of: number) =>
  Number(halfUp(BigInt(wholeCents(cents)) * BigInt(parts), BigInt(of)))
