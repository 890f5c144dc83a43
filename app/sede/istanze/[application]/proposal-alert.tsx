import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import type { RequestStatus } from '@/db/vocabulary'
import { canAnswer } from '@/lib/applications/policy'
import type { listProposals } from '@/lib/applications/queries/detail'
import type { Officer } from '@/lib/auth/actor'
import { isAllowed } from '@/lib/requests/status'

type ProposalAlertProps = {
  actor: Officer
  request: { id: string; status: RequestStatus }
  last: Awaited<ReturnType<typeof listProposals>>[number] | undefined
}

/** What the last proposed refusal asks of who reads: an answer, patience, or another decision. */
export function ProposalAlert({ actor, request, last }: ProposalAlertProps) {
  if (!last || !isAllowed('decide', 'office', request.status, 'application')) return null
  const here = `/sede/istanze/${request.id}`
  if (canAnswer(actor, last, request))
    return (
      <Alert tone="warning" title={`${last.proposer} propone di respingere questa istanza`}>
        <p>
          Per respingere servono due persone. <Link href={`${here}/proposta` as Route}>Leggi la proposta</Link>, poi
          confermala o rimandala.
        </p>
      </Alert>
    )
  if (last.answer === null)
    return (
      <Alert tone="info" title="Hai proposto di respingere questa istanza">
        Deve confermarlo un collega della tua unità: fino ad allora al contribuente non arriva nulla. Se decidi
        altrimenti, la proposta decade.
      </Alert>
    )
  if (last.answer !== 'sent_back' || last.proposedBy !== actor.id) return null
  return (
    <Alert tone="warning" title={`${last.answerer} ti ha rimandato la proposta di respingere`}>
      <p className="thread-text">{last.note}</p>
      <p>
        Quello che avevi scritto è ancora lì: <Link href={`${here}/decidi` as Route}>riprendi la decisione</Link>.
      </p>
    </Alert>
  )
}
