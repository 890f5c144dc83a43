'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { fromList } from '@/lib/portfolio/back'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import { RequestStatusBadge } from '@/components/request-status'
import type { listAllApplications, listAllHanded } from '@/lib/portfolio/queries/applications'

const sentColumns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'contributor', header: 'Contribuente' },
  { key: 'submittedAt', header: 'Inviata' },
  { key: 'kind', header: 'Istanza' },
  { key: 'sender', header: 'Da' },
  { key: 'status', header: 'Stato' },
  { key: 'expectedBy', header: 'Decisione entro' },
] as const

type AllApplicationsTableProps = {
  applications: Awaited<ReturnType<typeof listAllApplications>>['rows']
  /** The address of this page below /area/tutti, to come back to. */
  from: string
}

/** One page of the istanze of many contributors; drawn from its rows on both sides. */
export function AllApplicationsTable({ applications, from }: AllApplicationsTableProps) {
  const back = new URLSearchParams({ [fromList]: from })
  return (
    <DataTable
      caption="Istanze inviate"
      quietCaption
      columns={sentColumns}
      rows={applications.map((application) => ({
        key: application.id,
        fresh: application.unread > 0,
        cells: {
          protocollo: (
            <Link
              href={`/area/${application.contributorId}/istanze/${application.id}?${back}` as Route}
              prefetch={false}
            >
              <Protocollo value={application.protocollo} />
            </Link>
          ),
          contributor: application.denomination,
          submittedAt: <DateTime at={application.submittedAt} show="day" />,
          kind: (
            <>
              {application.topicLabel}
              {application.summary && <span className="answered-facts">{application.summary}</span>}
              {application.unread > 0 && (
                <span className="fresh-mark is-urgent">
                  {application.unread === 1 ? '1 risposta da leggere' : `${application.unread} risposte da leggere`}
                </span>
              )}
            </>
          ),
          sender: `${application.senderFirstName} ${application.senderLastName}`,
          status: <RequestStatusBadge {...application} />,
          expectedBy: application.phase === 'closed' ? '–' : <DateTime at={application.expectedBy} show="day" />,
        },
      }))}
    />
  )
}

const handedColumns = [
  { key: 'kind', header: 'Istanza' },
  { key: 'contributor', header: 'Contribuente' },
  { key: 'handedBy', header: 'Chi lo chiede' },
  { key: 'handedAt', header: 'Quando' },
  { key: 'note', header: 'Messaggio' },
  { key: 'expiresAt', header: 'Si elimina' },
] as const

type HandedTableProps = { drafts: (Awaited<ReturnType<typeof listAllHanded>>['rows'][number] & { label: string })[] }

/** One page of what many contributors' helpers prepared and ask to send. */
export function HandedTable({ drafts }: HandedTableProps) {
  return (
    <DataTable
      caption="Istanze da inviare"
      quietCaption
      columns={handedColumns}
      rows={drafts.map((draft) => ({
        key: draft.id,
        cells: {
          kind: (
            <Link href={`/area/${draft.contributorId}/istanze/bozze/${draft.id}/controlla` as Route} prefetch={false}>
              {draft.label}
            </Link>
          ),
          contributor: draft.denomination,
          handedBy: draft.handedBy,
          handedAt: <DateTime at={draft.handedAt} show="day" />,
          note: draft.handedNote ?? '–',
          expiresAt: <DateTime at={draft.expiresAt} show="day" />,
        },
      }))}
    />
  )
}
