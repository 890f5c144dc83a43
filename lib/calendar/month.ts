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
export function monthAfter(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}

/** Every month from one to the other, both included; none when the second comes first. */
export function monthsFrom(first: string, last: string): string[] {
  const months = []
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month)
  return months
}
