import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requirePortfolio } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { listChoices, listFavourites, listRecent } from '@/lib/portfolio/queries/contributors'
import { isPosted } from '../posted'
import { type Choice, ChoiceList } from './choice-list'
import { ChoiceSearch } from './choice-search'

export const metadata: Metadata = { title: 'Operi per…' }

/** Whom one acts for: those entered last and the favourites first, then all of them by name, a page at a time. */
export default async function ChooseContributorPage({ searchParams }: PageProps<'/area'>) {
  const { dopo } = await searchParams
  const after = typeof dopo === 'string' && isUuid(dopo) ? dopo : undefined
  const actor = await requirePortfolio()
  const [page, recent, favourites] = await Promise.all([
    listChoices(actor, { after }),
    after ? [] : listRecent(actor),
    after ? [] : listFavourites(actor),
  ])
  const [only, another] = page.rows
  if (only && !another && !after && !(await isPosted())) redirect(`/area/${only.id}`)
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Operi per…' }]}>
      {only || after ? (
        <>
          <PageTitle lead="Scegli il contribuente: resterà scritto in alto in ogni pagina.">Operi per…</PageTitle>
          <p>
            <Link className="btn btn-primary" href={'/area/tutti' as Route} prefetch={false}>
              Tutti i tuoi contribuenti
            </Link>
          </p>
          <ChoiceSearch />
          <Choices title="Usati di recente" choices={recent} />
          <Choices title="Preferiti" choices={favourites} />
          <Choices title="In ordine alfabetico" choices={page.rows} />
          <Pager
            by="order"
            newerHref={after ? '/area' : undefined}
            olderHref={page.next ? `/area?dopo=${page.next}` : undefined}
          />
        </>
      ) : (
        <>
          <PageTitle>Operi per…</PageTitle>
          <EmptyState title="Non risulta nessun contribuente">
            Al tuo codice fiscale non è collegato nessun committente. Se ne rappresenti uno, chiedi alla sua sede di
            registrarti come legale rappresentante. Se ti hanno dato una delega, accettala tra gli{' '}
            <Link href={'/inviti' as Route}>inviti</Link>.
          </EmptyState>
        </>
      )}
    </PageBody>
  )
}

function Choices({ title, choices }: { title: string; choices: Choice[] }) {
  if (choices.length === 0) return null
  return (
    <section className="choices">
      <h2>{title}</h2>
      <ChoiceList choices={choices} />
    </section>
  )
}
