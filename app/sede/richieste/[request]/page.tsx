import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { RequestStatusBadge } from '@/components/request-status'
import { SummaryList } from '@/components/summary-list'
import { listRequestAttachments } from '@/lib/attachments/queries'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { findAnsweredNotice } from '@/lib/notices/queries/answers'
import { canAct } from '@/lib/requests/policy'
import { findDeskRequest, listDeskThread, listNotes } from '@/lib/requests/queries/detail'
import { describeAnswer } from '@/lib/questions/schema'
import { signature } from '@/lib/transparency/signature'
import { DeskFrame } from '../../desk-frame'
import { deskHome } from '../../desk-home'
import { DeskActs } from './acts'
import { AnsweredNotice } from './answered-notice'
import { Notes } from './notes'
import { DeskThread } from './thread'

export const metadata: Metadata = { title: 'Richiesta' }

export default async function DeskRequestPage({ params }: PageProps<'/sede/richieste/[request]'>) {
  const { request: id } = await params
  const actor = await requireOfficer()
  if (!isUuid(id)) notFound()
  const [request, notice, thread, attachments, notes] = await Promise.all([
    findDeskRequest(actor, id),
    findAnsweredNotice(actor, id),
    listDeskThread(actor, id),
    listRequestAttachments(actor, id),
    listNotes(actor, id),
  ])
  if (!request) notFound()
  if (request.applicationKind !== null) redirect(deskHome('application', id) as Route)
  return (
    <DeskFrame actor={actor} trail={[{ label: request.protocollo }]}>
      <PageTitle lead={`${request.denomination} – C.F. ${request.contributorCodiceFiscale}`}>
        {request.topicLabel}
      </PageTitle>
      <p className="request-heading">
        <RequestStatusBadge {...request} /> Protocollo <strong className="code">{request.protocollo}</strong>
      </p>
      <DeskActs requestId={id} can={(act) => canAct(actor, act, request)} />
      <SummaryList
        rows={[
          { term: 'Oggetto', value: `${request.areaLabel} › ${request.topicLabel}` },
          ...request.facts.map((fact) => ({
            term: fact.label,
            value: fact.kind === 'iban' ? String(fact.value) : describeAnswer(fact, fact.value),
          })),
          ...(request.workers.length > 0 ? [{ term: 'Collaboratori', value: request.workers.join(', ') }] : []),
          { term: 'Inviata', value: <DateTime at={request.submittedAt} /> },
          {
            term: 'Da',
            value: `${signature(`${request.senderFirstName} ${request.senderLastName}`, {
              title: request.senderTitle,
              firm: request.senderFirm,
            })} – C.F. ${request.senderCodiceFiscale}`,
          },
          {
            term: 'Recapiti',
            value: [request.email, request.mobile, request.landline, request.fax && `fax ${request.fax}`]
              .filter(Boolean)
              .join(' · '),
          },
          { term: 'Unità', value: request.unitName },
          { term: 'In carico a', value: request.officerName ?? 'Nessuno' },
          { term: 'Risposta attesa entro', value: <DateTime at={request.expectedBy} show="date" /> },
        ]}
      />
      {notice && <AnsweredNotice notice={notice} />}
      <Notes notes={notes} />
      <h2>Conversazione</h2>
      <DeskThread thread={thread} attachments={attachments} sort="request" />
    </DeskFrame>
  )
}
