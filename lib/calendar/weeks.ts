import { addDays } from './days'

/** The Monday on which the week of an ISO day begins (ISO 8601). Days are counted in UTC: no clock change moves them. */
export function mondayOf(day: string) {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

const italian = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('it-IT', { ...options, timeZone: 'UTC' })
const dayOnly = italian({ day: 'numeric' })
const dayAndMonth = italian({ day: 'numeric', month: 'long' })
const wholeDay = italian({ day: 'numeric', month: 'long', year: 'numeric' })

/** «dal 30 novembre al 6 dicembre 2026»: the week of a Monday, saying month and year once where they are the same. */
export function formatWeek(monday: string) {
  const sunday = addDays(monday, 6)
  const begins =
    monday.slice(0, 7) === sunday.slice(0, 7)
      ? dayOnly
      : monday.slice(0, 4) === sunday.slice(0, 4)
        ? dayAndMonth
        : wholeDay
  const [first, last] = [begins, wholeDay].map((format, index) => format.format(new Date([monday, sunday][index]!)))
  return `${articled('dal', first!)} ${articled('al', last!)}`
}

/** «dall’8 dicembre», «dal 7»: before a vowel the article is cut. The 1st is read «primo», the 11th «undici». */
const articled = (article: 'dal' | 'al', day: string) =>
  /^(8|11)(?!\d)/.test(day) ? `${article}l’${day}` : `${article} ${day}`
