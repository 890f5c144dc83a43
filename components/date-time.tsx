import { formatDate, formatDateTime, formatDay, formatTime, type Moment } from '@/lib/format'

const shows = { 'date-time': formatDateTime, date: formatDate, day: formatDay, time: formatTime }

/** A moment in the words of Rome, with the exact one for machines. Left to itself: «6 ottobre 2015, ore 10:42». */
export function DateTime({ at, show = 'date-time' }: { at: Moment; show?: keyof typeof shows }) {
  return <time dateTime={typeof at === 'string' ? at : at.toISOString()}>{shows[show](at)}</time>
}
