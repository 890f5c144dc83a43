import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { sentences } from '@/lib/audit/sentences'
import type { listContactEvents } from '@/lib/contacts/queries'
import { kindLabels } from '@/lib/contacts/words'
import { titleLabels } from '@/lib/contributors/titles'

const columns = [
  { key: 'at', header: 'Quando' },
  { key: 'what', header: 'Che cosa' },
  { key: 'contact', header: 'Recapito' },
  { key: 'who', header: 'Chi' },
] as const

type Event = Awaited<ReturnType<typeof listContactEvents>>[number]

const whoOf = ({ person, title, firm }: Event) =>
  [person ?? 'Il portale', title && titleLabels[title], firm].filter(Boolean).join(', ')

/** What was done to the contacts, by whom and under which title. */
export function ContactHistory({ events }: { events: Event[] }) {
  if (events.length === 0) return null
  return (
    <section aria-labelledby="storia">
      <h2 id="storia">Storia</h2>
      <DataTable
        caption="Che cosa è stato fatto ai recapiti, dal più recente"
        quietCaption
        columns={columns}
        rows={events.map((event) => ({
          key: String(event.id),
          cells: {
            at: <DateTime at={event.at} />,
            what: sentences[event.change],
            contact: `${kindLabels[event.kind]}: ${event.value}`,
            who: whoOf(event),
          },
        }))}
      />
    </section>
  )
}
