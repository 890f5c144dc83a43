import { addDays, daysBetween } from '@/lib/calendar/days'
import type { RateCode } from '@/db/vocabulary'
import { halfUp } from './rounding'
import { rateOn, type Rates, ratesBetween } from './values'

/** Contributions that were not paid by their term. Amounts in whole cents, days ISO. */
export type Breach = {
  base: number
  /** Last day to pay. */
  term: string
  /** The day on which they were paid, or up to which the sanction is worked out. */
  until: string
  /** Letter of art. 116 c. 8 L. 388/2000: a, omission (reported and not paid); b, evasion (not reported). */
  rule: 'a' | 'b'
  /** Paid in one go and of one's own will, before the Institute asked. */
  spontaneous?: boolean
  /** When the Institute's request was notified. */
  notifiedOn?: string
  /** When all was paid in one go or, rateazione having been asked, its first instalment. */
  settledOn?: string
}

/** Days, both included, over which the yearly rate (hundredths of a point) stays the same. */
export type Stretch = { from: string; to: string; days: number; rate: number }

/** Whole cents; `days` of delay, from the day after the term. */
export type Sanction = { amount: number; days: number; capped: boolean; halved: boolean; stretches: Stretch[] }

/** The milder rules of DL 19/2024 art. 30 are for breaches from this day on (circ. INPS 90/2024). */
const reform = '2024-09-01'
const spontaneousDays = 120
const settlingDays = 30
const daysOfYear = 365n
/** A whole, in hundredths of a point. */
const whole = 10_000n

/**
 * Civil sanction on contributions paid late or not at all (art. 116 c. 8 L. 388/2000, as of DL 19/2024 art. 30).
 * - Omission (letter a): reference rate and surcharge per year, day by day, at most a part of the contributions; paid of
 *   one's own will in one go within 120 days, the reference rate alone.
 * - Evasion (letter b): a yearly rate of its own, with its own cap. Its spontaneous report within twelve months, whose
 *   surcharges are not in the table, is worked out in full.
 * - Half of it when, within 30 days of the Institute's request, all is paid or the first instalment is (letter b-bis).
 *
 * Years have 365 days; cents are rounded once, at the end, half up.
 * @returns undefined when a value is not known for some day: no figure, never a guess
 */
export function civilSanction(rates: Rates, breach: Breach): Sanction | undefined {
  const { base, term, until, rule } = breach
  const days = daysBetween(term, until)
  if (days <= 0) return { amount: 0, days: 0, capped: false, halved: false, stretches: [] }
  const cap = rateOn(rates, rule === 'a' ? 'sanction_cap' : 'evasion_cap', until)
  const stretches = stretchesOf(rates, codesOf(breach, days), addDays(term, 1), until)
  if (!cap || !stretches) return undefined
  const reached = stretches.reduce((sum, stretch) => sum + BigInt(stretch.days) * BigInt(stretch.rate), 0n)
  const most = BigInt(cap.value) * daysOfYear
  const halved = isHalved(breach)
  const share = reached < most ? reached : most
  const amount = halfUp(BigInt(base) * share, whole * daysOfYear * (halved ? 2n : 1n))
  return { amount: Number(amount), days, capped: reached > most, halved, stretches }
}

function codesOf({ rule, term, spontaneous }: Breach, days: number): RateCode[] {
  if (rule === 'b') return ['evasion_rate']
  const spared = spontaneous === true && days <= spontaneousDays && term >= reform
  return spared ? ['reference_rate'] : ['reference_rate', 'sanction_surcharge']
}

function isHalved({ term, notifiedOn, settledOn }: Breach) {
  if (notifiedOn === undefined || settledOn === undefined || term < reform) return false
  return settledOn >= notifiedOn && daysBetween(notifiedOn, settledOn) <= settlingDays
}

/** The period cut wherever one of the values changes, with their sum over each piece. */
function stretchesOf(rates: Rates, codes: RateCode[], from: string, to: string): Stretch[] | undefined {
  const changes = codes.flatMap((code) => ratesBetween(rates, code, from, to).map(({ validFrom }) => validFrom))
  const starts = [...new Set([from, ...changes.filter((day) => day > from)])].sort()
  const stretches = starts.map((start, place) => {
    const next = starts[place + 1]
    const end = next === undefined ? to : addDays(next, -1)
    const values = codes.map((code) => rateOn(rates, code, start)?.value)
    const known = values.filter((value) => value !== undefined)
    if (known.length < values.length) return undefined
    return {
      from: start,
      to: end,
      days: daysBetween(start, end) + 1,
      rate: known.reduce((sum, value) => sum + value, 0),
    }
  })
  return stretches.every((stretch) => stretch !== undefined) ? stretches : undefined
}
