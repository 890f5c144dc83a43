import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { SummaryList } from '@/components/summary-list'
import { requirePortfolio } from '@/lib/auth/session'
import { findClient } from '@/lib/firms/queries/clients'
import { listColleagues } from '@/lib/firms/queries/people'
import { isUuid } from '@/lib/identifiers/uuid'
import { PortfolioFrame } from '../../portfolio-frame'
import { ClientForm } from './form'

export const metadata: Metadata = { title: 'Scheda del cliente' }

export default async function ClientPage({ params }: PageProps<'/area/tutti/clienti/[contributor]'>) {
  const { contributor: id } = await params
  const actor = await requirePortfolio()
  const client = isUuid(id) ? await findClient(actor, id) : undefined
  if (!client) notFound()
  const colleagues = await listColleagues(actor, id)
  return (
    <PortfolioFrame
      actor={actor}
      voice="clienti"
      trail={[{ label: 'Clienti', href: '/area/tutti/clienti' }, { label: client.denomination }]}
    >
      <PageTitle lead="La scheda è soltanto dello studio: non la vedono né la sede né il cliente.">
        {client.denomination}
      </PageTitle>
      <SummaryList
        rows={[
          { term: 'Codice fiscale', value: client.codiceFiscale },
          { term: 'Gruppi', value: client.groups.map(({ name }) => name).join(', ') || 'Nessuno' },
          ...(actor.pinLevel === 'online'
            ? [
                { term: 'Codice cliente', value: client.clientCode },
                { term: 'Chi lo segue', value: client.assigneeName ?? 'Nessuno' },
                { term: 'Nota', value: client.note },
              ]
            : []),
        ]}
      />
      {actor.pinLevel === 'online' ? (
        <PinOnlineNotice />
      ) : (
        <ClientForm client={client} colleagues={withKeeper(colleagues, client)} />
      )}
      <p>
        <Link className="btn btn-outline-primary" href={`/area/${id}` as Route} prefetch={false}>
          Apri le pagine del cliente
        </Link>
      </p>
    </PortfolioFrame>
  )
}

type Colleague = { id: string; name: string }

/** Who looks after the client stays in the list even when their subdelegation has ended meanwhile. */
const withKeeper = (
  colleagues: Colleague[],
  { assigneeId, assigneeName }: { assigneeId: string | null; assigneeName: string | null },
) =>
  assigneeId === null || colleagues.some(({ id }) => id === assigneeId)
    ? colleagues
    : [...colleagues, { id: assigneeId, name: `${assigneeName} (non può più operare per questo cliente)` }]
