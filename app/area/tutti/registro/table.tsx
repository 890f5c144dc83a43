import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { sentences } from '@/lib/audit/sentences'
import { titleLabels } from '@/lib/contributors/titles'
import type { listFirmEvents } from '@/lib/firms/queries/events'

const columns = [
  { key: 'at', header: 'Quando' },
  { key: 'author', header: 'Chi' },
  { key: 'what', header: 'Che cosa' },
  { key: 'contributor', header: 'Per quale contribuente' },
  { key: 'title', header: 'In quale veste' },
] as const

type Event = Awaited<ReturnType<typeof listFirmEvents>>['rows'][number]

/** Of who works for the Institute the name is not said. */
const authorOf = ({ actorKind, author }: Event) =>
  actorKind === 'administrator'
    ? 'Amministrazione del portale'
    : actorKind === 'officer'
      ? 'Sede'
      : (author ?? 'Il portale')

/** What the firm's people did, one event a row: never what the papers say. */
export function EventTable({ events }: { events: Event[] }) {
  return (
    <DataTable
      caption="Operazioni dello studio"
      quietCaption
      columns={columns}
      rows={events.map((event) => ({
        key: String(event.sequence),
        cells: {
          at: <DateTime at={event.at} />,
          author: authorOf(event),
          what: sentences[event.change],
          contributor: event.denomination ?? '–',
          title: event.title ? titleLabels[event.title] : '–',
        },
      }))}
    />
  )
}
