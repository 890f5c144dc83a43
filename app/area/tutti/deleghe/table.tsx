import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import type { DelegationStatus } from '@/db/vocabulary'
import type { OwnDelegation } from '@/lib/delegations/queries/delegate'
import { channelLabels } from '@/lib/delegations/status'
import { expiringWords, kindWords } from '@/lib/delegations/words'
import { DelegationStatusBadge } from '@/components/delegation-status'

const columns = [
  { key: 'contributor', header: 'Contribuente' },
  { key: 'code', header: 'Codice fiscale' },
  { key: 'kind', header: 'Tipo' },
  { key: 'status', header: 'Stato' },
  { key: 'startsOn', header: 'Dal' },
  { key: 'endsOn', header: 'Al' },
]
const standing = new Set<DelegationStatus>(['proposed', 'awaiting_signature', 'active', 'suspended'])
const choice = { key: 'choice', header: 'Scegli' }

type DelegationTableProps = {
  delegations: OwnDelegation[]
  /** ISO, in Rome. */
  today: string
  /** Each row has a box named `d`: the table stands in a form. */
  choosing?: boolean
}

export function DelegationTable({ delegations, today, choosing = false }: DelegationTableProps) {
  return (
    <DataTable
      caption="Deleghe"
      quietCaption
      columns={choosing ? [...columns, choice] : columns}
      rows={delegations.map((one) => ({
        key: one.id,
        cells: {
          contributor: (
            <Link href={`/area/tutti/deleghe/${one.id}` as Route} prefetch={false}>
              {one.denomination}
            </Link>
          ),
          code: one.codiceFiscale,
          kind: `${kindWords(one)}, ${channelLabels[one.channel].toLowerCase()}`,
          status: (
            <>
              <DelegationStatusBadge status={one.status} />
              <Expiring delegation={one} today={today} />
            </>
          ),
          startsOn: <DateTime at={one.startsOn} show="day" />,
          endsOn: <LastDay {...one} />,
          choice: (
            <input type="checkbox" name="d" value={one.id} aria-label={`Scegli la delega di ${one.denomination}`} />
          ),
        },
      }))}
    />
  )
}

/** One that has ended, or never began, is not without an end. */
function LastDay({ status, endsOn }: OwnDelegation) {
  if (endsOn) return <DateTime at={endsOn} show="day" />
  return standing.has(status) ? 'Senza scadenza' : '–'
}

function Expiring({ delegation: { status, endsOn }, today }: { delegation: OwnDelegation; today: string }) {
  const words = status === 'active' ? expiringWords(endsOn, today) : undefined
  return words && <span className="fresh-mark">{words}</span>
}
