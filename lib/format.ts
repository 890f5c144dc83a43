// One clock and one alphabet for every screen, mail and PDF: Rome's, and Italian's.
const timeZone = 'Europe/Rome'
const longDate = new Intl.DateTimeFormat('it-IT', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
const shortDay = new Intl.DateTimeFormat('it-IT', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone })
const hourMinute = new Intl.DateTimeFormat('it-IT', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
// Italian leaves four-digit numbers ungrouped unless told otherwise.
const euros = new Intl.NumberFormat('it-IT', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: 'always',
})
const oneDecimal = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1, useGrouping: 'always' })

/** An instant, or a day written yyyy-mm-dd: its midnight in UTC is the same day in Rome, which is never behind. */
export type Moment = Date | string

const instant = (moment: Moment) => (typeof moment === 'string' ? new Date(moment) : moment)

/** «6 ottobre 2015», the day it is in Rome. Throws a RangeError for what is no date. */
export const formatDate = (moment: Moment) => longDate.format(instant(moment))

const isoDay = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/

/** «06/10/2015» (gg/mm/aaaa), the day it is in Rome. Throws a RangeError for what is no date. */
export function formatDay(moment: Moment) {
  // Lists are full of plain days, and asking a calendar costs fifty times as much: the last days of a month are left to it.
  const [, year, month, day] = (typeof moment === 'string' && isoDay.exec(moment)) || []
  return year ? `${day}/${month}/${year}` : shortDay.format(instant(moment))
}

/** «10:42», 24 hours, by the clock of Rome. Throws a RangeError for what is no date. */
export const formatTime = (moment: Moment) => hourMinute.format(instant(moment))

/** «6 ottobre 2015, ore 10:42», by the clock of Rome. Throws a RangeError for what is no date. */
export const formatDateTime = (moment: Moment) => `${formatDate(moment)}, ore ${formatTime(moment)}`

/** «1.234,56 €» from whole euro cents; refuses fractions of a cent, which would be money made or lost by rounding. */
export function formatAmount(cents: number) {
  if (!Number.isSafeInteger(cents)) throw new RangeError('Amounts are whole cents')
  return `${euros.format(cents / 100)} €`
}

/** «8,15 %» from hundredths of a percentage point. */
export const formatRate = (hundredths: number) => `${euros.format(hundredths / 100)} %`

/** «2,1 MB» from a number of bytes, with 1 MB = 1024 · 1024 bytes and 1 kB = 1024; whole bytes below that. */
export function formatBytes(bytes: number) {
  if (bytes < 1024) return `${oneDecimal.format(bytes)} byte`
  const kilobytes = bytes / 1024
  // 1023,95 kB would be written «1.024 kB».
  return kilobytes < 1023.95 ? `${oneDecimal.format(kilobytes)} kB` : `${oneDecimal.format(kilobytes / 1024)} MB`
}

/** «4.000»: whole numbers grouped as Italian texts group them. */
export const formatCount = (count: number) => oneDecimal.format(count)
