'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import { RequestStatusBadge } from '@/components/request-status'
import type { listTimeline } from '@/lib/requests/queries/timeline'
import { placeOf } from '../paper-place'

const columns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'submittedAt', header: 'Inviata' },
  { key: 'what', header: 'Che cos’è' },
  { key: 'topic', header: 'Oggetto' },
  { key: 'sender', header: 'Da' },
  { key: 'status', header: 'Stato' },
] as const

type TimelineTableProps = { rows: Awaited<ReturnType<typeof listTimeline>>['rows']; profile: string }

/** Drawn from its rows on both sides (decision 8). */
export function TimelineTable({ rows, profile }: TimelineTableProps) {
  return (
    <DataTable
      caption="Richieste e istanze"
      quietCaption
      columns={columns}
      rows={rows.map((row) => ({
        key: row.id,
        fresh: row.unread > 0,
        cells: {
          protocollo: (
            <Link href={placeOf(profile, row).href as Route} prefetch={false}>
              <Protocollo value={row.protocollo + (row.reopenings > 0 ? `/${row.reopenings}` : '')} />
            </Link>
          ),
          submittedAt: <DateTime at={row.submittedAt} show="day" />,
          what: row.applicationKind === null ? 'Richiesta' : 'Istanza',
          topic: (
            <>
              {row.topicLabel}
              {row.unread > 0 && (
                <span className="fresh-mark">
                  {row.unread === 1 ? '1 risposta da leggere' : `${row.unread} risposte da leggere`}
                </span>
              )}
            </>
          ),
          sender: `${row.senderFirstName} ${row.senderLastName}`,
          status: <RequestStatusBadge {...row} />,
        },
      }))}
    />
  )
}
