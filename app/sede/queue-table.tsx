'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { DueChip } from '@/components/due-chip'
import { Protocollo } from '@/components/protocollo'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import type { listQueue } from '@/lib/requests/queries/desk'
import type { Queue } from '@/lib/requests/queues'
import { describeStatus, type Sort } from '@/lib/requests/status'

const words: Record<Sort, { caption: string; home: string; subject: string; term: string }> = {
  request: { caption: 'Richieste', home: '/sede/richieste', subject: 'Oggetto', term: 'Risposta entro' },
  application: { caption: 'Istanze', home: '/sede/istanze', subject: 'Istanza', term: 'Termine di legge' },
}

type Row = Awaited<ReturnType<typeof listQueue>>['rows'][number]

type QueueTableProps = {
  sort: Sort
  queue: Queue
  rows: Row[]
  /** The day in Rome, ISO. */
  today: string
}

/** Drawn from its rows on both sides, as that of «Lista richieste». */
export function QueueTable({ sort, queue, rows, today }: QueueTableProps) {
  const { caption, home, subject, term } = words[sort]
  const closed = queue === 'chiuse'
  const suspended = queue === 'in-attesa'
  return (
    <DataTable
      caption={caption}
      quietCaption
      columns={[
        { key: 'protocollo', header: 'Protocollo' },
        { key: 'contributor', header: 'Contribuente' },
        { key: 'subject', header: subject },
        { key: 'unit', header: 'Unità' },
        { key: 'status', header: 'Stato' },
        { key: 'due', header: closed ? 'Chiusa' : suspended ? 'Documenti entro' : term },
      ]}
      rows={rows.map((row) => {
        const due = suspended ? (row.documentsDueBy ?? row.expectedBy) : row.expectedBy
        return {
          key: row.id,
          fresh: !closed && due < today,
          cells: {
            protocollo: (
              <Link href={`${home}/${row.id}` as Route} prefetch={false}>
                <Protocollo value={row.protocollo} />
              </Link>
            ),
            contributor: row.denomination,
            subject: sort === 'request' ? <Topic {...row} /> : <Application {...row} />,
            unit: row.unitName,
            status: describeStatus(row.status, row.outcome),
            due: closed ? (
              row.closedAt && <DateTime at={row.closedAt} show="day" />
            ) : (
              <DueChip dueBy={due} status="open" today={today} />
            ),
          },
        }
      })}
    />
  )
}

function Topic({ areaLabel, topicLabel, answered }: Row) {
  return (
    <>
      <span className="topic-area">{areaLabel} ›</span> {topicLabel}
      {answered && (
        <span className="answered-facts">
          Sulla comunicazione «{kindLabel(answered.kind)}», {formatPeriod(answered.periodFrom, answered.periodTo)}
        </span>
      )}
    </>
  )
}

function Application({ topicLabel, summary }: Row) {
  return (
    <>
      {topicLabel}
      {summary && <span className="answered-facts">{summary}</span>}
    </>
  )
}
