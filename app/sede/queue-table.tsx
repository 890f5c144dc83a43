'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import type { listQueue } from '@/lib/requests/queries/desk'
import type { Queue } from '@/lib/requests/queues'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import { describeStatus } from '@/lib/requests/status'

const lastColumn: Record<Queue, string> = {
  'da-prendere': 'Risposta entro',
  mie: 'Risposta entro',
  'in-attesa': 'Documenti entro',
  chiuse: 'Chiusa',
}

type QueueTableProps = {
  queue: Queue
  requests: Awaited<ReturnType<typeof listQueue>>['rows']
  /** The day in Rome, ISO. */
  today: string
}

/** Drawn from its rows on both sides, as that of «Lista richieste». */
export function QueueTable({ queue, requests, today }: QueueTableProps) {
  const closed = queue === 'chiuse'
  return (
    <DataTable
      caption="Richieste"
      quietCaption
      columns={[
        { key: 'protocollo', header: 'Protocollo' },
        { key: 'contributor', header: 'Contribuente' },
        { key: 'topic', header: 'Oggetto' },
        { key: 'unit', header: 'Unità' },
        { key: 'status', header: 'Stato' },
        { key: 'due', header: lastColumn[queue] },
      ]}
      rows={requests.map((request) => {
        const due = queue === 'in-attesa' ? (request.documentsDueBy ?? request.expectedBy) : request.expectedBy
        return {
          key: request.id,
          fresh: !closed && due < today,
          cells: {
            protocollo: (
              <Link href={`/sede/richieste/${request.id}` as Route} prefetch={false}>
                <Protocollo value={request.protocollo} />
              </Link>
            ),
            contributor: request.denomination,
            topic: (
              <>
                <span className="topic-area">{request.areaLabel} ›</span> {request.topicLabel}
                {request.answered && (
                  <span className="answered-facts">
                    Sulla comunicazione «{kindLabel(request.answered.kind)}»,{' '}
                    {formatPeriod(request.answered.periodFrom, request.answered.periodTo)}
                  </span>
                )}
              </>
            ),
            unit: request.unitName,
            status: describeStatus(request.status, request.outcome),
            due: closed ? (
              request.closedAt && <DateTime at={request.closedAt} show="day" />
            ) : (
              <>
                <DateTime at={due} show="day" /> {due < today && <span className="overdue-mark">Scaduta</span>}
              </>
            ),
          },
        }
      })}
    />
  )
}
