import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { FilterForm } from '@/components/form/filter-form'
import { PageTitle } from '@/components/layout/page-title'
import { requirePortfolio } from '@/lib/auth/session'
import { formatCount } from '@/lib/format'
import { readNarrowing, toNarrowing } from '@/lib/portfolio/filters'
import { countAllHanded } from '@/lib/portfolio/queries/applications'
import { addressOf, NarrowedTo, NarrowingFields } from '../narrowing'
import { portfolioHome, PortfolioFrame } from '../portfolio-frame'
import { currentFirm } from '../totals'
import { HandedList, SentList } from './lists'

export const metadata: Metadata = { title: 'Istanze Online di tutti i contribuenti' }

const home = `${portfolioHome}/istanze`
const sentSlug = 'inviate'

export default async function AllApplicationsPage({ searchParams }: PageProps<'/area/tutti/istanze'>) {
  const query = await searchParams
  const actor = await requirePortfolio()
  const { contribuente, gruppo } = readNarrowing(query)
  const asked = toNarrowing({ contribuente, gruppo })
  const [waiting, { groups }] = await Promise.all([countAllHanded(actor, asked), currentFirm()])
  const filters = { elenco: query.elenco === sentSlug ? sentSlug : undefined, contribuente, gruppo }
  const List = filters.elenco ? SentList : HandedList
  const tabs = [
    { list: undefined, label: `Da inviare (${formatCount(waiting)})` },
    { list: sentSlug, label: 'Inviate' },
  ]
  return (
    <PortfolioFrame actor={actor} voice="istanze" trail={[{ label: 'Istanze Online' }]}>
      <PageTitle lead="Le istanze di tutti i tuoi contribuenti: quelle che ti chiedono di inviare e quelle già inviate.">
        Istanze Online
      </PageTitle>
      <nav aria-label="Istanze per stato">
        <ul className="list-tabs">
          {tabs.map(({ list, label }) => (
            <li key={label}>
              <Link
                href={addressOf(home, { ...filters, elenco: list }) as Route}
                aria-current={list === filters.elenco ? 'page' : undefined}
                prefetch={false}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {groups.length > 0 && (
        <FilterForm
          home={home}
          label="Filtra le istanze"
          chosen={{ contribuente, gruppo }}
          hidden={filters.elenco ? { elenco: filters.elenco } : {}}
        >
          <NarrowingFields address={{ contribuente, gruppo }} />
        </FilterForm>
      )}
      <NarrowedTo
        actor={actor}
        address={{ contribuente }}
        allHref={addressOf(home, { ...filters, contribuente: undefined })}
      />
      <List actor={actor} home={home} asked={asked} filters={filters} dopo={query.dopo} />
    </PortfolioFrame>
  )
}
