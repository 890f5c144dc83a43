import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { MarkRead } from '@/app/area/[profile]/richieste/[request]/mark-read'
import { ApplicationSections } from '@/components/application-sections'
import { CopyValue } from '@/components/copy-value'
import { Figures } from '@/components/figures'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { RequestStatusBadge } from '@/components/request-status'
import { findApplication, findProvision } from '@/lib/applications/queries/detail'
import { listRequestAttachments } from '@/lib/attachments/queries'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { canAct } from '@/lib/requests/policy'
import { findRequest, listThread } from '@/lib/requests/queries/detail'
import { AreaFrame } from '../../area-frame'
import { AwaitedDocuments } from '../../awaited-documents'
import { FirmPanel } from '../../firm-panel'
import { placeOf } from '../../paper-place'
import { PaperThread } from '../../paper-thread'
import { ApplicationFacts } from './facts'
import { Provision } from '@/components/provision'

export const metadata: Metadata = { title: 'Istanza' }

export default async function ApplicationPage({ params }: PageProps<'/area/[profile]/istanze/[application]'>) {
  const { profile, application: id } = await params
  const actor = await requireContributorSide(profile)
  if (!isUuid(id)) notFound()
  const [request, application, provision, thread, attachments] = await Promise.all([
    findRequest(actor, id),
    findApplication(actor, id),
    findProvision(actor, id),
    listThread(actor, id),
    listRequestAttachments(actor, id),
  ])
  if (!request || !application) notFound()
  const { home, href, acts } = placeOf(profile, request)
  const can = (act: Parameters<typeof canAct>[1]) => canAct(actor, act, request)
  return (
    <AreaFrame
      actor={actor}
      voice="istanze"
      trail={[{ label: 'Istanze Online', href: home }, { label: request.protocollo }]}
    >
      <PageTitle>{request.topicLabel}</PageTitle>
      <p className="request-heading">
        <RequestStatusBadge {...request} /> Protocollo{' '}
        <CopyValue value={request.protocollo} what="il numero di protocollo" />
      </p>
      <AwaitedDocuments {...request} />
      <MarkRead profile={profile} requestId={id} fresh={thread.filter((entry) => entry.fresh).length} />
      {provision && <Provision provision={provision} pdfHref={`${href}/provvedimento`} />}
      <ApplicationFacts profile={profile} request={request} application={application} />
      <ApplicationSections sections={application.sections} />
      <Figures figures={application.figures} />
      <PaperThread profile={profile} thread={thread} attachments={attachments} sort="application" />
      {actor.pinLevel === 'online' && <PinOnlineNotice />}
      <div className="button-row no-print">
        {can('supplement') && (
          <Link className="btn btn-primary" href={`${acts}/rispondi` as Route}>
            Integra
          </Link>
        )}
        {can('message') && (
          <Link className="btn btn-primary" href={`${acts}/rispondi` as Route}>
            Rispondi
          </Link>
        )}
        <Link className="btn btn-outline-primary" href={`${href}/ricevuta` as Route}>
          Ricevuta
        </Link>
        {can('withdraw') && (
          <Link className="btn btn-link" href={`${acts}/ritira` as Route}>
            Ritira l’istanza
          </Link>
        )}
      </div>
      <FirmPanel actor={actor} paper={{ requestId: id }} />
    </AreaFrame>
  )
}
