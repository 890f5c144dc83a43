import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { kinds } from '@/lib/applications/kinds'
import { listClosedKinds } from '@/lib/applications/queries/kinds'
import { requireAdmin } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Tipi di istanza' }

const columns = [
  { key: 'label', header: 'Istanza' },
  { key: 'term', header: 'La sede decide entro' },
  { key: 'state', header: 'Si può presentare?' },
] as const

/** What was just done, by the word that stands in the address. */
const said: Record<string, string> = {
  sospesa: 'Sospesa. Chi la sta preparando trova scritto che cosa fare invece; le bozze restano.',
  riaperta: 'Riaperta. Da adesso si può presentare di nuovo.',
}

export default async function ApplicationKindsPage({ searchParams }: PageProps<'/amministrazione/istanze'>) {
  const { fatto } = await searchParams
  const actor = await requireAdmin()
  const closed = await listClosedKinds(actor)
  const done = said[String(fatto)]
  return (
    <PageBody
      trail={[
        { label: 'Il servizio', href: '/' },
        { label: 'Amministrazione', href: '/amministrazione' },
        { label: 'Tipi di istanza' },
      ]}
    >
      <PageTitle lead="Un tipo di istanza si può sospendere: nessuno lo può più presentare finché non lo riapri. Quelle già inviate vanno avanti.">
        Tipi di istanza
      </PageTitle>
      {done && <Alert tone="success">{done}</Alert>}
      <DataTable
        caption="Tipi di istanza"
        quietCaption
        columns={columns}
        rows={kinds.map(({ code, label, term }) => {
          const closure = closed.find(({ kind }) => kind === code)
          return {
            key: code,
            cells: {
              label: (
                <Link href={`/amministrazione/istanze/${code}` as Route} prefetch={false}>
                  {label}
                </Link>
              ),
              term: `${term.days} giorni`,
              state: closure ? (
                <>
                  No, sospesa dal <DateTime at={closure.closedOn} show="day" />
                </>
              ) : (
                'Sì'
              ),
            },
          }
        })}
      />
    </PageBody>
  )
}
