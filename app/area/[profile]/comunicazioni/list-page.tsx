import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { currentContributor, requireContributorSide } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { rightsOf } from '@/lib/contributors/rights'
import { formatCount } from '@/lib/format'
import { maySearch } from '@/lib/limits/search'
import { readFilters, sortOf, toFilters } from '@/lib/notices/filters'
import { listNotices, type NoticeList } from '@/lib/notices/queries/list'
import { parseCursor } from '@/lib/pagination'
import { AreaFrame } from '../area-frame'
import { NoticeFilterForm } from './filters'
import { NoticeTable } from './table'

const lists = {
  unread: {
    voice: 'comunicazioni/da-leggere',
    title: 'Comunicazioni irregolarità da leggere',
    lead: 'Quelle che nessuno ha ancora aperto per il contribuente. Gli importi si vedono dopo la lettura.',
    empty: 'Non ci sono comunicazioni da leggere',
    rest: 'Quando la sede ne pubblica una la trovi qui, e un avviso te lo ricorda in ogni pagina.',
  },
  read: {
    voice: 'comunicazioni/lette',
    title: 'Comunicazioni irregolarità lette',
    lead: 'Quelle già aperte, con il loro stato e il termine. Restano qui, sempre uguali.',
    empty: 'Nessuna comunicazione letta',
    rest: 'Dopo la prima lettura una comunicazione passa qui e ci resta.',
  },
} satisfies Record<NoticeList, Record<string, string>>

/** A partial delegate opens none of them. */
const leadForPart =
  'Riguardano tutta la posizione: la tua delega è parziale, perciò ne vedi chi le manda, il periodo e il termine, non il contenuto.'

/** How many there are stands first in the title too: it is what one sees of a page left open. */
export async function listTitle(list: NoticeList, profile: string) {
  const { unreadNotices, readNotices } = await currentContributor(await requireContributorSide(profile))
  const count = list === 'unread' ? unreadNotices : readNotices
  return count > 0 ? `(${formatCount(count)}) ${lists[list].title}` : lists[list].title
}

type NoticeListPageProps = { list: NoticeList; profile: string; query: Record<string, string | string[] | undefined> }

/** The two lists of notices: same filters, same table, and amounts only in the second. */
export async function NoticeListPage({ list, profile, query }: NoticeListPageProps) {
  const actor = await requireContributorSide(profile)
  const { partial } = rightsOf[actor.title]
  const address = readFilters(query)
  const sort = sortOf(address)
  const { voice, title, lead, empty, rest } = lists[list]
  const home = `/area/${profile}/${voice}`
  const searched = !address.parole || (await maySearch(actor))
  const today = romeDate(new Date())
  const filters = toFilters(searched ? address : { ...address, parole: undefined })
  const page = await listNotices(actor, { list, sort, ...filters }, parseCursor(query.dopo), today)
  const { ordine, ...narrowing } = address
  const narrowed = Object.values(narrowing).some(Boolean)
  const addressOf = (extra: Record<string, string>) => {
    const kept = Object.entries({ ...narrowing, ordine, ...extra }).filter(
      (pair): pair is [string, string] => !!pair[1],
    )
    return kept.length > 0 ? `${home}?${new URLSearchParams(kept)}` : home
  }
  return (
    <AreaFrame actor={actor} voice={voice} trail={[{ label: title }]}>
      <PageTitle lead={partial ? leadForPart : lead}>{title}</PageTitle>
      {!searched && (
        <Alert tone="warning" title="Troppe ricerche">
          Hai cercato molte volte in poco tempo: le parole non sono state usate. Riprova tra un minuto.
        </Alert>
      )}
      <NoticeFilterForm filters={address} home={home} />
      {page.rows.length > 0 ? (
        <NoticeTable notices={page.rows} list={list} sealed={partial} caption={title} profile={profile} today={today} />
      ) : narrowed || query.dopo ? (
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
        newerHref={query.dopo ? addressOf({}) : undefined}
        olderHref={page.next ? addressOf({ dopo: page.next }) : undefined}
      />
    </AreaFrame>
  )
}
