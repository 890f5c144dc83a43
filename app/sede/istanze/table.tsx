'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { DueChip } from '@/components/due-chip'
import { Protocollo } from '@/components/protocollo'
import type { listQueue } from '@/lib/requests/queries/desk'
import type { Queue } from '@/lib/requests/queues'
import { describeStatus } from '@/lib/requests/status'

const lastColumn: Record<Queue, string> = {
  'da-prendere': 'Termine di legge',
  mie: 'Termine di legge',
  'in-attesa': 'Documenti entro',
  chiuse: 'Chiusa',
}

type ApplicationTableProps = {
  queue: Queue
  applications: Awaited<ReturnType<typeof listQueue>>['rows']
  /** The day in Rome, ISO. */
  today: string
}

/** Drawn from its rows on both sides, as the queues of requests. */
export function ApplicationTable({ queue, applications, today }: ApplicationTableProps) {
  const closed = queue === 'chiuse'
  return (
    <DataTable
      caption="Istanze"
      quietCaption
      columns={[
        { key: 'protocollo', header: 'Protocollo' },
        { key: 'contributor', header: 'Contribuente' },
        { key: 'kind', header: 'Istanza' },
        { key: 'unit', header: 'Unità' },
        { key: 'status', header: 'Stato' },
        { key: 'due', header: lastColumn[queue] },
      ]}
      rows={applications.map((application) => {
        const { id, documentsDueBy, expectedBy, closedAt } = application
        const due = queue === 'in-attesa' ? (documentsDueBy ?? expectedBy) : expectedBy
        return {
          key: id,
          fresh: !closed && due < today,
          cells: {
            protocollo: (
              <Link href={`/sede/istanze/${id}` as Route} prefetch={false}>
                <Protocollo value={application.protocollo} />
              </Link>
            ),
            contributor: application.denomination,
            kind: (
              <>
                {application.topicLabel}
                {application.summary && <span className="answered-facts">{application.summary}</span>}
              </>
            ),
            unit: application.unitName,
            status: describeStatus(application.status, application.outcome),
            due: closed ? (
              closedAt && <DateTime at={closedAt} show="day" />
            ) : (
              <DueChip dueBy={due} status="open" today={today} />
            ),
          },
        }
      })}
    />
  )
}
