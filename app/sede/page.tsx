import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { Protocollo } from '@/components/protocollo'
import { requireOfficer } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { parseCursor } from '@/lib/pagination'
import { listQueue, type Queue, queues } from '@/lib/requests/queries/desk'
import { describeStatus } from '@/lib/requests/status'
import { DeskFrame, queueLabels } from './desk-frame'

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
  const today = romeDate(new Date())
  const closed = queue === 'chiuse'
  return (
    <DeskFrame actor={actor} queue={queue} trail={[{ label: queueLabels[queue] }]}>
      <PageTitle lead={leads[queue]}>{queueLabels[queue]}</PageTitle>
      {rows.length === 0 ? (
        <EmptyState title="Nessuna richiesta in questa coda">
          {dopo ? 'Non ce ne sono altre: torna all’inizio della coda.' : 'Quando ne arriva una la trovi qui.'}
        </EmptyState>
      ) : (
        <DataTable
          caption={queueLabels[queue]}
          quietCaption
          columns={[
            { key: 'protocollo', header: 'Protocollo' },
            { key: 'contributor', header: 'Contribuente' },
            { key: 'topic', header: 'Oggetto' },
            { key: 'unit', header: 'Unità' },
            { key: 'status', header: 'Stato' },
            { key: 'due', header: closed ? 'Chiusa' : queue === 'in-attesa' ? 'Documenti entro' : 'Risposta entro' },
          ]}
          rows={rows.map((row) => {
            const due = queue === 'in-attesa' ? (row.documentsDueBy ?? row.expectedBy) : row.expectedBy
            return {
              key: row.id,
              fresh: !closed && due < today,
              cells: {
                protocollo: (
                  <Link href={`/sede/richieste/${row.id}` as Route} prefetch={false}>
                    <Protocollo value={row.protocollo} />
                  </Link>
                ),
                contributor: row.denomination,
                topic: (
                  <>
                    <span className="topic-area">{row.areaLabel} ›</span> {row.topicLabel}
                  </>
                ),
                unit: row.unitName,
                status: describeStatus(row.status, row.outcome),
                due: closed ? (
                  row.closedAt && <DateTime at={row.closedAt} show="day" />
                ) : (
                  <>
                    <DateTime at={due} show="day" /> {due < today && <span className="overdue-mark">Scaduta</span>}
                  </>
                ),
              },
            }
          })}
        />
      )}
      <Pager
        newerHref={dopo ? `/sede?coda=${queue}` : undefined}
        olderHref={next ? `/sede?${new URLSearchParams({ coda: queue, dopo: next })}` : undefined}
      />
    </DeskFrame>
  )
}
