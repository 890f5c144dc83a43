import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Moved } from '@/app/moved'
import { Alert } from '@/components/alert'
import { ApplicationSections } from '@/components/application-sections'
import { AttachmentList } from '@/components/attachment-list'
import { Figures } from '@/components/figures'
import { SendForm } from '@/components/form/send-form'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { reviewDecision } from '@/lib/applications/decision'
import type { DecisionOutcome } from '@/lib/applications/schema'
import { listDraftAttachments } from '@/lib/attachments/queries'
import { requireOfficer } from '@/lib/auth/session'
import { findDraft } from '@/lib/drafts/queries'
import { isUuid } from '@/lib/identifiers/uuid'
import { canAct } from '@/lib/requests/policy'
import { findDeskRequest, hasOwnEntry } from '@/lib/requests/queries/detail'
import { outcomeLabels } from '@/lib/requests/status'
import { DeskFrame } from '../../../../desk-frame'
import { settleDecisionAction } from './action'

export const metadata: Metadata = { title: 'Rileggi la decisione' }

const buttons: Record<DecisionOutcome, string> = {
  granted: 'Accogli l’istanza',
  partly_granted: 'Accogli in parte l’istanza',
  not_granted: 'Proponi di respingere',
}

export default async function ReviewDecisionPage({
  params,
  searchParams,
}: PageProps<'/sede/istanze/[application]/decidi/controlla'>) {
  const { application: id } = await params
  const { bozza } = await searchParams
  const actor = await requireOfficer()
  if (!isUuid(id) || typeof bozza !== 'string' || !isUuid(bozza)) notFound()
  const [request, found] = await Promise.all([findDeskRequest(actor, id), findDraft(actor, bozza)])
  const draft = found?.requestId === id && found.content.act === 'decide' ? found : undefined
  if (!request || !(draft || (await hasOwnEntry(actor, bozza, id)))) notFound()
  const here = `/sede/istanze/${id}`
  const edit = `${here}/decidi?bozza=${bozza}`
  const review = draft && (await reviewDecision(actor, id, draft.content))
  const trail = [
    { label: 'Istanze', href: '/sede/istanze' },
    { label: request.protocollo, href: here },
    { label: 'Rileggi la decisione' },
  ]
  if (!draft || !review || 'errors' in review || !canAct(actor, 'decide', request))
    return (
      <DeskFrame actor={actor} trail={trail}>
        <PageTitle>Rileggi la decisione</PageTitle>
        {draft && review && 'errors' in review ? (
          <Moved to={edit}>Nella decisione c’è qualcosa da completare.</Moved>
        ) : (
          <Moved to={here}>Questa decisione è già partita, o l’istanza non si può decidere adesso.</Moved>
        )}
      </DeskFrame>
    )
  const attachments = await listDraftAttachments(actor, bozza)
  const refusing = review.outcome === 'not_granted'
  return (
    <DeskFrame actor={actor} trail={trail}>
      <PageTitle lead={`${request.denomination} · ${request.topicLabel}`}>Rileggi la decisione</PageTitle>
      <Alert tone="warning" title={refusing ? 'Serve un collega' : 'Dopo non si cambia più'}>
        {refusing
          ? 'Un collega della tua unità legge la proposta e la conferma o te la rimanda. Fino ad allora al contribuente non arriva nulla.'
          : 'Quando premi il pulsante il provvedimento prende un numero, l’istanza è decisa e il contribuente riceve un avviso.'}
      </Alert>
      <SummaryList
        rows={[
          { term: 'Esito', value: refusing ? 'Respinta' : outcomeLabels[review.outcome] },
          { term: 'Motivi di fatto', value: review.facts },
          { term: 'Motivi di diritto', value: review.law },
          { term: 'Allegati', value: attachments.length > 0 && <AttachmentList attachments={attachments} /> },
        ].map((row) => ({ ...row, change: { href: edit, what: row.term.toLowerCase() } }))}
      />
      {review.section && <ApplicationSections sections={[review.section]} />}
      <Figures figures={review.figures} />
      <SendForm
        action={settleDecisionAction}
        hidden={{ requestId: id, draftId: bozza, version: draft.version }}
        what="decisione"
        edit={edit}
        danger={refusing}
      >
        {buttons[review.outcome]}
      </SendForm>
    </DeskFrame>
  )
}
