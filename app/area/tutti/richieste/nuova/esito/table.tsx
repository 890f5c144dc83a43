import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'

type Item = {
  contributorId: string
  denomination: string
  codiceFiscale: string
  requestId: string
  protocollo: string | null
  error: string | null
}

const columns = [
  { key: 'contributor', header: 'Contribuente' },
  { key: 'codiceFiscale', header: 'Codice fiscale' },
  { key: 'outcome', header: 'Esito' },
] as const

/** A row for each contributor, however many they are. */
export function OutcomeTable({ items }: { items: Item[] }) {
  return (
    <DataTable
      caption="Esito per contribuente"
      quietCaption
      columns={columns}
      rows={items.map(({ contributorId, denomination, codiceFiscale, requestId, protocollo, error }) => ({
        key: contributorId,
        fresh: protocollo === null,
        cells: {
          contributor: denomination,
          codiceFiscale,
          outcome: protocollo ? (
            <>
              Inviata:{' '}
              <Link href={`/area/${contributorId}/richieste/${requestId}/ricevuta` as Route} prefetch={false}>
                {protocollo}
              </Link>
            </>
          ) : (
            (error ?? 'Ancora da inviare')
          ),
        },
      }))}
    />
  )
}
