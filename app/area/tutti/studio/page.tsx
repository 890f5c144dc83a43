import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { DataTable } from '@/components/data-table'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requirePortfolio } from '@/lib/auth/session'
import { isHolder } from '@/lib/firms/policy'
import { listCountedGroups } from '@/lib/firms/queries/groups'
import { findFirm, listMembers, listSubdelegations } from '@/lib/firms/queries/people'
import { firmKindLabels } from '@/lib/firms/words'
import { formatCount } from '@/lib/format'
import { PortfolioFrame } from '../portfolio-frame'
import { PeopleTable } from './people-table'
import { InviteForm, NewGroupForm } from './text-form'

export const metadata: Metadata = { title: 'Studio' }

const columns = [
  { key: 'name', header: 'Gruppo' },
  { key: 'clients', header: 'Clienti', numeric: true },
  { key: 'people', header: 'Persone subdelegate' },
] as const

/** What was just done, by the word that stands in the address. */
const said: Record<string, string> = {
  invito: 'Invito pronto: la persona lo trova sul portale, in «Inviti», e può accettarlo o rifiutarlo.',
  tolta: 'La persona, o il suo invito, non è più nello studio.',
  gruppo: 'Il gruppo è stato eliminato.',
}

export default async function FirmPage({ searchParams }: PageProps<'/area/tutti/studio'>) {
  const done = said[String((await searchParams).fatto)]
  const actor = await requirePortfolio()
  const [firm, people, subdelegations, groups] = await Promise.all([
    findFirm(actor),
    listMembers(actor),
    listSubdelegations(actor),
    listCountedGroups(actor),
  ])
  if (!firm) notFound()
  const changes = isHolder(actor)
  const holder = actor.firm?.role === 'holder'
  const nameOf = (memberId: string) => people.find(({ id }) => id === memberId)?.name
  return (
    <PortfolioFrame actor={actor} voice="studio" trail={[{ label: 'Studio' }]}>
      <PageTitle
        lead={`${firmKindLabels[firm.kind]}. Qui ci sono le persone, per quali clienti può operare ciascuna e i gruppi di clienti. Né la sede né i contribuenti vedono i gruppi.`}
      >
        {firm.denomination}
      </PageTitle>
      {done && <Alert tone="success">{done}</Alert>}
      {holder && !changes && <PinOnlineNotice />}
      <h2>Persone</h2>
      <PeopleTable
        kind={firm.kind}
        people={people}
        subdelegations={subdelegations}
        opens={({ userId }) => holder || userId === actor.id}
      />
      {changes && <InviteForm key={people.length} />}
      <h2>Gruppi di clienti</h2>
      {groups.length === 0 ? (
        <p>Nessun gruppo. Un gruppo serve a dividere i clienti tra le persone e a filtrare gli elenchi.</p>
      ) : (
        <DataTable
          caption="Gruppi di clienti"
          quietCaption
          columns={columns}
          rows={groups.map(({ id, name, clients }) => ({
            key: id,
            cells: {
              name: (
                <Link href={`/area/tutti/studio/gruppi/${id}` as Route} prefetch={false}>
                  {name}
                </Link>
              ),
              clients: formatCount(clients),
              people:
                subdelegations
                  .filter(({ groupId }) => groupId === id)
                  .map(({ memberId }) => nameOf(memberId))
                  .join(', ') || 'Nessuna',
            },
          }))}
        />
      )}
      {changes && <NewGroupForm />}
    </PortfolioFrame>
  )
}
