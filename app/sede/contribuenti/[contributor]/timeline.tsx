import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import { RequestStatusBadge } from '@/components/request-status'
import type { listTimeline } from '@/lib/requests/queries/timeline'
import { sortOf } from '@/lib/requests/status'
import { deskHome } from '../../desk-home'

const columns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'what', header: 'Che cosa' },
  { key: 'sent', header: 'Inviata' },
  { key: 'by', header: 'Da' },
  { key: 'status', header: 'Stato' },
] as const

/** Requests and istanze of one contributor in one row of time, as far as the officer's units go. */
export function DeskTimeline({ rows }: { rows: Awaited<ReturnType<typeof listTimeline>>['rows'] }) {
  return (
    <DataTable
      caption="Richieste e istanze"
      quietCaption
      columns={columns}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          protocollo: (
            <Link href={deskHome(sortOf(row), row.id) as Route} prefetch={false}>
              <Protocollo value={row.protocollo} />
            </Link>
          ),
          what: (
            <>
              <span className="topic-area">{row.applicationKind === null ? `${row.areaLabel} ›` : 'Istanza ›'}</span>{' '}
              {row.topicLabel}
            </>
          ),
          sent: <DateTime at={row.submittedAt} show="day" />,
          by: `${row.senderFirstName} ${row.senderLastName}`,
          status: <RequestStatusBadge {...row} />,
        },
      }))}
    />
  )
}
