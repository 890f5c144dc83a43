import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { isPosted } from '@/app/posted'
import { Alert } from '@/components/alert'
import { PageTitle } from '@/components/layout/page-title'
import { fieldsOf } from '@/lib/applications/fields'
import type { AnyAnswers, AnyKind } from '@/lib/applications/kind'
import { findKind } from '@/lib/applications/kinds'
import { findApplication } from '@/lib/applications/queries/detail'
import { rowsShown } from '@/lib/applications/rows'
import { requireOfficer } from '@/lib/auth/session'
import { openEntryDraft } from '@/lib/drafts/entry'
import { isUuid } from '@/lib/identifiers/uuid'
import { canAct } from '@/lib/requests/policy'
import { findDeskRequest, hasOwnEntry } from '@/lib/requests/queries/detail'
import { DeskFrame } from '../../../desk-frame'
import { DecisionForm } from './form'

export const metadata: Metadata = { title: 'Decidi' }

export default async function DecidePage({ params, searchParams }: PageProps<'/sede/istanze/[application]/decidi'>) {
  const { application: id } = await params
  const { bozza, righe } = await searchParams
  const actor = await requireOfficer()
  const [request, application] = isUuid(id)
    ? await Promise.all([findDeskRequest(actor, id), findApplication(actor, id)])
    : []
  if (!request || !application) notFound()
  const here = `/sede/istanze/${id}`
  const sent = typeof bozza === 'string' && isUuid(bozza) && (await hasOwnEntry(actor, bozza, id))
  if (sent && !(await isPosted())) redirect(`${here}#voce-${bozza}` as Route)
  const trail = [
    { label: 'Istanze', href: '/sede/istanze' },
    { label: request.protocollo, href: here },
    { label: 'Decidi' },
  ]
  const kind = findKind(application.kind)
  if (!kind || !canAct(actor, 'decide', request))
    return (
      <DeskFrame actor={actor} trail={trail}>
        <PageTitle>Decidi</PageTitle>
        <Alert tone="warning" title="Adesso non è possibile">
          <p>
            L’istanza è già decisa, aspetta documenti o non è in carico a te. <a href={here}>Torna all’istanza</a>.
          </p>
        </Alert>
      </DeskFrame>
    )
  const draft = await openEntryDraft(actor, { requestId: id, act: 'decide', asked: bozza })
  if (bozza !== draft.id) redirect(`${here}/decidi?bozza=${draft.id}` as Route)
  const values = draft.version > 0 ? draft.values : begun(kind, application.answers as AnyAnswers)
  return (
    <DeskFrame actor={actor} trail={trail}>
      <PageTitle lead="Scrivi l’esito e i motivi: li legge il contribuente, nel provvedimento. Prima che sia definitivo lo rileggi.">
        Decidi
      </PageTitle>
      <p>
        {request.denomination} · {request.topicLabel}
      </p>
      <DecisionForm
        requestId={id}
        draft={{ ...draft, values }}
        asked={askedOf(kind)}
        rows={kind.decision ? rowsShown(kind.decision.step, values, righe) : 0}
      />
    </DeskFrame>
  )
}

/** A decision begins with what was asked. */
const begun = ({ decision }: AnyKind, answers: AnyAnswers) =>
  decision ? fieldsOf(decision.step.id, decision.begin(answers)) : {}

/** What the form asks of who grants: its questions without their schema, which stays here. */
function askedOf({ decision }: AnyKind) {
  if (!decision) return undefined
  const { id, title, lead, questions, table } = decision.step
  return { id, title, lead, questions, table, onlyInPart: decision.onlyInPart }
}
