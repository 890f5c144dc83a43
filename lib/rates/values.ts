import type { RateCode } from '@/db/vocabulary'

/**
 * Values set by law or by the institute, each from a day on. Percentages in hundredths of a point (7,65 % is 765), amounts
 * in cents, numbers of instalments as they are.
 */
export type Rate = { code: RateCode; validFrom: string; value: number; source: string }
export type Rates = readonly Rate[]

/**
 * The value in force on a day, with its source; undefined before the first that is known.
 * @param day ISO
 */
export const rateOn = (rates: Rates, code: RateCode, day: string) =>
  rates
    .filter((rate) => rate.code === code && rate.validFrom <= day)
    .reduce<Rate | undefined>((last, rate) => (last && last.validFrom > rate.validFrom ? last : rate), undefined)

/** The stretches of a period over which a value stays the same; days are the first and the last, ISO. */
export function ratesBetween(rates: Rates, code: RateCode, from: string, to: string) {
  const begun = rateOn(rates, code, from)
  const later = rates.filter((rate) => rate.code === code && rate.validFrom > from && rate.validFrom <= to)
  return [...(begun ? [begun] : []), ...later].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
}
