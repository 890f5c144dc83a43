import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requireContributorSide } from '@/lib/auth/session'
import { listDrafts } from '@/lib/drafts/queries'
import { parseCursor } from '@/lib/pagination'
import { readFilters, toFilters } from '@/lib/requests/filters'
import { listRequests } from '@/lib/requests/queries/list'
import { maySearch } from '@/lib/limits/search'
import { listAreas } from '@/lib/topics/queries'
import { AreaFrame } from '../area-frame'
import { DraftList } from './draft-list'
import { RequestFilterForm } from './filters'
import { RequestTable } from './table'

export const metadata: Metadata = { title: 'Lista richieste' }

export default async function RequestsPage({ params, searchParams }: PageProps<'/area/[profile]/richieste'>) {
  const { profile } = await params
  const query = await searchParams
  const actor = await requireContributorSide(profile)
  const filters = readFilters(query)
  const home = `/area/${profile}/richieste`
  const searched = !filters.parole || (await maySearch(actor))
  const [areas, drafts, page] = await Promise.all([
    listAreas(actor),
    listDrafts(actor),
    listRequests(actor, toFilters(searched ? filters : { ...filters, parole: undefined }), parseCursor(query.dopo)),
  ])
  const narrowed = Object.values(filters).some(Boolean)
  const addressOf = (extra: Record<string, string>) =>
    `${home}?${new URLSearchParams({ ...(filters as Record<string, string>), ...extra })}`
  return (
    <AreaFrame actor={actor} voice="richieste" trail={[{ label: 'Lista richieste' }]}>
      <PageTitle lead="Le richieste inviate alla sede, dalla più recente, con lo stato e le risposte.">
        Lista richieste
      </PageTitle>
      {query.bozza === 'eliminata' && <Alert tone="success">La bozza è stata eliminata.</Alert>}
      {!searched && (
        <Alert tone="warning" title="Troppe ricerche">
          Hai cercato molte volte in poco tempo: le parole non sono state usate. Riprova tra un minuto.
        </Alert>
      )}
      <DraftList drafts={drafts} profile={profile} />
      <RequestFilterForm areas={areas} filters={filters} home={home} />
      {page.rows.length > 0 ? (
        <RequestTable requests={page.rows} profile={profile} />
      ) : narrowed || query.dopo ? (
        <EmptyState
          title="Nessuna richiesta con questi filtri"
          action={
            <Link className="btn btn-outline-primary" href={home as Route}>
              Togli i filtri
            </Link>
          }
        >
          Prova con altre parole, un periodo più lungo o senza stato.
        </EmptyState>
      ) : (
        <EmptyState
          title="Non hai ancora inviato richieste"
          action={
            <Link className="btn btn-primary" href={`${home}/nuova` as Route}>
              Nuova richiesta
            </Link>
          }
        >
          Quando ne invii una la trovi qui, con il protocollo, lo stato e le risposte della sede.
        </EmptyState>
      )}
      <Pager
        newerHref={query.dopo ? addressOf({}) : undefined}
        olderHref={page.next ? addressOf({ dopo: page.next }) : undefined}
      />
      <p>
        <Link href={`/area/${profile}/cronologia` as Route} prefetch={false}>
          Richieste e istanze insieme, in ordine di tempo
        </Link>
      </p>
    </AreaFrame>
  )
}
