import 'server-only'
import type { ContributorSide } from '@/lib/auth/actor'
import type { Cursor } from '@/lib/pagination'
import { calendarEvent, calendarFoot, calendarHead } from './ics'
import { listDeadlines } from './queries'
import { describeDeadline } from './words'

/** Events read together: a contributor may have tens of thousands, and they are never all in memory. */
const batch = 500

/**
 * The deadlines of a contributor as iCalendar text (RFC 5545), piece by piece: kind, reference and link, and nothing else.
 * @param portal where the portal is, without a slash at the end
 */
export async function* writeCalendar(actor: ContributorSide, portal: string) {
  const host = new URL(portal).hostname
  yield calendarHead('Scadenze – Cassetto Committenti')
  let after: Cursor | undefined
  do {
    const { rows, next } = await listDeadlines(actor, 'calendar', after, undefined, batch)
    yield rows
      .map((deadline) => {
        const { what, reference, path } = describeDeadline(deadline, actor.contributorId)
        return calendarEvent({
          uid: `${deadline.about}-${deadline.id}@${host}`,
          day: deadline.dueBy,
          changedAt: deadline.changedAt,
          summary: `Scadenza: ${what}, ${reference}`,
          description: `Protocollo ${deadline.protocollo}`,
          url: portal + path,
        })
      })
      .join('')
    const last = rows.at(-1)
    after = next === undefined || !last ? undefined : { value: last.dueBy, id: last.id }
  } while (after)
  yield calendarFoot
}
