import { type Contribution, contributionOfYear, type Cover, splitContribution, wholeCents } from './contributions'
import type { Rates } from './values'

/** Who bore what was paid: both by the law's shares, the contributor alone, or the worker alone. */
export const bearers = ['shared', 'contributor', 'worker'] as const
export type Bearer = (typeof bearers)[number]

/** Fees that a worker was paid in a year, with what the ceiling had already been taken by elsewhere, in whole cents. */
export type YearOfFees = { year: number; cover: Cover; feesCents: number; usedCents: number }

type Paid = {
  paidCents: number
  /** What was really due: nothing (indebito), or the contribution of a year up to its ceiling. */
  due: 'nothing' | YearOfFees
  bearer: Bearer
}

export type Reimbursement = {
  dueCents: number
  /** Paid beyond what was due; the parts of who bore it make it up. */
  excessCents: number
  contributorCents: number
  workerCents: number
  contribution?: Contribution
}

/**
 * A sum to be given back, by who bore it: two thirds and one third unless one of them bore it all.
 * Source: art. 2 c. 30 L. 335/1995; what was not due goes back to who gave it (art. 2033 c.c.).
 */
export function splitByBearer(cents: number, bearer: Bearer) {
  const whole = wholeCents(cents)
  if (bearer === 'shared') return splitContribution(whole)
  return bearer === 'worker' ? { contributorCents: 0, workerCents: whole } : { contributorCents: whole, workerCents: 0 }
}

/**
 * What was paid in excess: all of it when nothing was due, or what goes beyond the contribution up to the ceiling
 * (massimale: art. 2 c. 18 L. 335/1995, messaggio INPS 1561/2025).
 * @returns undefined when rate or ceiling of that year are not known
 * @throws RangeError for amounts that are negative or no whole cents
 */
export function reimbursementOf(rates: Rates, { paidCents, due, bearer }: Paid): Reimbursement | undefined {
  const contribution = due === 'nothing' ? undefined : contributionOfYear(rates, due)
  if (due !== 'nothing' && !contribution) return undefined
  const dueCents = contribution?.contributionCents ?? 0
  const excessCents = Math.max(0, wholeCents(paidCents) - dueCents)
  return { dueCents, excessCents, ...splitByBearer(excessCents, bearer), ...(contribution && { contribution }) }
}
