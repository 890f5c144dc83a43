'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { fromList } from '@/lib/portfolio/back'
import { ChoiceBox } from '@/components/choice-box'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import { RequestStatusBadge } from '@/components/request-status'
import type { listAllRequests } from '@/lib/portfolio/queries/requests'

const columns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'contributor', header: 'Contribuente' },
  { key: 'submittedAt', header: 'Inviata' },
  { key: 'topic', header: 'Oggetto' },
  { key: 'sender', header: 'Da' },
  { key: 'status', header: 'Stato' },
  { key: 'expectedBy', header: 'Risposta entro' },
] as const

type RequestTableProps = {
  requests: Awaited<ReturnType<typeof listAllRequests>>['rows']
  /** The address of this page below /area/tutti, to come back to. */
  from: string
}

/** One page of the requests of many contributors; drawn from its rows on both sides. */
export function AllRequestsTable({ requests, from }: RequestTableProps) {
  const back = new URLSearchParams({ [fromList]: from })
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
            <>
              <ChoiceBox id={request.id} what={`la richiesta ${request.protocollo}`} />
              <Link href={`/area/${request.contributorId}/richieste/${request.id}?${back}` as Route} prefetch={false}>
                <Protocollo value={request.protocollo + (request.reopenings > 0 ? `/${request.reopenings}` : '')} />
              </Link>
            </>
          ),
          contributor: request.denomination,
          submittedAt: <DateTime at={request.submittedAt} show="day" />,
          topic: (
            <>
              <span className="topic-area">{request.areaLabel} ›</span> {request.topicLabel}
              {request.unread > 0 && (
                <span className="fresh-mark is-urgent">
                  {request.unread === 1 ? '1 risposta da leggere' : `${request.unread} risposte da leggere`}
                </span>
              )}
            </>
          ),
          sender: `${request.senderFirstName} ${request.senderLastName}`,
          status: <RequestStatusBadge {...request} />,
          expectedBy: request.phase === 'closed' ? '–' : <DateTime at={request.expectedBy} show="day" />,
        },
      }))}
    />
  )
}
