import type { Metadata } from 'next'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { listToConfirm } from '@/lib/applications/queries/desk'
import type { Officer } from '@/lib/auth/actor'
import { requireOfficer } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { type Cursor, parseCursor } from '@/lib/pagination'
import { listQueue } from '@/lib/requests/queries/desk'
import { type ApplicationQueue, applicationQueueLabels, applicationQueues, DeskFrame } from '../desk-frame'
import { QueueTable } from '../queue-table'
import { ToConfirmTable } from './to-confirm-table'

export const metadata: Metadata = { title: 'Istanze della sede' }

const leads: Record<ApplicationQueue, string> = {
  'da-prendere':
    'Istanze delle tue unità che nessuno ha ancora preso in carico, da quella il cui termine di legge scade prima.',
  mie: 'Istanze che hai in carico tu: ne sei responsabile, e chi le ha presentate lo legge.',
  'in-attesa': 'Istanze delle tue unità ferme in attesa di documenti dal contribuente: il termine di legge è sospeso.',
  'da-confermare':
    'Istanze che un collega propone di respingere: per respingere servono due persone. In fondo quelle che hai proposto tu.',
  chiuse: 'Istanze delle tue unità decise o ritirate, dalla più recente.',
}

const isQueue = (value: unknown): value is ApplicationQueue => applicationQueues.includes(value as ApplicationQueue)

export default async function ApplicationsDeskPage({ searchParams }: PageProps<'/sede/istanze'>) {
  const { coda, dopo } = await searchParams
  const queue = isQueue(coda) ? coda : 'da-prendere'
  const actor = await requireOfficer()
  const { table, next } = await tableOf(actor, queue, parseCursor(dopo))
  const label = applicationQueueLabels[queue]
  const here = `/sede/istanze?coda=${queue}`
  return (
    <DeskFrame actor={actor} applicationQueue={queue} trail={[{ label: `Istanze: ${label.toLowerCase()}` }]}>
      <PageTitle lead={leads[queue]}>Istanze: {label.toLowerCase()}</PageTitle>
      {table || (
        <EmptyState title="Nessuna istanza in questa coda">
          {dopo ? 'Non ce ne sono altre: torna all’inizio della coda.' : 'Quando ne arriva una la trovi qui.'}
        </EmptyState>
      )}
      <Pager
        by={queue === 'chiuse' ? 'time' : 'order'}
        newerHref={dopo ? here : undefined}
        olderHref={next && `/sede/istanze?${new URLSearchParams({ coda: queue, dopo: next })}`}
      />
    </DeskFrame>
  )
}

async function tableOf(actor: Officer, queue: ApplicationQueue, after: Cursor | undefined) {
  const today = romeDate(new Date())
  if (queue === 'da-confermare') {
    const { rows, next } = await listToConfirm(actor, after)
    return { next, table: rows.length > 0 && <ToConfirmTable proposals={rows} today={today} /> }
  }
  const { rows, next } = await listQueue(actor, queue, after, 'application')
  return { next, table: rows.length > 0 && <QueueTable sort="application" {...{ queue, rows, today }} /> }
}
