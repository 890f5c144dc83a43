import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/empty-state'
import { SubmitButton } from '@/components/form/submit-button'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { openWords, sealedAddress } from '@/lib/auth/sealed-words'
import { requirePortfolio } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { readOwnFilters } from '@/lib/delegations/delegate-filters'
import { countOwnDelegations, countToValidate, listOwnDelegations } from '@/lib/delegations/queries/delegate'
import { formatCount } from '@/lib/format'
import { parseCursor } from '@/lib/pagination'
import { PortfolioFrame } from '../portfolio-frame'
import { DelegationFilters } from './filters'
import { DelegationLists, listLabels } from './lists'
import { DelegationTable } from './table'

export const metadata: Metadata = { title: 'Deleghe' }

const home = '/area/tutti/deleghe'

export default async function DelegationsPage({ searchParams }: PageProps<'/area/tutti/deleghe'>) {
  const query = await searchParams
  const actor = await requirePortfolio()
  const filters = readOwnFilters({ ...query, parole: openWords(query.parole) })
  const holder = actor.firm?.role === 'holder'
  const validating = holder && filters.stato === 'da-validare'
  const [page, counts, toValidate] = await Promise.all([
    listOwnDelegations(actor, filters, parseCursor(query.dopo)),
    countOwnDelegations(actor),
    validating ? countToValidate(actor) : 0,
  ])
  const addressOf = (extra: Record<string, string>) => sealedAddress(home, { ...filters, ...extra }, 'parole')
  const today = romeDate(new Date())
  return (
    <PortfolioFrame
      actor={actor}
      voice="deleghe"
      trail={
        filters.stato
          ? [{ label: 'Deleghe', href: home }, { label: listLabels[filters.stato] }]
          : [{ label: 'Deleghe' }]
      }
    >
      <PageTitle lead="Le deleghe con cui operi per i contribuenti: da quando, fino a quando e per che cosa.">
        Deleghe
      </PageTitle>
      {holder && (
        <div className="button-row no-print">
          <Link className="btn btn-primary" href={`${home}/nuova` as Route}>
            Compila una delega
          </Link>
          <Link className="btn btn-outline-primary" href={`${home}/importa` as Route}>
            Carica un file di deleghe
          </Link>
        </div>
      )}
      <p>
        Le deleghe che un contribuente ti propone aspettano la tua risposta tra gli{' '}
        <Link href={'/inviti' as Route}>inviti</Link>.
      </p>
      <DelegationLists home={home} current={filters.stato} counts={counts} />
      <DelegationFilters filters={filters} home={home} />
      {page.rows.length === 0 ? (
        <NoDelegations narrowed={Boolean(filters.stato ?? filters.parole ?? query.dopo)} />
      ) : validating ? (
        <form action={`${home}/valida`} method="get">
          <DelegationTable delegations={page.rows} today={today} choosing />
          <div className="button-row">
            <SubmitButton>Valida quelle scelte</SubmitButton>
            {toValidate > page.rows.length && (
              <Link className="btn btn-outline-primary" href={`${home}/valida?tutte=1` as Route} prefetch={false}>
                Valida tutte le {formatCount(toValidate)}
              </Link>
            )}
          </div>
        </form>
      ) : (
        <DelegationTable delegations={page.rows} today={today} />
      )}
      <Pager
        by="order"
        newerHref={query.dopo ? addressOf({}) : undefined}
        olderHref={page.next ? addressOf({ dopo: page.next }) : undefined}
      />
    </PortfolioFrame>
  )
}

const NoDelegations = ({ narrowed }: { narrowed: boolean }) =>
  narrowed ? (
    <EmptyState
      title="Nessuna delega qui"
      action={
        <Link className="btn btn-outline-primary" href={home as Route}>
          Mostra tutte le deleghe
        </Link>
      }
    >
      Prova con un altro nome o codice fiscale, o in un altro elenco.
    </EmptyState>
  ) : (
    <EmptyState title="Non hai ancora deleghe">
      Quando un contribuente te ne dà una, e tu la accetti o la validi, la trovi qui.
    </EmptyState>
  )
