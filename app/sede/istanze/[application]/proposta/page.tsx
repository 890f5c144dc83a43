import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Moved } from '@/app/moved'
import { Alert } from '@/components/alert'
import { AttachmentList } from '@/components/attachment-list'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { canAnswer } from '@/lib/applications/policy'
import { listProposals } from '@/lib/applications/queries/detail'
import { listDraftAttachments } from '@/lib/attachments/queries'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { findDeskRequest, listDeskThread } from '@/lib/requests/queries/detail'
import { isAllowed } from '@/lib/requests/status'
import { DeskFrame } from '../../../desk-frame'
import { AnswerForm } from './form'

export const metadata: Metadata = { title: 'Proposta di respingere' }

export default async function ProposalPage({ params }: PageProps<'/sede/istanze/[application]/proposta'>) {
  const { application: id } = await params
  const actor = await requireOfficer()
  const [request, proposals, thread] = isUuid(id)
    ? await Promise.all([findDeskRequest(actor, id), listProposals(actor, id), listDeskThread(actor, id)])
    : []
  const last = proposals?.[0]
  if (!request || !last) notFound()
  const here = `/sede/istanze/${id}`
  const trail = [
    { label: 'Istanze', href: '/sede/istanze' },
    { label: request.protocollo, href: here },
    { label: 'Proposta di respingere' },
  ]
  if (last.answer !== null || !isAllowed('decide', 'office', request.status, 'application'))
    return (
      <DeskFrame actor={actor} trail={trail}>
        <PageTitle>Proposta di respingere</PageTitle>
        <Moved to={here}>La proposta ha già avuto risposta, o l’istanza è cambiata.</Moved>
      </DeskFrame>
    )
  const attachments = await listDraftAttachments(actor, last.id)
  const later = thread!.some(({ side, createdAt }) => side === 'contributor' && createdAt > last.proposedAt)
  return (
    <DeskFrame actor={actor} trail={trail}>
      <PageTitle lead={`${request.denomination} · ${request.topicLabel}`}>Proposta di respingere</PageTitle>
      {later && (
        <Alert tone="warning" title="Dopo la proposta il contribuente ha scritto">
          <p>
            Leggi prima la conversazione: <a href={here}>torna all’istanza</a>.
          </p>
        </Alert>
      )}
      <SummaryList
        rows={[
          { term: 'Proposta da', value: last.proposer },
          { term: 'Il', value: <DateTime at={last.proposedAt} /> },
          { term: 'Motivi di fatto', value: last.facts },
          { term: 'Motivi di diritto', value: last.law },
          { term: 'Allegati', value: attachments.length > 0 && <AttachmentList attachments={attachments} /> },
        ]}
      />
      {canAnswer(actor, last, request) ? (
        <>
          <p>
            Se confermi, l’istanza è respinta: il provvedimento prende un numero, e il contribuente legge questi motivi.
            Rileggi prima <a href={here}>l’istanza e i suoi documenti</a>.
          </p>
          <AnswerForm hidden={{ requestId: id, proposalId: last.id }} />
        </>
      ) : (
        <Alert tone="info" title="L’hai proposta tu">
          <p>
            Deve confermarla un collega della tua unità, anche se ne sei responsabile.{' '}
            <a href={here}>Torna all’istanza</a>.
          </p>
        </Alert>
      )}
    </DeskFrame>
  )
}
