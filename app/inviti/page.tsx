import type { Metadata } from 'next'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { Alert } from '@/components/alert'
import { EmptyState } from '@/components/empty-state'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PersonFrame } from '@/app/person-frame'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requirePerson } from '@/lib/auth/session'
import { listInvitedDelegations } from '@/lib/delegations/queries/invitations'
import { kindWords, termWords } from '@/lib/delegations/words'
import { listInvitations } from '@/lib/firms/queries/people'
import { formatCount } from '@/lib/format'
import { listInvitedAppointments } from '@/lib/representatives/queries/appointments'
import {
  acceptAppointmentAction,
  acceptDelegationAction,
  acceptMembershipAction,
  declineAppointmentAction,
  declineDelegationAction,
  declineMembershipAction,
} from './action'

export const metadata: Metadata = { title: 'Inviti' }

export default async function InvitationsPage({ searchParams }: PageProps<'/inviti'>) {
  const { esito } = await searchParams
  const actor = await requirePerson()
  const [delegations, appointments, memberships] = await Promise.all([
    listInvitedDelegations(actor),
    listInvitedAppointments(actor),
    listInvitations(actor),
  ])
  const none = delegations.length + appointments.length + memberships.length === 0
  const canSend = actor.pinLevel === 'dispositivo'
  return (
    <PersonFrame voice="/inviti">
      <PageTitle lead="Quello che altri ti hanno proposto e aspetta una tua risposta. Finché non accetti non cambia nulla.">
        Inviti
      </PageTitle>
      {esito === 'accettato' && (
        <Alert tone="success">
          <p>
            Hai accettato. <Link href="/area">Vai a «Operi per…»</Link>
          </p>
        </Alert>
      )}
      {esito === 'rifiutato' && <Alert tone="success">Hai rifiutato: non è cambiato nulla.</Alert>}
      {!canSend && !none && <PinOnlineNotice />}
      {none && (
        <EmptyState title="Nessun invito in attesa">
          Quando qualcuno ti propone una delega, un incarico o un posto nel suo studio lo trovi qui.
        </EmptyState>
      )}
      {delegations.map(({ id, denomination, codiceFiscale, workers, conferredBy, ...delegation }) => (
        <Invitation
          key={id}
          title={`Delega da ${denomination}`}
          accept={canSend && { action: acceptDelegationAction, hidden: { delegationId: id } }}
          decline={canSend && { action: declineDelegationAction, hidden: { delegationId: id } }}
        >
          <p>
            C.F. {codiceFiscale}. {kindWords(delegation)}
            {delegation.scope === 'partial' && `, per ${formatCount(workers)} collaboratori`}, {termWords(delegation)}.
            La propone {conferredBy}. Se accetti potrai operare per questo contribuente.
          </p>
        </Invitation>
      ))}
      {appointments.map(({ id, denomination, codiceFiscale, side, ...appointment }) => (
        <Invitation
          key={id}
          title={`Altro responsabile di ${denomination}`}
          accept={canSend && { action: acceptAppointmentAction, hidden: { appointmentId: id } }}
          decline={canSend && { action: declineAppointmentAction, hidden: { appointmentId: id } }}
        >
          <p>
            C.F. {codiceFiscale}, {termWords(appointment)}.{' '}
            {side === 'office'
              ? 'Ti abilita la sede, con il modulo SC72 che ha ricevuto.'
              : 'Te lo propone chi rappresenta il contribuente.'}{' '}
            Se accetti potrai fare tutto quello che può fare il legale rappresentante.
          </p>
        </Invitation>
      ))}
      {memberships.map(({ id, kind, denomination, role, ownFirm }) => (
        <Invitation
          key={id}
          title={denomination}
          accept={canSend && ownFirm === null && { action: acceptMembershipAction, hidden: { memberId: id } }}
          decline={canSend && { action: declineMembershipAction, hidden: { memberId: id } }}
        >
          <p>
            {role === 'holder' ? roleWords[kind] : 'Ti invita a lavorare per i clienti che il titolare ti affiderà.'}
            {ownFirm !== null && ` Sei già in «${ownFirm}»: per accettare devi prima lasciarlo.`}
          </p>
        </Invitation>
      ))}
    </PersonFrame>
  )
}

const roleWords = {
  firm: 'Sei indicato come titolare di questo studio: le deleghe date a te saranno dello studio.',
  association: 'Sei indicato come responsabile di questo ufficio: le deleghe date a te saranno dell’ufficio.',
}

type Answer = Pick<ComponentProps<typeof OneButtonForm>, 'action' | 'hidden'> | false
type InvitationProps = { title: string; accept: Answer; decline: Answer; children: ReactNode }

function Invitation({ title, accept, decline, children }: InvitationProps) {
  return (
    <article className="invitation">
      <h2>{title}</h2>
      {children}
      <div className="button-row">
        {accept && (
          <OneButtonForm {...accept} what={`: ${title}`}>
            Accetta
          </OneButtonForm>
        )}
        {decline && (
          <OneButtonForm {...decline} look="secondary" what={`: ${title}`}>
            Rifiuta
          </OneButtonForm>
        )}
      </div>
    </article>
  )
}
