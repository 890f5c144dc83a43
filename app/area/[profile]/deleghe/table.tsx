import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DelegationStatusBadge } from '@/components/delegation-status'
import { SubmitButton } from '@/components/form/submit-button'
import type { ListedDelegation } from '@/lib/delegations/queries/contributor'
import { channelLabels } from '@/lib/delegations/status'
import { delegateWords, expiringWords, kindWords, termWords } from '@/lib/delegations/words'

const columns = [
  { key: 'delegate', header: 'Delegato' },
  { key: 'kind', header: 'Tipo' },
  { key: 'channel', header: 'Diretta o indiretta' },
  { key: 'term', header: 'Quando vale' },
  { key: 'status', header: 'Stato' },
] as const
const chosen = { key: 'chosen', header: 'Scegli' }

type DelegationTableProps = {
  delegations: ListedDelegation[]
  caption: string
  profile: string
  today: string
  /** With a box on each row, and one button that revokes those ticked after a last look. */
  revocable: boolean
}

export function DelegationTable({ delegations, caption, profile, today, revocable }: DelegationTableProps) {
  const home = `/area/${profile}/deleghe`
  const table = (
    <DataTable
      caption={caption}
      quietCaption
      columns={revocable ? [...columns, chosen] : columns}
      rows={delegations.map((delegation) => {
        const expiring = delegation.status === 'active' && expiringWords(delegation.endsOn, today)
        const delegate = delegateWords(delegation)
        return {
          key: delegation.id,
          fresh: Boolean(expiring),
          cells: {
            delegate: (
              <>
                <Link href={`${home}/${delegation.id}` as Route} prefetch={false}>
                  {delegate}
                </Link>
                {delegation.delegateName !== null && (
                  <span className="answered-facts">C.F. {delegation.delegateCode}</span>
                )}
              </>
            ),
            kind: kindWords(delegation),
            channel: channelLabels[delegation.channel],
            term: (
              <>
                {termWords(delegation)}
                {expiring && <span className="fresh-mark">{expiring}</span>}
              </>
            ),
            status: <DelegationStatusBadge status={delegation.status} />,
            chosen: (
              <div className="form-check">
                <input type="checkbox" name="delega" value={delegation.id} id={`scelta-${delegation.id}`} />
                <label htmlFor={`scelta-${delegation.id}`}>
                  Da revocare<span className="visually-hidden">: {delegate}</span>
                </label>
              </div>
            ),
          },
        }
      })}
    />
  )
  if (!revocable) return table
  return (
    <form action={`${home}/revoca`} method="get">
      {table}
      <SubmitButton look="danger">Revoca quelle scelte</SubmitButton>
      <p className="form-text">Prima di revocare ti mostriamo chi non potrà più operare.</p>
    </form>
  )
}
