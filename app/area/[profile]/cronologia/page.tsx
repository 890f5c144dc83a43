import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requireContributorSide } from '@/lib/auth/session'
import { parseCursor } from '@/lib/pagination'
import { listTimeline } from '@/lib/requests/queries/timeline'
import { AreaFrame } from '../area-frame'
import { TimelineTable } from './table'

export const metadata: Metadata = { title: 'Cronologia' }

export default async function TimelinePage({ params, searchParams }: PageProps<'/area/[profile]/cronologia'>) {
  const { profile } = await params
  const { dopo } = await searchParams
  const actor = await requireContributorSide(profile)
  const { rows, next } = await listTimeline(actor, actor.contributorId, parseCursor(dopo))
  const home = `/area/${profile}/cronologia`
  return (
    <AreaFrame actor={actor} trail={[{ label: 'Cronologia' }]}>
      <PageTitle lead="Le richieste e le istanze inviate alla sede, insieme, dalla più recente.">Cronologia</PageTitle>
      {rows.length > 0 ? (
        <TimelineTable rows={rows} profile={profile} />
      ) : (
        <EmptyState
          title={dopo ? 'Non c’è altro' : 'Non hai ancora inviato nulla'}
          action={
            <Link className="btn btn-primary" href={`/area/${profile}/richieste/nuova` as Route}>
              Nuova richiesta
            </Link>
          }
        >
          Qui trovi in ordine di tempo tutto quello che viene inviato alla sede.
        </EmptyState>
      )}
      <Pager newerHref={dopo ? home : undefined} olderHref={next ? `${home}?dopo=${next}` : undefined} />
      <p>
        <Link href={`/area/${profile}/richieste` as Route}>Lista richieste</Link>
        {' · '}
        <Link href={`/area/${profile}/istanze` as Route}>Istanze Online</Link>
      </p>
    </AreaFrame>
  )
}
