import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { RepresentativeTable } from '@/components/representative-table'
import { type SummaryRow, SummaryList } from '@/components/summary-list'
import { requireOfficer } from '@/lib/auth/session'
import { listOfficeDelegations } from '@/lib/delegations/queries/contributor'
import { formatDate } from '@/lib/format'
import { isUuid } from '@/lib/identifiers/uuid'
import { parseCursor } from '@/lib/pagination'
import { listRepresentatives } from '@/lib/representatives/queries/appointments'
import { listTimeline } from '@/lib/requests/queries/timeline'
import { findOfficeContributor, listLegalRepresentatives } from '@/lib/representatives/queries/contributors'
import { DeskFrame } from '../../desk-frame'
import { endRepresentativeAtDeskAction } from './action'
import { DeskDelegationTable } from './delegation-table'
import { DeskTimeline } from './timeline'

export const metadata: Metadata = { title: 'Contribuente' }

type Props = PageProps<'/sede/contribuenti/[contributor]'>

export default async function OfficeContributorPage({ params, searchParams }: Props) {
  const { contributor: id } = await params
  const { dopo, cronologia } = await searchParams
  const actor = await requireOfficer()
  const contributor = isUuid(id) ? await findOfficeContributor(actor, id) : undefined
  if (!contributor) notFound()
  const [legal, representatives, delegations, timeline] = await Promise.all([
    listLegalRepresentatives(actor, id),
    listRepresentatives(actor, id),
    listOfficeDelegations(actor, id, parseCursor(dopo)),
    listTimeline(actor, id, parseCursor(cronologia)),
  ])
  const here = `/sede/contribuenti/${id}`
  return (
    <DeskFrame
      actor={actor}
      voice="/sede/contribuenti"
      trail={[{ label: 'Contribuenti', href: '/sede/contribuenti' }, { label: contributor.denomination }]}
    >
      <PageTitle lead={`C.F. ${contributor.codiceFiscale}`}>{contributor.denomination}</PageTitle>
      <SummaryList rows={legalRows(legal)} />
      <section aria-labelledby="responsabili">
        <h2 id="responsabili">Altri responsabili</h2>
        {representatives.length === 0 ? (
          <p>Nessuno: opera solo il legale rappresentante.</p>
        ) : (
          <RepresentativeTable
            representatives={representatives}
            end={({ id: appointmentId, name, codiceFiscale }) => (
              <OneButtonForm
                action={endRepresentativeAtDeskAction}
                hidden={{ appointmentId }}
                look="danger"
                what={`a ${name ?? codiceFiscale}`}
              >
                Togli l’abilitazione
              </OneButtonForm>
            )}
          />
        )}
        <p>
          <Link className="btn btn-outline-primary" href={`${here}/responsabili/nuovo` as Route} prefetch={false}>
            Abilita con il modulo SC72
          </Link>
        </p>
      </section>
      <section aria-labelledby="deleghe">
        <h2 id="deleghe">Deleghe</h2>
        {delegations.rows.length === 0 ? (
          <EmptyState title="Nessuna delega">Per questo contribuente non è stata data nessuna delega.</EmptyState>
        ) : (
          <DeskDelegationTable delegations={delegations.rows} home={`${here}/deleghe`} />
        )}
        <Pager
          newerHref={dopo ? here : undefined}
          olderHref={delegations.next && `${here}?${new URLSearchParams({ dopo: delegations.next })}`}
        />
      </section>
      <section aria-labelledby="cronologia">
        <h2 id="cronologia">Richieste e istanze</h2>
        {timeline.rows.length === 0 ? (
          <EmptyState title="Nessuna richiesta né istanza">
            {cronologia
              ? 'Non ce ne sono altre: torna alle più recenti.'
              : 'Qui trovi insieme quelle che arrivano alle tue unità.'}
          </EmptyState>
        ) : (
          <DeskTimeline rows={timeline.rows} />
        )}
        <Pager
          label="Pagine di richieste e istanze"
          newerHref={cronologia ? `${here}#cronologia` : undefined}
          olderHref={timeline.next && `${here}?${new URLSearchParams({ cronologia: timeline.next })}#cronologia`}
        />
      </section>
    </DeskFrame>
  )
}

const legalRows = (legal: Awaited<ReturnType<typeof listLegalRepresentatives>>): SummaryRow[] =>
  legal.length === 0
    ? [{ term: 'Legale rappresentante', value: 'Nessuno in questo momento' }]
    : legal.map(({ name, codiceFiscale, validFrom }) => ({
        term: 'Legale rappresentante',
        value: `${name}, C.F. ${codiceFiscale}, dal ${formatDate(validFrom)}`,
      }))
