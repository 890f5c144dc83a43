/** The ISO day that comes `days` calendar days after (or before, when negative) an ISO day. */
export function addDays(day: string, days: number) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Calendar days from one ISO day to another. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The same day of a month `months` later (ISO days), or the last of that month when it is shorter: from 31/01 to 28/02. */
export function addMonths(day: string, months: number) {
  const [year = 0, month = 1, ofMonth = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(ofMonth, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}
