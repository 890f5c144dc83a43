import { isIsoDate, isRealDate } from './iso-date'

const nationalHolidays = new Set('01-01 01-06 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26'.split(' '))
const saintFrancis = { day: '10-04', fromYear: 2026 }
const msPerDay = 86_400_000
const longestTerm = 3_660

const romeCalendar = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The date, 'yyyy-mm-dd', that calendars in Italy show at an instant, daylight saving included. Refuses an invalid Date. */
export function romeDate(instant: Date): string {
  const parts = Object.fromEntries(romeCalendar.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`
}

/**
 * Whether offices work on a date 'yyyy-mm-dd'. Saturdays, Sundays, the national holidays (L. 260/1949, L. 54/1977,
 * DPR 792/1985, L. 336/2000), Easter Monday, 4 October from 2026 (L. 151/2025) and the office's patron saint 'mm-dd'
 * are not working days. Throws RangeError on a date or a patron that does not exist: a wrong term is worse than none.
 */
export function isWorkingDay(date: string, patron?: string | null): boolean {
  requirePatron(patron)
  return isWorking(dayNumber(date), patron)
}

/**
 * The n-th working day after a date: the starting day does not count (art. 2963 Codice civile), and 0 gives the date
 * itself. `n` is a whole number of days from 0 to 3,660; anything else throws RangeError.
 */
export function addWorkingDays(date: string, n: number, patron?: string | null): string {
  if (!Number.isInteger(n) || n < 0 || n > longestTerm) throw new RangeError(`not a number of working days: ${n}`)
  requirePatron(patron)
  let day = dayNumber(date)
  for (let left = n; left > 0;) if (isWorking(++day, patron)) left--
  return isoDay(day)
}

/**
 * How many working days have passed from one date to another: the first does not count, the last does, so that
 * workingDaysBetween(date, addWorkingDays(date, n)) is n. 0 when the second date is not after the first.
 */
export function workingDaysBetween(from: string, to: string, patron?: string | null): number {
  requirePatron(patron)
  const last = dayNumber(to)
  let count = 0
  for (let day = dayNumber(from) + 1; day <= last; day++) if (isWorking(day, patron)) count++
  return count
}

function isWorking(day: number, patron: string | null | undefined): boolean {
  const weekday = new Date(day * msPerDay).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  const date = isoDay(day)
  const year = Number(date.slice(0, 4))
  const monthDay = date.slice(5)
  if (nationalHolidays.has(monthDay) || monthDay === patron) return false
  if (monthDay === saintFrancis.day && year >= saintFrancis.fromYear) return false
  return monthDay !== easterMonday(year)
}

/** Easter by the anonymous Gregorian computation (Meeus/Jones/Butcher), plus one day; 'mm-dd'. */
function easterMonday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const easter = epact + toSunday - 7 * late + 114
  return isoDay(Date.UTC(year, Math.floor(easter / 31) - 1, (easter % 31) + 2) / msPerDay).slice(5)
}

/** Days are counted in UTC, where each lasts 24 hours: the nights when clocks change cannot shift them. */
function dayNumber(date: string): number {
  if (!isIsoDate(date)) throw new RangeError('not a date written yyyy-mm-dd')
  return Date.parse(`${date}T00:00:00Z`) / msPerDay
}

const isoDay = (day: number) => new Date(day * msPerDay).toISOString().slice(0, 10)

function requirePatron(patron: string | null | undefined) {
  if (patron == null) return
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(patron) ?? []
  if (!isRealDate(2000, Number(month), Number(day))) throw new RangeError('not a patron day written mm-dd')
}
