import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { EmptyState } from '@/components/empty-state'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requireAdmin } from '@/lib/auth/session'
import { listFirms } from '@/lib/firms/queries/admin'
import { firmKindLabels } from '@/lib/firms/words'
import { formatCount } from '@/lib/format'
import { parseCursor } from '@/lib/pagination'
import { RegisterFirmForm } from './form'

export const metadata: Metadata = { title: 'Studi e associazioni' }

const home = '/amministrazione/studi'
const columns = [
  { key: 'name', header: 'Denominazione' },
  { key: 'kind', header: 'Tipo' },
  { key: 'holder', header: 'Titolare' },
  { key: 'people', header: 'Persone', numeric: true },
  { key: 'at', header: 'Registrato' },
] as const

/** What was just done, by the word that stands in the address. */
const said: Record<string, string> = {
  registrato: 'Registrato. Il titolare trova l’invito sul portale: lo studio è suo da quando lo accetta.',
  titolare: 'Invito pronto. Quello di prima non vale più.',
}

export default async function FirmsPage({ searchParams }: PageProps<'/amministrazione/studi'>) {
  const query = await searchParams
  const actor = await requireAdmin()
  const { rows, next } = await listFirms(actor, parseCursor(query.dopo))
  const done = said[String(query.fatto)]
  return (
    <PageBody
      trail={[
        { label: 'Il servizio', href: '/' },
        { label: 'Amministrazione', href: '/amministrazione' },
        { label: 'Studi e associazioni' },
      ]}
    >
      <PageTitle lead="Gli studi degli intermediari (L. 12/1979) e gli uffici delle associazioni nazionali ammessi al portale.">
        Studi e associazioni
      </PageTitle>
      {done && <Alert tone="success">{done}</Alert>}
      {rows.length > 0 ? (
        <DataTable
          caption="Studi e associazioni"
          quietCaption
          columns={columns}
          rows={rows.map((firm) => ({
            key: firm.id,
            cells: {
              name: (
                <Link href={`${home}/${firm.id}` as Route} prefetch={false}>
                  {firm.denomination}
                </Link>
              ),
              kind: firmKindLabels[firm.kind],
              holder: firm.acceptedAt
                ? firm.holderCode
                : firm.holderCode
                  ? `${firm.holderCode}, deve rispondere`
                  : 'Ha rifiutato: invita un’altra persona',
              people: formatCount(firm.people),
              at: <DateTime at={firm.createdAt} show="day" />,
            },
          }))}
        />
      ) : (
        <EmptyState title="Ancora nessuno studio">Registra il primo qui sotto.</EmptyState>
      )}
      <Pager
        newerHref={query.dopo ? home : undefined}
        olderHref={next ? `${home}?${new URLSearchParams({ dopo: next })}` : undefined}
      />
      <h2>Registra uno studio o un’associazione</h2>
      <RegisterFirmForm key={rows[0]?.id} />
    </PageBody>
  )
}
