import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import type { listOfficeContributors } from '@/lib/representatives/queries/contributors'

const columns = [
  { key: 'denomination', header: 'Contribuente' },
  { key: 'codiceFiscale', header: 'Codice fiscale' },
] as const

type ContributorTableProps = { contributors: Awaited<ReturnType<typeof listOfficeContributors>>['rows'] }

export function ContributorTable({ contributors }: ContributorTableProps) {
  return (
    <DataTable
      caption="Contribuenti"
      quietCaption
      columns={columns}
      rows={contributors.map(({ id, denomination, codiceFiscale }) => ({
        key: id,
        cells: {
          denomination: (
            <Link href={`/sede/contribuenti/${id}` as Route} prefetch={false}>
              {denomination}
            </Link>
          ),
          codiceFiscale,
        },
      }))}
    />
  )
}
