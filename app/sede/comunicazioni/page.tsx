import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { openWords, sealedAddress } from '@/lib/auth/sealed-words'
import { requireOfficer } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { maySearch } from '@/lib/limits/search'
import { readDeskFilters, toDeskFilters } from '@/lib/notices/desk-filters'
import { listDeskNotices } from '@/lib/notices/queries/desk'
import { parseCursor } from '@/lib/pagination'
import { DeskFrame } from '../desk-frame'
import { DeskNoticeFilters } from './filters'
import { DeskNoticeTable } from './table'

export const metadata: Metadata = { title: 'Comunicazioni pubblicate' }

export default async function DeskNoticesPage({ searchParams }: PageProps<'/sede/comunicazioni'>) {
  const query = await searchParams
  const actor = await requireOfficer()
  const filters = readDeskFilters({ ...query, contribuente: openWords(query.contribuente) })
  const searched = !(filters.parole || filters.contribuente) || (await maySearch(actor))
  const asked = toDeskFilters(searched ? filters : { ...filters, parole: undefined, contribuente: undefined })
  const { rows, next } = await listDeskNotices(actor, asked, parseCursor(query.dopo))
  const home = '/sede/comunicazioni'
  const narrowed = Object.values(filters).some(Boolean)
  const addressOf = (extra: Record<string, string>) => sealedAddress(home, { ...filters, ...extra }, 'contribuente')
  return (
    <DeskFrame actor={actor} voice={home} trail={[{ label: 'Comunicazioni pubblicate' }]}>
      <PageTitle lead="Le comunicazioni di irregolarità della sede, dalla più recente. Guardarle da qui non le segna come lette.">
        Comunicazioni pubblicate
      </PageTitle>
      <div className="button-row desk-acts no-print">
        <Link className="btn btn-primary" href={`${home}/nuova` as Route}>
          Pubblica una comunicazione
        </Link>
        <Link className="btn btn-outline-primary" href={`${home}/campagne/nuova` as Route}>
          Carica un file
        </Link>
      </div>
      {!searched && (
        <Alert tone="warning" title="Troppe ricerche">
          Hai cercato molte volte in poco tempo: le parole non sono state usate. Riprova tra un minuto.
        </Alert>
      )}
      <DeskNoticeFilters filters={filters} home={home} />
      {rows.length > 0 ? (
        <DeskNoticeTable notices={rows} today={romeDate(new Date())} />
      ) : narrowed || query.dopo ? (
        <EmptyState title="Nessuna comunicazione con questi filtri">
          Prova con altre parole, un altro anno o senza stato.
        </EmptyState>
      ) : (
        <EmptyState title="La sede non ha ancora pubblicato comunicazioni">
          Pubblicane una con il modulo, oppure carica un file.
        </EmptyState>
      )}
      <Pager
        newerHref={query.dopo ? addressOf({}) : undefined}
        olderHref={next ? addressOf({ dopo: next }) : undefined}
      />
    </DeskFrame>
  )
}
