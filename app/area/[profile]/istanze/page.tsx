import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { listApplicationDrafts } from '@/lib/applications/queries/drafts'
import { listApplications } from '@/lib/applications/queries/list'
import { requireContributorSide } from '@/lib/auth/session'
import { parseCursor } from '@/lib/pagination'
import { AreaFrame } from '../area-frame'
import { ApplicationDrafts } from './draft-list'
import { ApplicationTable } from './table'

export const metadata: Metadata = { title: 'Istanze Online' }

const done: Record<string, string> = {
  eliminata: 'La bozza è stata eliminata.',
  affidata: 'Hai chiesto di inviarla: chi può la trova qui, tra quelle «Da inviare».',
}

export default async function ApplicationsPage({ params, searchParams }: PageProps<'/area/[profile]/istanze'>) {
  const { profile } = await params
  const { bozza, dopo } = await searchParams
  const actor = await requireContributorSide(profile)
  const [drafts, page] = await Promise.all([listApplicationDrafts(actor), listApplications(actor, parseCursor(dopo))])
  const home = `/area/${profile}/istanze`
  const begin = (
    <Link className="btn btn-primary" href={`${home}/nuova` as Route}>
      Nuova istanza
    </Link>
  )
  return (
    <AreaFrame actor={actor} voice="istanze" trail={[{ label: 'Istanze Online' }]}>
      <PageTitle lead="Le domande che aprono un procedimento: la sede le decide con un provvedimento, entro il termine di legge.">
        Istanze Online
      </PageTitle>
      {typeof bozza === 'string' && done[bozza] && <Alert tone="success">{done[bozza]}</Alert>}
      {actor.pinLevel === 'online' ? <PinOnlineNotice /> : page.rows.length > 0 && <p>{begin}</p>}
      <ApplicationDrafts drafts={drafts} profile={profile} readOnly={actor.pinLevel === 'online'} />
      {page.rows.length > 0 ? (
        <ApplicationTable applications={page.rows} profile={profile} />
      ) : dopo ? (
        <EmptyState title="Non ci sono altre istanze">Quelle inviate sono nelle pagine prima di questa.</EmptyState>
      ) : (
        <EmptyState title="Non hai ancora inviato istanze" action={actor.pinLevel === 'dispositivo' && begin}>
          Quando ne invii una la trovi qui, con il protocollo, il termine per la decisione e il provvedimento.
        </EmptyState>
      )}
      <Pager newerHref={dopo ? home : undefined} olderHref={page.next ? `${home}?dopo=${page.next}` : undefined} />
      <p>
        <Link href={`/area/${profile}/cronologia` as Route} prefetch={false}>
          Richieste e istanze insieme, in ordine di tempo
        </Link>
      </p>
    </AreaFrame>
  )
}
