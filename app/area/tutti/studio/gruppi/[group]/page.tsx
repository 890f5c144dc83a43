import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { openWords, sealedAddress } from '@/lib/auth/sealed-words'
import { requirePortfolio } from '@/lib/auth/session'
import { readAfter, readClientFilters } from '@/lib/firms/filters'
import { isHolder } from '@/lib/firms/policy'
import { countClients, listClients } from '@/lib/firms/queries/clients'
import { findGroup } from '@/lib/firms/queries/groups'
import { formatCount } from '@/lib/format'
import { isUuid } from '@/lib/identifiers/uuid'
import { ClientSearch } from '../../../clienti/search'
import { PortfolioFrame } from '../../../portfolio-frame'
import { addToGroupAction, removeFromGroupAction, removeGroupAction } from '../../action'
import { RenameGroupForm } from '../../text-form'
import { TickedForm } from '../../ticked-form'
import { GroupClients } from './clients'

export const metadata: Metadata = { title: 'Gruppo di clienti' }

export default async function GroupPage({ params, searchParams }: PageProps<'/area/tutti/studio/gruppi/[group]'>) {
  const { group: id } = await params
  const query = await searchParams
  const actor = await requirePortfolio()
  const group = isUuid(id) ? await findGroup(actor, id) : undefined
  if (!group) notFound()
  const changes = isHolder(actor)
  const adding = changes && query.vista === 'aggiungi'
  const { parole } = readClientFilters({ ...query, parole: openWords(query.parole) })
  const place = adding ? { outside: id } : { groupId: id }
  const [page, outside] = await Promise.all([
    listClients(actor, { ...place, words: parole }, readAfter(query)),
    changes ? countClients(actor, { outside: id }) : 0,
  ])
  const home = `/area/tutti/studio/gruppi/${id}`
  const addressOf = (extra: Record<string, string>) =>
    sealedAddress(home, { ...(adding && { vista: 'aggiungi' }), parole, ...extra }, 'parole')
  return (
    <PortfolioFrame
      actor={actor}
      voice="studio"
      trail={[{ label: 'Studio', href: '/area/tutti/studio' }, { label: group.name }]}
    >
      <PageTitle lead="Chi è subdelegato per questo gruppo può operare per i suoi clienti, e per nessun altro.">
        Gruppo {group.name}
      </PageTitle>
      {actor.firm?.role === 'holder' && !changes && <PinOnlineNotice />}
      {changes && (
        <nav aria-label="Clienti del gruppo">
          <ul className="list-tabs">
            <li>
              <Link href={home as Route} aria-current={adding ? undefined : 'page'} prefetch={false}>
                Nel gruppo ({formatCount(group.clients)})
              </Link>
            </li>
            <li>
              <Link
                href={`${home}?vista=aggiungi` as Route}
                aria-current={adding ? 'page' : undefined}
                prefetch={false}
              >
                Aggiungi clienti ({formatCount(outside)})
              </Link>
            </li>
          </ul>
        </nav>
      )}
      <ClientSearch home={home} filters={{ parole }} hidden={adding ? { vista: 'aggiungi' } : {}} />
      {page.rows.length === 0 ? (
        <p>
          {parole
            ? 'Nessun cliente con queste parole.'
            : adding
              ? 'Tutti i clienti sono nel gruppo.'
              : 'Nessun cliente nel gruppo.'}
        </p>
      ) : changes ? (
        <TickedForm
          key={adding ? 'in' : 'out'}
          action={adding ? addToGroupAction : removeFromGroupAction}
          hidden={{ groupId: id }}
          button={adding ? 'Metti nel gruppo i clienti scelti' : 'Togli dal gruppo i clienti scelti'}
        >
          <GroupClients clients={page.rows} choosing />
        </TickedForm>
      ) : (
        <GroupClients clients={page.rows} />
      )}
      <Pager
        by="order"
        newerHref={query.dopo ? addressOf({}) : undefined}
        olderHref={page.next ? addressOf({ dopo: page.next }) : undefined}
      />
      {changes && (
        <>
          <h2>Cambia il nome</h2>
          <RenameGroupForm groupId={id} name={group.name} />
          <h2>Elimina il gruppo</h2>
          <p>I clienti restano. Un gruppo per cui qualcuno è subdelegato non si può eliminare.</p>
          <OneButtonForm action={removeGroupAction} hidden={{ groupId: id }} look="danger">
            Elimina il gruppo
          </OneButtonForm>
        </>
      )}
    </PortfolioFrame>
  )
}
