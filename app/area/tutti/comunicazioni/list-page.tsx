import type { Route } from 'next'
import Link from 'next/link'
import { NoticeFilterForm } from '@/app/area/[profile]/comunicazioni/filters'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requirePortfolio } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { formatCount } from '@/lib/format'
import { maySearch } from '@/lib/limits/search'
import { readFilters, sortOf, toFilters } from '@/lib/notices/filters'
import type { NoticeList } from '@/lib/notices/queries/list'
import { parseCursor } from '@/lib/pagination'
import { readNarrowing, toNarrowing } from '@/lib/portfolio/filters'
import type { AskedNotices } from '@/lib/portfolio/listed'
import { countAllNotices } from '@/lib/portfolio/queries/counts'
import { listAllNotices } from '@/lib/portfolio/queries/notices'
import { addressOf, filledOf, NarrowedTo, NarrowingFields } from '../narrowing'
import { portfolioHome, PortfolioFrame } from '../portfolio-frame'
import { PortfolioSelection } from '../selezione/portfolio-selection'
import { currentFirm, currentTotals } from '../totals'
import { AllNoticesTable } from './table'

const lists = {
  unread: {
    voice: 'comunicazioni/da-leggere',
    title: 'Comunicazioni irregolarità da leggere',
    lead: 'Quelle che nessuno ha ancora aperto, di tutti i tuoi contribuenti. Gli importi si vedono dopo la lettura.',
    empty: 'Non ci sono comunicazioni da leggere',
    rest: 'Quando la sede ne pubblica una per uno dei tuoi contribuenti la trovi qui.',
  },
  read: {
    voice: 'comunicazioni/lette',
    title: 'Comunicazioni irregolarità lette',
    lead: 'Quelle già aperte, di tutti i tuoi contribuenti, con il loro stato e chi le ha lette.',
    empty: 'Nessuna comunicazione letta',
    rest: 'Dopo la prima lettura una comunicazione passa qui e ci resta.',
  },
} satisfies Record<NoticeList, Record<string, string>>

/** How many there are stands first in the title too: it is what one sees of a page left open. */
export async function listTitle(list: NoticeList) {
  const { unreadNotices, readNotices } = await currentTotals()
  const count = list === 'unread' ? unreadNotices : readNotices
  return count > 0 ? `(${formatCount(count)}) ${lists[list].title}` : lists[list].title
}

type NoticeListPageProps = { list: NoticeList; query: Record<string, string | string[] | undefined> }

/** The two lists of notices over all one's contributors: the filters of a single one, the group and the contributor. */
export async function AllNoticesPage({ list, query }: NoticeListPageProps) {
  const actor = await requirePortfolio()
  const { voice, title, lead, empty, rest } = lists[list]
  const home = `${portfolioHome}/${voice}`
  const address = readFilters(query)
  const { contribuente, gruppo } = readNarrowing(query)
  const sort = sortOf(address)
  const searched = !address.parole || (await maySearch(actor))
  const today = romeDate(new Date())
  const after = parseCursor(query.dopo)
  const asked: AskedNotices = {
    ...toFilters(searched ? address : { ...address, parole: undefined }),
    ...toNarrowing({ contribuente, gruppo }),
    list,
    sort,
  }
  const { ordine, ...narrowing } = { ...address, contribuente, gruppo }
  const filters = { ...narrowing, ordine }
  const narrowed = Object.values(narrowing).some(Boolean)
  const [page, counted, { unreadNotices, readNotices }] = await Promise.all([
    listAllNotices(actor, asked, after, today),
    narrowed ? countAllNotices(actor, asked, today) : undefined,
    currentTotals(),
    currentFirm(),
  ])
  const whole = !after && !page.next
  const all = list === 'unread' ? unreadNotices : readNotices
  const total = whole ? page.rows.length : narrowed ? counted : all
  const shown = addressOf(`/${voice}`, { ...filters, dopo: after && `${after.value}_${after.id}` })
  return (
    <PortfolioFrame actor={actor} voice={voice} trail={[{ label: title }]}>
      <PageTitle lead={lead}>{title}</PageTitle>
      {!searched && (
        <Alert tone="warning" title="Troppe ricerche">
          Hai cercato molte volte in poco tempo: le parole non sono state usate. Riprova tra un minuto.
        </Alert>
      )}
      <NoticeFilterForm filters={filters} home={home}>
        <NarrowingFields address={{ contribuente, gruppo }} />
      </NoticeFilterForm>
      <NarrowedTo
        actor={actor}
        address={{ contribuente }}
        allHref={addressOf(home, { ...filters, contribuente: undefined })}
      />
      {page.rows.length > 0 ? (
        <PortfolioSelection actor={actor} list={list} total={total} filters={filledOf(filters)}>
          <AllNoticesTable notices={page.rows} list={list} caption={title} from={shown} today={today} />
        </PortfolioSelection>
      ) : narrowed || after ? (
        <EmptyState
          title="Nessuna comunicazione con questi filtri"
          action={
            <Link className="btn btn-outline-primary" href={home as Route}>
              Togli i filtri
            </Link>
          }
        >
          Prova con altre parole, un altro periodo o senza stato.
        </EmptyState>
      ) : (
        <EmptyState title={empty}>{rest}</EmptyState>
      )}
      <Pager
        by={sort === 'due' ? 'order' : 'time'}
        newerHref={after ? addressOf(home, filters) : undefined}
        olderHref={page.next ? addressOf(home, { ...filters, dopo: page.next }) : undefined}
      />
    </PortfolioFrame>
  )
}
