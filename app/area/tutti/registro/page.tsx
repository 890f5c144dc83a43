import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requirePortfolio } from '@/lib/auth/session'
import { readBefore } from '@/lib/firms/filters'
import { listFirmEvents } from '@/lib/firms/queries/events'
import { PortfolioFrame } from '../portfolio-frame'
import { EventTable } from './table'

export const metadata: Metadata = { title: 'Registro dello studio' }

const home = '/area/tutti/registro'

export default async function FirmLogPage({ searchParams }: PageProps<'/area/tutti/registro'>) {
  const query = await searchParams
  const actor = await requirePortfolio()
  if (!actor.firm) notFound()
  const { rows, next } = await listFirmEvents(actor, readBefore(query))
  return (
    <PortfolioFrame actor={actor} voice="registro" trail={[{ label: 'Registro' }]}>
      <PageTitle
        lead={
          actor.firm.role === 'holder'
            ? 'Che cosa hanno fatto le persone dello studio, e per chi. Resta anche quando una delega finisce: senza il contenuto delle pratiche.'
            : 'Che cosa hai fatto per lo studio, e per chi. Resta anche quando una delega finisce: senza il contenuto delle pratiche. Il titolare vede le operazioni di tutti.'
        }
      >
        Registro dello studio
      </PageTitle>
      {rows.length > 0 ? (
        <EventTable events={rows} />
      ) : (
        <EmptyState title="Ancora nessuna operazione">Ogni operazione fatta per lo studio compare qui.</EmptyState>
      )}
      <Pager
        newerHref={query.dopo ? home : undefined}
        olderHref={next === undefined ? undefined : `${home}?dopo=${next}`}
      />
    </PortfolioFrame>
  )
}
