import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { RequestStatusBadge } from '@/components/request-status'
import { SummaryList } from '@/components/summary-list'
import { Thread } from '@/components/thread'
import { listRequestAttachments } from '@/lib/attachments/queries'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { findAnsweredNotice } from '@/lib/notices/queries/answers'
import { canAct } from '@/lib/requests/policy'
import { findDeskRequest, listDeskThread, listNotes } from '@/lib/requests/queries/detail'
import { authorOf, titleOf } from '@/lib/requests/thread'
import { describeTopicField } from '@/lib/topics/fields'
import { signature } from '@/lib/transparency/signature'
import { DeskFrame } from '../../desk-frame'
import { DeskActs } from './acts'
import { AnsweredNotice } from './answered-notice'
import { Notes } from './notes'

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
            value: fact.kind === 'iban' ? String(fact.value) : describeTopicField(fact, fact.value),
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
      <Thread
        entries={thread.map((entry) => ({
          id: entry.id,
          side: entry.side,
          author: authorOf(entry),
          at: entry.createdAt,
          title: titleOf(entry),
          text: entry.text ?? undefined,
          attachments: attachments.filter((file) => file.entryId === entry.id),
          extra: entry.dueBy && (
            <p>
              Da inviare entro il <DateTime at={entry.dueBy} show="date" />
            </p>
          ),
        }))}
      />
    </DeskFrame>
  )
}
