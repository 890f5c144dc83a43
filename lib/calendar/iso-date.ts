const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether day, month (1–12) and year name a day of the Gregorian calendar: 30 February and 29 February 2015 do not. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0)
  return Number.isInteger(year) && Number.isInteger(day) && day >= 1 && day <= length
}

/** Whether the text is a real date written 'yyyy-mm-dd', from year 1000 on. */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return isRealDate(Number(year), Number(month), Number(day))
}

/**
 * A date as people write it, 'gg/mm/aaaa' (one-digit day and month, dots and dashes forgiven), or as a date input sends
 * it, 'yyyy-mm-dd'. Gives 'yyyy-mm-dd'; undefined when it is written otherwise or names no real day.
 */
export function parseItalianDate(typed: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []
  const date = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed
  return isIsoDate(date) ? date : undefined
}

/** 'yyyy-mm-dd' as 'gg/mm/aaaa'. */
export const formatItalianDate = (date: string): string => date.split('-').reverse().join('/')
