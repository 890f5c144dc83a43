import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { titleLabels } from '@/lib/contributors/titles'
import type { ListedAccess } from '@/lib/transparency/queries/accesses'
import { lastMoment } from '@/lib/transparency/last-moment'

const columns = [
  { key: 'person', header: 'Persona' },
  { key: 'title', header: 'A che titolo' },
  { key: 'firm', header: 'Studio' },
  { key: 'from', header: 'Dal' },
  { key: 'to', header: 'Fino al' },
  { key: 'delegation', header: 'Delega' },
] as const

/** Every person with a right, the representatives first. */
export function AccessTable({ accesses, profile }: { accesses: ListedAccess[]; profile: string }) {
  return (
    <DataTable
      caption="Chi può vedere questa posizione"
      quietCaption
      columns={columns}
      rows={accesses.map((access) => ({
        key: access.id,
        cells: {
          person: `${access.firstName} ${access.lastName}${access.own ? ' (tu)' : ''}`,
          title: titleLabels[access.title],
          firm: access.firm ?? '–',
          from: (
            <>
              <DateTime at={access.validFrom} show="day" />
              {!access.open && ' (non ancora attivo)'}
            </>
          ),
          to: access.validTo ? <DateTime at={lastMoment(access.validTo)} show="day" /> : 'Senza scadenza',
          delegation: access.delegationId ? (
            <Link href={`/area/${profile}/deleghe/${access.delegationId}` as Route} prefetch={false}>
              Vedi la delega
              <span className="visually-hidden">
                {' '}
                di {access.firstName} {access.lastName}
              </span>
            </Link>
          ) : (
            '–'
          ),
        },
      }))}
    />
  )
}
