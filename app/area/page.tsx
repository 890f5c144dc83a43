import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { type Aim, carry, readAim } from '@/lib/applications/aim'
import { findKind } from '@/lib/applications/kinds'
import { requirePortfolio } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { listChoices, listFavourites, listRecent } from '@/lib/portfolio/queries/contributors'
import { isPosted } from '../posted'
import { type Choice, ChoiceList } from './choice-list'
import { ChoiceSearch } from './choice-search'

export const metadata: Metadata = { title: 'Operi per…' }

/**
 * Whom one acts for: those entered last and the favourites first, then all of them by name, a page at a time. Who has one
 * alone goes straight to it; not who is in a firm, whose own pages are reached from here.
 */
export default async function ChooseContributorPage({ searchParams }: PageProps<'/area'>) {
  const query = await searchParams
  const { dopo } = query
  const aim = readAim(query)
  const after = typeof dopo === 'string' && isUuid(dopo) ? dopo : undefined
  const actor = await requirePortfolio()
  const [page, recent, favourites] = await Promise.all([
    listChoices(actor, { after }),
    after ? [] : listRecent(actor),
    after ? [] : listFavourites(actor),
  ])
  const [only, another] = page.rows
  if (only && !another && !after && !actor.firm && !(await isPosted())) redirect(`/area/${only.id}${carry(aim)}`)
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Operi per…' }]}>
      {only || after ? (
        <>
          <PageTitle lead={aim ? toBegin(aim) : 'Scegli il contribuente: resterà scritto in alto in ogni pagina.'}>
            Operi per…
          </PageTitle>
          <p>
            <Link className="btn btn-primary" href={'/area/tutti' as Route} prefetch={false}>
              Tutti i tuoi contribuenti
            </Link>
          </p>
          <ChoiceSearch search={carry(aim)} />
          <Choices title="Usati di recente" choices={recent} search={carry(aim)} />
          <Choices title="Preferiti" choices={favourites} search={carry(aim)} />
          <Choices title="In ordine alfabetico" choices={page.rows} search={carry(aim)} />
          <Pager
            by="order"
            newerHref={after ? `/area${carry(aim)}` : undefined}
            olderHref={page.next ? `/area${carry(aim, { dopo: page.next })}` : undefined}
          />
        </>
      ) : (
        <>
          <PageTitle>Operi per…</PageTitle>
          <EmptyState
            title="Non risulta nessun contribuente"
            action={
              actor.firm && (
                <Link className="btn btn-primary" href={'/area/tutti/studio' as Route} prefetch={false}>
                  Vai allo studio
                </Link>
              )
            }
          >
            {actor.firm ? (
              noneInFirm[actor.firm.role]
            ) : (
              <>
                Al tuo codice fiscale non è collegato nessun committente. Se ne rappresenti uno, chiedi alla sua sede di
                registrarti come legale rappresentante. Se ti hanno dato una delega, accettala tra gli{' '}
                <Link href={'/inviti' as Route}>inviti</Link>.
              </>
            )}
          </EmptyState>
        </>
      )}
    </PageBody>
  )
}

const noneInFirm = {
  holder:
    'I contribuenti compaiono qui quando una delega allo studio è attiva. Intanto puoi invitare i collaboratori e compilare le deleghe.',
  collaborator: 'I clienti dello studio compaiono qui quando il titolare te li affida con una subdelega.',
}

/** Who came for something is told what they are choosing the contributor for. */
const toBegin = (aim: Aim) =>
  'istanza' in aim
    ? `Scegli per chi presentare l’istanza «${findKind(aim.istanza)!.label}».`
    : 'Scegli per chi scrivere la richiesta.'

function Choices({ title, choices, search }: { title: string; choices: Choice[]; search: string }) {
  if (choices.length === 0) return null
  return (
    <section className="choices">
      <h2>{title}</h2>
      <ChoiceList choices={choices} search={search} />
    </section>
  )
}
