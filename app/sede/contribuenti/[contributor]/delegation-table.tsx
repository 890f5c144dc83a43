import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DelegationStatusBadge } from '@/components/delegation-status'
import type { listOfficeDelegations } from '@/lib/delegations/queries/contributor'
import { isAllowed } from '@/lib/delegations/status'
import { delegateWords, kindWords, termWords } from '@/lib/delegations/words'

const columns = [
  { key: 'delegate', header: 'Delegato' },
  { key: 'kind', header: 'Tipo' },
  { key: 'term', header: 'Quando vale' },
  { key: 'status', header: 'Stato' },
  { key: 'act', header: 'Che cosa puoi fare' },
] as const

const acts = [
  { act: 'suspend', segment: 'sospendi', label: 'Sospendi' },
  { act: 'reinstate', segment: 'riattiva', label: 'Riattiva' },
] as const

type DeskDelegationTableProps = {
  delegations: Awaited<ReturnType<typeof listOfficeDelegations>>['rows']
  /** The address that the acts stand below. */
  home: string
}

export function DeskDelegationTable({ delegations, home }: DeskDelegationTableProps) {
  return (
    <DataTable
      caption="Deleghe"
      quietCaption
      columns={columns}
      rows={delegations.map((delegation) => {
        const can = acts.find(({ act }) => isAllowed(act, 'office', delegation.status))
        return {
          key: delegation.id,
          cells: {
            delegate: (
              <>
                {delegateWords(delegation)}
                {delegation.delegateName !== null && (
                  <span className="answered-facts">C.F. {delegation.delegateCode}</span>
                )}
              </>
            ),
            kind: kindWords(delegation),
            term: termWords(delegation),
            status: <DelegationStatusBadge status={delegation.status} />,
            act: can ? (
              <Link href={`${home}/${delegation.id}/${can.segment}` as Route} prefetch={false}>
                {can.label}
                <span className="visually-hidden"> la delega a {delegateWords(delegation)}</span>
              </Link>
            ) : (
              '–'
            ),
          },
        }
      })}
    />
  )
}
