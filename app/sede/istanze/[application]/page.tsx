import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Figures } from '@/components/figures'
import { ApplicationSections } from '@/components/application-sections'
import { PageTitle } from '@/components/layout/page-title'
import { Provision } from '@/components/provision'
import { RequestStatusBadge } from '@/components/request-status'
import { listRequestAttachments } from '@/lib/attachments/queries'
import { findApplication, findProvision, listProposals } from '@/lib/applications/queries/detail'
import { requireOfficer } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { isUuid } from '@/lib/identifiers/uuid'
import { findAnsweredNotice } from '@/lib/notices/queries/answers'
import { canAct } from '@/lib/requests/policy'
import { findDeskRequest, listDeskThread, listNotes } from '@/lib/requests/queries/detail'
import { DeskFrame } from '../../desk-frame'
import { DeskActs } from '../../richieste/[request]/acts'
import { AnsweredNotice } from '../../richieste/[request]/answered-notice'
import { Notes } from '../../richieste/[request]/notes'
import { DeskThread } from '../../richieste/[request]/thread'
import { ApplicationFacts } from './facts'
import { Proposals } from './proposals'
import { ProposalAlert } from './proposal-alert'

export const metadata: Metadata = { title: 'Istanza' }

export default async function DeskApplicationPage({ params }: PageProps<'/sede/istanze/[application]'>) {
  const { application: id } = await params
  const actor = await requireOfficer()
  if (!isUuid(id)) notFound()
  const [request, application, notice, thread, attachments, notes, proposals, provision] = await Promise.all([
    findDeskRequest(actor, id),
    findApplication(actor, id),
    findAnsweredNotice(actor, id),
    listDeskThread(actor, id),
    listRequestAttachments(actor, id),
    listNotes(actor, id),
    listProposals(actor, id),
    findProvision(actor, id),
  ])
  if (!request || !application) notFound()
  return (
    <DeskFrame actor={actor} trail={[{ label: 'Istanze', href: '/sede/istanze' }, { label: request.protocollo }]}>
      <PageTitle lead={`${request.denomination} – C.F. ${request.contributorCodiceFiscale}`}>
        {request.topicLabel}
      </PageTitle>
      <p className="request-heading">
        <RequestStatusBadge {...request} /> Protocollo <strong className="code">{request.protocollo}</strong>
      </p>
      <ProposalAlert actor={actor} request={request} last={proposals[0]} />
      <DeskActs requestId={id} can={(act) => canAct(actor, act, request)} />
      <ApplicationFacts request={request} application={application} today={romeDate(new Date())} />
      {provision && <Provision provision={provision} pdfHref={`/sede/istanze/${id}/provvedimento`} />}
      {notice && <AnsweredNotice notice={notice} />}
      <ApplicationSections sections={application.sections} wholeIban />
      <Figures figures={application.figures} />
      <Proposals proposals={proposals} />
      <Notes notes={notes} />
      <h2>Conversazione e documenti</h2>
      <DeskThread thread={thread} attachments={attachments} sort="application" />
    </DeskFrame>
  )
}
