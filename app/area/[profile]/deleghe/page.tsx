import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requireContributorSide } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { rightsOf } from '@/lib/contributors/rights'
import { countDelegations, type DelegationList, listDelegations } from '@/lib/delegations/queries/contributor'
import { formatCount } from '@/lib/format'
import { parseCursor } from '@/lib/pagination'
import { AreaFrame } from '../area-frame'
import { DelegationTable } from './table'

export const metadata: Metadata = { title: 'Deleghe' }

const lists: { list: DelegationList; value: string; label: string; none: string }[] = [
  { list: 'active', value: 'attive', label: 'Attive', none: 'Nessuna delega attiva' },
  { list: 'waiting', value: 'in-attesa', label: 'In attesa', none: 'Nessuna delega in attesa' },
  { list: 'suspended', value: 'sospese', label: 'Sospese', none: 'Nessuna delega sospesa' },
  { list: 'ended', value: 'concluse', label: 'Concluse', none: 'Nessuna delega conclusa' },
]

export default async function DelegationsPage({ params, searchParams }: PageProps<'/area/[profile]/deleghe'>) {
  const { profile } = await params
  const { elenco, dopo } = await searchParams
  const actor = await requireContributorSide(profile)
  if (!rightsOf[actor.title].delegates) notFound()
  const chosen = lists.find(({ value }) => value === elenco) ?? lists[0]!
  const [counts, page] = await Promise.all([
    countDelegations(actor),
    listDelegations(actor, chosen.list, parseCursor(dopo)),
  ])
  const home = `/area/${profile}/deleghe`
  const addressOf = (value: string, after?: string) =>
    `${home}?${new URLSearchParams({ elenco: value, ...(after && { dopo: after }) })}`
  const canSend = actor.pinLevel === 'dispositivo'
  return (
    <AreaFrame actor={actor} voice="deleghe" trail={[{ label: 'Deleghe' }]}>
      <PageTitle lead="Chi può operare per te: consulenti, intermediari e altre persone di fiducia. Puoi revocare una delega in ogni momento, e vale subito.">
        Deleghe
      </PageTitle>
      {canSend ? (
        <p>
          <Link className="btn btn-primary" href={`${home}/nuova` as Route} prefetch={false}>
            Conferisci una delega
          </Link>
        </p>
      ) : (
        <PinOnlineNotice />
      )}
      <nav aria-label="Deleghe per stato">
        <ul className="list-tabs">
          {lists.map(({ list, value, label }) => (
            <li key={value}>
              <Link
                href={addressOf(value) as Route}
                prefetch={false}
                aria-current={list === chosen.list ? 'page' : undefined}
              >
                {label} ({formatCount(counts[list])})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {page.rows.length === 0 ? (
        <EmptyState title={chosen.none}>
          {chosen.list === 'active'
            ? 'Per far operare un’altra persona al posto tuo, conferiscile una delega: varrà quando l’accetta.'
            : 'Qui compaiono le deleghe in questo stato.'}
        </EmptyState>
      ) : (
        <DelegationTable
          delegations={page.rows}
          caption={`Deleghe: ${chosen.label.toLowerCase()}`}
          profile={profile}
          today={romeDate(new Date())}
          revocable={canSend && (chosen.list === 'active' || chosen.list === 'suspended')}
        />
      )}
      <Pager
        newerHref={dopo ? addressOf(chosen.value) : undefined}
        olderHref={page.next && addressOf(chosen.value, page.next)}
      />
      <p className="text-muted">Di ogni delega conserviamo tutto fino a cinque anni dopo la sua fine.</p>
    </AreaFrame>
  )
}
