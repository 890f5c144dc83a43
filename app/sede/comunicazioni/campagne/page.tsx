import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requireOfficer } from '@/lib/auth/session'
import { listCampaigns } from '@/lib/campaigns/queries'
import { parseCursor } from '@/lib/pagination'
import { DeskFrame } from '../../desk-frame'
import { CampaignTable } from './table'

export const metadata: Metadata = { title: 'Campagne' }

export default async function CampaignsPage({ searchParams }: PageProps<'/sede/comunicazioni/campagne'>) {
  const { dopo } = await searchParams
  const actor = await requireOfficer()
  const { rows, next } = await listCampaigns(actor, parseCursor(dopo))
  const home = '/sede/comunicazioni/campagne'
  return (
    <DeskFrame actor={actor} voice={home} trail={[{ label: 'Campagne' }]}>
      <PageTitle lead="I file di comunicazioni della sede, dal più recente: a che punto sono e che cosa manca.">
        Campagne
      </PageTitle>
      <div className="button-row desk-acts no-print">
        <Link className="btn btn-primary" href={`${home}/nuova` as Route}>
          Carica un file
        </Link>
      </div>
      {rows.length > 0 ? (
        <CampaignTable campaigns={rows} />
      ) : (
        <EmptyState title={dopo ? 'Non ci sono altre campagne' : 'Nessuna campagna'}>
          {dopo ? 'Torna all’inizio dell’elenco.' : 'Carica un file: prima di pubblicare vedi che cosa partirebbe.'}
        </EmptyState>
      )}
      <Pager
        newerHref={dopo ? home : undefined}
        olderHref={next ? `${home}?${new URLSearchParams({ dopo: next })}` : undefined}
      />
    </DeskFrame>
  )
}
