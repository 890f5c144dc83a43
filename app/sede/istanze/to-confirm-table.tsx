import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { DueChip } from '@/components/due-chip'
import { Protocollo } from '@/components/protocollo'
import type { listToConfirm } from '@/lib/applications/queries/desk'

const columns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'contributor', header: 'Contribuente' },
  { key: 'kind', header: 'Istanza' },
  { key: 'unit', header: 'Unità' },
  { key: 'proposed', header: 'Proposta da' },
  { key: 'due', header: 'Termine di legge' },
] as const

type ToConfirmTableProps = {
  proposals: Awaited<ReturnType<typeof listToConfirm>>['rows']
  /** The day in Rome, ISO. */
  today: string
}

/** Refusals that wait for a second person. */
export function ToConfirmTable({ proposals, today }: ToConfirmTableProps) {
  return (
    <DataTable
      caption="Proposte di respingere"
      quietCaption
      columns={columns}
      rows={proposals.map((proposal) => ({
        key: proposal.id,
        fresh: proposal.expectedBy < today,
        cells: {
          protocollo: (
            <Link href={`/sede/istanze/${proposal.requestId}/proposta` as Route} prefetch={false}>
              <Protocollo value={proposal.protocollo} />
              <span className="visually-hidden">, {proposal.label}</span>
            </Link>
          ),
          contributor: proposal.denomination,
          kind: proposal.label,
          unit: proposal.unitName,
          proposed: (
            <>
              {proposal.own ? 'te: deve confermarla un collega' : proposal.proposer}
              <span className="answered-facts">
                <DateTime at={proposal.proposedAt} />
              </span>
            </>
          ),
          due: <DueChip dueBy={proposal.expectedBy} status="open" today={today} />,
        },
      }))}
    />
  )
}
