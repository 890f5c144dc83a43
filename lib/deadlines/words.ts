import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import type { Deadline } from './queries'

/** What is due, by which reference, and where it is in the portal: all that a list or a calendar says of a deadline. */
export function describeDeadline(deadline: Deadline, profile: string) {
  const home = `/area/${profile}`
  return deadline.about === 'notice'
    ? {
        what: kindLabel(deadline.kind),
        reference: formatPeriod(deadline.periodFrom, deadline.periodTo),
        path: `${home}/comunicazioni/${deadline.id}`,
      }
    : { what: 'Documenti chiesti dalla sede', reference: deadline.topicLabel, path: `${home}/richieste/${deadline.id}` }
}
