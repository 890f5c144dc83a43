'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import { RequestStatusBadge } from '@/components/request-status'
import type { listRequests } from '@/lib/requests/queries/list'

const columns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'submittedAt', header: 'Inviata' },
  { key: 'topic', header: 'Oggetto' },
  { key: 'sender', header: 'Da' },
  { key: 'office', header: 'Sede' },
  { key: 'status', header: 'Stato' },
  { key: 'expectedBy', header: 'Risposta entro' },
] as const

type RequestTableProps = { requests: Awaited<ReturnType<typeof listRequests>>['rows']; profile: string }

/** Drawn from its rows on both sides: as data they cross once, where a server's table crosses as markup and as payload. */
export function RequestTable({ requests, profile }: RequestTableProps) {
  return (
    <DataTable
      caption="Richieste"
      quietCaption
      columns={columns}
      rows={requests.map((request) => ({
        key: request.id,
        fresh: request.unread > 0,
        cells: {
          protocollo: (
            <Link href={`/area/${profile}/richieste/${request.id}` as Route} prefetch={false}>
              <Protocollo value={request.protocollo + (request.reopenings > 0 ? `/${request.reopenings}` : '')} />
            </Link>
          ),
          submittedAt: <DateTime at={request.submittedAt} show="day" />,
          topic: (
            <>
              <span className="topic-area">{request.areaLabel} ›</span> {request.topicLabel}
              {request.unread > 0 && (
                <span className="fresh-mark">
                  {request.unread === 1 ? '1 risposta da leggere' : `${request.unread} risposte da leggere`}
                </span>
              )}
            </>
          ),
          sender: `${request.senderFirstName} ${request.senderLastName}`,
          office: request.officeName,
          status: <RequestStatusBadge {...request} />,
          expectedBy: request.phase === 'closed' ? '–' : <DateTime at={request.expectedBy} show="day" />,
        },
      }))}
    />
  )
}
