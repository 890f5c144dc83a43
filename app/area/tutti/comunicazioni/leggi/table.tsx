import { DataTable } from '@/components/data-table'
import type { AccessTitle } from '@/db/vocabulary'
import { titleLabels } from '@/lib/contributors/titles'
import { formatCount } from '@/lib/format'

type Party = {
  contributorId: string
  denomination: string
  codiceFiscale: string
  title: AccessTitle
  /** Readings to record, and notices left out. */
  readings: number
  read: number
  excluded: number
}

const columns = [
  { key: 'contributor', header: 'Contribuente' },
  { key: 'codiceFiscale', header: 'Codice fiscale' },
  { key: 'title', header: 'Leggi come' },
  { key: 'readings', header: 'Letture', numeric: true },
  { key: 'rest', header: 'Senza lettura' },
] as const

/** For whom, and under which title, how many readings. */
export function ReadingsTable({ parties }: { parties: Party[] }) {
  return (
    <DataTable
      caption="Letture per contribuente"
      quietCaption
      columns={columns}
      rows={parties.map(({ contributorId, denomination, codiceFiscale, title, readings, read, excluded }) => ({
        key: contributorId,
        cells: {
          contributor: denomination,
          codiceFiscale,
          title: titleLabels[title],
          readings: formatCount(readings),
          rest:
            [
              excluded > 0 && `${formatCount(excluded)}: delega parziale, restano da leggere`,
              read > 0 && `${formatCount(read)}: già lette, o ritirate dalla sede`,
            ]
              .filter(Boolean)
              .join('; ') || 'Nessuna',
        },
      }))}
    />
  )
}
