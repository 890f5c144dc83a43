import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { RequestFilterForm } from '@/app/area/[profile]/richieste/filters'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requirePortfolio } from '@/lib/auth/session'
import { maySearch } from '@/lib/limits/search'
import { parseCursor } from '@/lib/pagination'
import { readNarrowing, toNarrowing } from '@/lib/portfolio/filters'
import { countAllRequests } from '@/lib/portfolio/queries/counts'
import { listAllRequests } from '@/lib/portfolio/queries/requests'
import { readFilters, toFilters } from '@/lib/requests/filters'
import { listAreas } from '@/lib/topics/queries'
import { addressOf, filledOf, NarrowedTo, NarrowingFields } from '../narrowing'
import { portfolioHome, PortfolioFrame } from '../portfolio-frame'
import { PortfolioSelection } from '../selezione/portfolio-selection'
import { currentFirm } from '../totals'
import { AllRequestsTable } from './table'

export const metadata: Metadata = { title: 'Lista richieste di tutti i contribuenti' }

const home = `${portfolioHome}/richieste`

export default async function AllRequestsPage({ searchParams }: PageProps<'/area/tutti/richieste'>) {
  const query = await searchParams
  const actor = await requirePortfolio()
  const address = readFilters(query)
  const { contribuente, gruppo } = readNarrowing(query)
  const searched = !address.parole || (await maySearch(actor))
  const after = parseCursor(query.dopo)
  const asked = {
    ...toFilters(searched ? address : { ...address, parole: undefined }),
    ...toNarrowing({ contribuente, gruppo }),
  }
  const [areas, page, counted] = await Promise.all([
    listAreas(actor),
    listAllRequests(actor, asked, after),
    countAllRequests(actor, asked),
    currentFirm(),
  ])
  const whole = !after && !page.next
  const total = whole ? page.rows.length : counted
  const filters = { ...address, contribuente, gruppo }
  const shown = addressOf('/richieste', { ...filters, dopo: after && `${after.value}_${after.id}` })
  return (
    <PortfolioFrame actor={actor} voice="richieste" trail={[{ label: 'Lista richieste' }]}>
      <PageTitle lead="Le richieste inviate per tutti i tuoi contribuenti, dalla più recente, con lo stato e le risposte.">
        Lista richieste
      </PageTitle>
      {!searched && (
        <Alert tone="warning" title="Troppe ricerche">
          Hai cercato molte volte in poco tempo: le parole non sono state usate. Riprova tra un minuto.
        </Alert>
      )}
      <RequestFilterForm areas={areas} filters={filters} home={home}>
        <NarrowingFields address={{ contribuente, gruppo }} />
      </RequestFilterForm>
      <NarrowedTo
        actor={actor}
        address={{ contribuente }}
        allHref={addressOf(home, { ...filters, contribuente: undefined })}
      />
      {page.rows.length > 0 ? (
        <PortfolioSelection actor={actor} list="requests" total={total} filters={filledOf(filters)}>
          <AllRequestsTable requests={page.rows} from={shown} />
        </PortfolioSelection>
      ) : Object.values(filters).some(Boolean) || after ? (
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
          title="Non c’è ancora nessuna richiesta"
          action={
            <Link className="btn btn-primary" href={`${home}/nuova` as Route}>
              Nuova richiesta
            </Link>
          }
        >
          Quando ne invii una per uno dei tuoi contribuenti la trovi qui, con lo stato e le risposte della sede.
        </EmptyState>
      )}
      <Pager
        newerHref={after ? addressOf(home, filters) : undefined}
        olderHref={page.next ? addressOf(home, { ...filters, dopo: page.next }) : undefined}
      />
    </PortfolioFrame>
  )
}
