'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import { RequestStatusBadge } from '@/components/request-status'
import type { listApplications } from '@/lib/applications/queries/list'

const columns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'submittedAt', header: 'Inviata' },
  { key: 'kind', header: 'Istanza' },
  { key: 'sender', header: 'Da' },
  { key: 'office', header: 'Sede' },
  { key: 'status', header: 'Stato' },
  { key: 'expectedBy', header: 'Decisione entro' },
] as const

type ApplicationTableProps = { applications: Awaited<ReturnType<typeof listApplications>>['rows']; profile: string }

/** Drawn from its rows on both sides (decision 8). */
export function ApplicationTable({ applications, profile }: ApplicationTableProps) {
  return (
    <DataTable
      caption="Istanze"
      quietCaption
      columns={columns}
      rows={applications.map((application) => ({
        key: application.id,
        fresh: application.unread > 0,
        cells: {
          protocollo: (
            <Link href={`/area/${profile}/istanze/${application.id}` as Route} prefetch={false}>
              <Protocollo value={application.protocollo} />
            </Link>
          ),
          submittedAt: <DateTime at={application.submittedAt} show="day" />,
          kind: (
            <>
              {application.topicLabel}
              {application.summary && <span className="answered-facts">{application.summary}</span>}
              {application.unread > 0 && (
                <span className="fresh-mark">
                  {application.unread === 1 ? '1 risposta da leggere' : `${application.unread} risposte da leggere`}
                </span>
              )}
            </>
          ),
          sender: `${application.senderFirstName} ${application.senderLastName}`,
          office: application.officeName,
          status: <RequestStatusBadge {...application} />,
          expectedBy: application.phase === 'closed' ? '–' : <DateTime at={application.expectedBy} show="day" />,
        },
      }))}
    />
  )
}
