import type { NotificationChannel } from '@/db/vocabulary'

const opens = 9
const closes = 19
const hourMs = 3_600_000

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', hour: 'numeric', hourCycle: 'h23' })

/** The hour of the day in Rome, 0–23. */
export const hourInRome = (moment: Date) => Number(clock.format(moment))

/**
 * When a message that is ready at `moment` may leave: mail at once, an SMS between 9 and 19 in Rome (security.md §6),
 * otherwise at the next 9 o'clock there, whatever the clocks do that night.
 */
export function departure(channel: NotificationChannel, moment: Date): Date {
  const hour = hourInRome(moment)
  if (channel === 'email' || (hour >= opens && hour < closes)) return moment
  let next = new Date(Math.ceil(moment.getTime() / hourMs) * hourMs)
  while (hourInRome(next) !== opens) next = new Date(next.getTime() + hourMs)
  return next
}

/** Seconds between one try and the next: with the first, eight tries in less than four hours (security.md §6). */
const pauses = [0, 30, 120, 600, 1800, 3600, 7200]
export const mostAttempts = pauses.length + 1

/** When to try again after the given attempt (the first is 1) failed at `moment`; undefined after the last. */
export function nextAttempt(channel: NotificationChannel, attempt: number, moment: Date): Date | undefined {
  const pause = pauses[attempt - 1]
  return pause === undefined ? undefined : departure(channel, new Date(moment.getTime() + pause * 1000))
}
