import type { AccessTitle } from '@/db/vocabulary'
import type { ChangeName } from '@/db/vocabulary-changes'
import { titleLabels } from '@/lib/contributors/titles'
import { transitions } from '@/lib/delegations/status'
import { formatCount } from '@/lib/format'
import { DataTable } from './data-table'
import { DateTime } from './date-time'

type DelegationEvent = {
  id: number
  at: Date
  change: ChangeName
  actorKind: string
  /** The office by its name; null for the portal. */
  author: string | null
  title: AccessTitle | null
  firmName: string | null
  reason: string | null
  /** Of a change of workers, how many. */
  added: number | null
  removed: number | null
}

const labels = Object.fromEntries(Object.values(transitions).map(({ change, label }) => [change, label])) as Partial<
  Record<ChangeName, string>
>

/** One change has two acts: taken back by the contributor, or by whoever compiled it. */
const labelOf = ({ change, actorKind }: DelegationEvent) =>
  change === 'delegation.cancelled' && actorKind === 'contributor' ? transitions.cancel.label : labels[change]

const columns = [
  { key: 'what', header: 'Che cosa' },
  { key: 'who', header: 'Chi' },
  { key: 'at', header: 'Quando' },
] as const

/** Storia of a delegation, oldest first: what was done, by whom and under which title. */
export function DelegationHistory({ events }: { events: readonly DelegationEvent[] }) {
  return (
    <section aria-labelledby="storia">
      <h2 id="storia">Storia</h2>
      <DataTable
        caption="Storia della delega"
        quietCaption
        columns={columns}
        rows={events.map((event) => ({
          key: String(event.id),
          cells: {
            what: (
              <>
                {labelOf(event)}
                <span className="answered-facts">{event.reason ?? workersWords(event)}</span>
              </>
            ),
            who: authorOf(event),
            at: <DateTime at={event.at} />,
          },
        }))}
      />
    </section>
  )
}

function authorOf({ actorKind, author, title, firmName }: DelegationEvent) {
  if (actorKind === 'system') return 'Il portale'
  if (actorKind === 'officer') return author
  return [author, title === null ? 'Delegato' : titleLabels[title], firmName].filter(Boolean).join(' · ')
}

const workersWords = ({ added, removed }: DelegationEvent) =>
  added === null || removed === null ? null : `Aggiunti: ${formatCount(added)}. Tolti: ${formatCount(removed)}.`
