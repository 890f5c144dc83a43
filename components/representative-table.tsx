import type { ReactNode } from 'react'
import type { RepresentativeStatus } from '@/db/vocabulary'
import { termWords } from '@/lib/delegations/words'
import { formatDate } from '@/lib/format'
import { statusLabels } from '@/lib/representatives/status'
import { DataTable } from './data-table'
import { StatusBadge, type StatusTone } from './status-badge'

type Representative = {
  id: string
  codiceFiscale: string
  /** Known once the person has accepted. */
  name: string | null
  status: RepresentativeStatus
  startsOn: string
  endsOn: string | null
  endedAt: Date | null
  /** Null for the office. */
  appointedBy: string | null
  own: boolean
}

type RepresentativeTableProps = {
  representatives: readonly Representative[]
  /** The button that ends one. */
  end: (representative: Representative) => ReactNode
}

const tones: Record<RepresentativeStatus, StatusTone> = {
  proposed: 'waiting',
  active: 'open',
  declined: 'closed',
  ended: 'closed',
}

const columns = [
  { key: 'who', header: 'Persona' },
  { key: 'term', header: 'Quando vale' },
  { key: 'by', header: 'Abilitata da' },
  { key: 'status', header: 'Stato' },
  { key: 'end', header: 'Togli' },
] as const

/** The other representatives of a contributor, those that still count first. */
export function RepresentativeTable({ representatives, end }: RepresentativeTableProps) {
  return (
    <DataTable
      caption="Altri responsabili"
      quietCaption
      columns={columns}
      rows={representatives.map((one) => ({
        key: one.id,
        cells: {
          who: (
            <>
              {one.name ?? one.codiceFiscale}
              {one.own && ' (tu)'}
              {one.name !== null && <span className="answered-facts">C.F. {one.codiceFiscale}</span>}
            </>
          ),
          term: termWords(one),
          by: one.appointedBy ?? 'la sede, con il modulo SC72',
          status: (
            <>
              <StatusBadge tone={tones[one.status]} label={statusLabels[one.status]} />
              {one.endedAt && <span className="answered-facts">il {formatDate(one.endedAt)}</span>}
            </>
          ),
          end: one.status === 'proposed' || one.status === 'active' ? end(one) : '–',
        },
      }))}
    />
  )
}
