import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { openWords, sealedAddress } from '@/lib/auth/sealed-words'
import { requirePortfolio } from '@/lib/auth/session'
import { readAfter, readClientFilters, toClientFilters } from '@/lib/firms/filters'
import { countClients, listClients } from '@/lib/firms/queries/clients'
import { listGroups } from '@/lib/firms/queries/groups'
import { listColleagues } from '@/lib/firms/queries/people'
import { formatCount } from '@/lib/format'
import { PortfolioFrame } from '../portfolio-frame'
import { ClientSearch } from './search'
import { ClientTable } from './table'

export const metadata: Metadata = { title: 'Clienti' }

const home = '/area/tutti/clienti'

export default async function ClientsPage({ searchParams }: PageProps<'/area/tutti/clienti'>) {
  const query = await searchParams
  const actor = await requirePortfolio()
  if (!actor.firm) notFound()
  const filters = readClientFilters({ ...query, parole: openWords(query.parole) })
  const [page, count, groups, colleagues] = await Promise.all([
    listClients(actor, toClientFilters(filters), readAfter(query)),
    countClients(actor, toClientFilters(filters)),
    listGroups(actor),
    listColleagues(actor),
  ])
  const narrowed = Object.values(filters).some(Boolean)
  const addressOf = (extra: Record<string, string>) => sealedAddress(home, { ...filters, ...extra }, 'parole')
  return (
    <PortfolioFrame actor={actor} voice="clienti" trail={[{ label: 'Clienti' }]}>
      <PageTitle lead="I contribuenti per cui operi con le deleghe dello studio, con il vostro codice, chi li segue e le vostre note. Lo vede soltanto lo studio.">
        Clienti
      </PageTitle>
      <ClientSearch home={home} filters={filters} groups={groups} colleagues={colleagues} />
      {page.rows.length > 0 ? (
        <>
          <p>{count === 1 ? '1 cliente' : `${formatCount(count)} clienti`}</p>
          <ClientTable clients={page.rows} />
        </>
      ) : (
        <EmptyState
          title={narrowed ? 'Nessun cliente con questi filtri' : 'Non hai ancora clienti nello studio'}
          action={
            narrowed ? (
              <Link className="btn btn-outline-primary" href={home as Route}>
                Togli i filtri
              </Link>
            ) : undefined
          }
        >
          {narrowed
            ? 'Prova con altre parole, o senza gruppo.'
            : 'Li trovi qui quando una delega allo studio è attiva e, se sei un collaboratore, sei subdelegato.'}
        </EmptyState>
      )}
      <Pager
        by="order"
        newerHref={query.dopo ? addressOf({}) : undefined}
        olderHref={page.next ? addressOf({ dopo: page.next }) : undefined}
      />
    </PortfolioFrame>
  )
}
