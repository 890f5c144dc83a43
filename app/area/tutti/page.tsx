import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requirePortfolio } from '@/lib/auth/session'
import { formatCount } from '@/lib/format'
import { parseDashboardCursor } from '@/lib/portfolio/cursor'
import { readNarrowing, readSort, toNarrowing, toSort } from '@/lib/portfolio/filters'
import { listDashboard } from '@/lib/portfolio/queries/dashboard'
import { DashboardFilterForm } from './dashboard-filters'
import { DashboardTable } from './dashboard-table'
import { addressOf } from './narrowing'
import { portfolioHome, PortfolioFrame } from './portfolio-frame'

export const metadata: Metadata = { title: 'Cruscotto' }

const totalsShown = [
  ['contributors', 'contribuenti'],
  ['unread', 'comunicazioni da leggere'],
  ['soon', 'in scadenza entro 7 giorni'],
  ['later', 'in scadenza entro 30 giorni'],
  ['awaiting', 'richieste in attesa di te'],
  ['replies', 'risposte nuove'],
  ['open', 'richieste aperte'],
] as const

/** Every contributor with its numbers, exact at this moment. */
export default async function DashboardPage({ searchParams }: PageProps<'/area/tutti'>) {
  const query = await searchParams
  const actor = await requirePortfolio()
  const { gruppo, collega } = readNarrowing(query)
  const ordine = readSort(query)
  const after = parseDashboardCursor(query.dopo)
  const asked = { ...toNarrowing({ gruppo, collega }), sort: toSort(ordine) }
  const { totals, rows, next } = await listDashboard(actor, asked, after)
  const address = { gruppo, collega, ordine }
  return (
    <PortfolioFrame actor={actor} voice="" trail={[]}>
      <PageTitle lead="Tutti i tuoi contribuenti con quello che li aspetta. Nell’elenco, ogni numero apre ciò che ha contato.">
        Cruscotto
      </PageTitle>
      <dl className="portfolio-totals">
        {totalsShown.map(([key, words]) => (
          <div key={key}>
            <dt>{words}</dt>
            <dd>{formatCount(totals[key])}</dd>
          </div>
        ))}
      </dl>
      <DashboardFilterForm address={address} home={portfolioHome} />
      {rows.length > 0 ? (
        <>
          <DashboardTable rows={rows} inFirm={actor.firm !== undefined} />
          <p>
            <a href={addressOf(`${portfolioHome}/cruscotto.csv`, { gruppo, collega })} download>
              Scarica l’elenco in CSV
            </a>
          </p>
        </>
      ) : gruppo || collega || after ? (
        <EmptyState
          title="Nessun contribuente con questi filtri"
          action={
            <Link className="btn btn-outline-primary" href={portfolioHome as Route}>
              Togli i filtri
            </Link>
          }
        >
          Prova con un altro gruppo o con un’altra persona.
        </EmptyState>
      ) : (
        <EmptyState title="Non risulta nessun contribuente">
          Quando un contribuente ti dà una delega e tu la accetti, lo trovi qui.
        </EmptyState>
      )}
      <Pager
        by="order"
        newerHref={after ? addressOf(portfolioHome, address) : undefined}
        olderHref={next ? addressOf(portfolioHome, { ...address, dopo: next }) : undefined}
      />
    </PortfolioFrame>
  )
}
