/**
 * A month as people write it, 'mm/aaaa' (one-digit month, dots and dashes forgiven), or as a month input sends it,
 * 'yyyy-mm'. Gives 'yyyy-mm', which sorts as text; undefined when it is written otherwise.
 */
export function parseMonth(typed: string): string | undefined {
  const [, month, year] = /^(\d{1,2})[/.-]([1-9]\d{3})$/.exec(typed) ?? []
  const iso = month && year ? `${year}-${month.padStart(2, '0')}` : typed
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(iso) ? iso : undefined
}

/** 'yyyy-mm' as 'mm/aaaa'. */
export const formatMonth = (month: string): string => month.split('-').reverse().join('/')

/** The month after a 'yyyy-mm', or after the month of a 'yyyy-mm-dd'. */
export const monthAfter = (date: string): string => isoMonth(monthNumber(date) + 1)

/** Every month from one to the other, both included; none when the second comes first. */
export function monthsFrom(first: string, last: string): string[] {
  const start = monthNumber(first)
  return Array.from({ length: Math.max(0, monthNumber(last) - start + 1) }, (_, offset) => isoMonth(start + offset))
}

/** Months counted from year 0, so that distances between them are differences. */
function monthNumber(month: string): number {
  const [year = 0, ofYear = 0] = month.split('-').map(Number)
  return year * 12 + ofYear - 1
}

const isoMonth = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
