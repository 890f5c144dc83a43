import { addMonths } from '@/lib/calendar/days'
import { halfUp } from './rounding'
import { rateOn, type Rates } from './values'

/** Amounts in whole cents, days ISO. */
export type Instalment = { number: number; dueOn: string; amount: number; capital: number; interest: number }
export type Plan = {
  /** Yearly, in hundredths of a point. */
  rate: number
  instalments: Instalment[]
  capital: number
  interest: number
  total: number
}

/**
 * How many monthly instalments a debt may be paid in, at most: one number up to a threshold, threshold included, another
 * above it (art. 23 L. 203/2024; DM 24/10/2025).
 * @param debt cents
 * @param day of asking, ISO
 * @returns undefined when the table does not know it on that day
 */
export function mostInstalments(rates: Rates, debt: number, day: string): number | undefined {
  const threshold = rateOn(rates, 'instalment_threshold', day)
  if (!threshold) return undefined
  const code = debt <= threshold.value ? 'instalments_up_to_threshold' : 'instalments_above_threshold'
  return rateOn(rates, code, day)?.value
}

type Asked = {
  /** Contributions and sanctions, cents. */
  debt: number
  instalments: number
  firstDueOn: string
  /** The rate of this day stays for the whole plan (circ. INPS 92/2024). */
  askedOn: string
}

/**
 * The plan of a debt paid monthly, each on the day of the first. Interest: reference rate and surcharge (art. 3 c. 4 DL
 * 318/1996) on what is left, a twelfth of the year each month. Instalments are all of one amount, capital and interest
 * (French amortisation): who is in difficulty is not asked for the most at the beginning, as by equal capital, and knows
 * one figure by heart. The last makes up for the cents, so that the capital adds up to the debt.
 * @returns undefined when the rate of that day is not known
 */
export function planOf(rates: Rates, { debt, instalments: many, firstDueOn, askedOn }: Asked): Plan | undefined {
  const [reference, surcharge] = [
    rateOn(rates, 'reference_rate', askedOn),
    rateOn(rates, 'instalment_surcharge', askedOn),
  ]
  if (!reference || !surcharge) return undefined
  const rate = reference.value + surcharge.value
  const constant = constantInstalment(debt, rate, many)
  let left = debt
  const instalments = Array.from({ length: many }, (_, place): Instalment => {
    const interest = Number(halfUp(BigInt(left) * BigInt(rate), monthly))
    const capital = place === many - 1 ? left : Math.min(left, Math.max(0, constant - interest))
    left -= capital
    return { number: place + 1, dueOn: addMonths(firstDueOn, place), amount: capital + interest, capital, interest }
  })
  const interest = instalments.reduce((sum, each) => sum + each.interest, 0)
  return { rate, instalments, capital: debt, interest, total: debt + interest }
}

/** Hundredths of a point in a whole, times the months of a year: under it, a yearly rate is a monthly fraction. */
const monthly = 120_000n

/** debt · i · (1 + i)^n / ((1 + i)^n − 1), exact to the cent because it is worked out in whole numbers. */
function constantInstalment(debt: number, rate: number, many: number) {
  if (rate === 0) return Number(halfUp(BigInt(debt), BigInt(many)))
  const [grown, still] = [(monthly + BigInt(rate)) ** BigInt(many), monthly ** BigInt(many)]
  return Number(halfUp(BigInt(debt) * BigInt(rate) * grown, monthly * (grown - still)))
}
