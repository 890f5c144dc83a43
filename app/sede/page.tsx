import type { Metadata } from 'next'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requireOfficer } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { parseCursor } from '@/lib/pagination'
import { listQueue } from '@/lib/requests/queries/desk'
import { type Queue, queues } from '@/lib/requests/queues'
import { DeskFrame, queueLabels } from './desk-frame'
import { QueueTable } from './queue-table'

export const metadata: Metadata = { title: 'Richieste della sede' }

const leads: Record<Queue, string> = {
  'da-prendere': 'Richieste delle tue unità che nessuno ha ancora preso in carico, da quella in scadenza prima.',
  mie: 'Richieste che hai in carico tu.',
  'in-attesa': 'Richieste delle tue unità ferme in attesa di documenti dal contribuente.',
  chiuse: 'Richieste delle tue unità definite o ritirate, dalla più recente.',
}

const isQueue = (value: unknown): value is Queue => queues.includes(value as Queue)

export default async function DeskPage({ searchParams }: PageProps<'/sede'>) {
  const { coda, dopo } = await searchParams
  const queue = isQueue(coda) ? coda : 'da-prendere'
  const actor = await requireOfficer()
  const { rows, next } = await listQueue(actor, queue, parseCursor(dopo))
  return (
    <DeskFrame actor={actor} queue={queue} trail={[{ label: queueLabels[queue] }]}>
      <PageTitle lead={leads[queue]}>{queueLabels[queue]}</PageTitle>
      {rows.length === 0 ? (
        <EmptyState title="Nessuna richiesta in questa coda">
          {dopo ? 'Non ce ne sono altre: torna all’inizio della coda.' : 'Quando ne arriva una la trovi qui.'}
        </EmptyState>
      ) : (
        <QueueTable sort="request" queue={queue} rows={rows} today={romeDate(new Date())} />
      )}
      <Pager
        newerHref={dopo ? `/sede?coda=${queue}` : undefined}
        olderHref={next ? `/sede?${new URLSearchParams({ coda: queue, dopo: next })}` : undefined}
      />
    </DeskFrame>
  )
}
