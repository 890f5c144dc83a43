import type { Metadata } from 'next'
import { Alert } from '@/components/alert'
import { ContactSection, type ShownContact } from '@/components/contacts/contact-section'
import { DoneAlert } from '@/components/contacts/done-alert'
import { PinButtonForm } from '@/components/contacts/pin-button-form'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { isProven } from '@/lib/auth/queries'
import { requireContributorSide, requirePerson } from '@/lib/auth/session'
import { canRemove, contactsRight, kindsFor } from '@/lib/contacts/policy'
import { findPecInvitation, listContactEvents, listContacts } from '@/lib/contacts/queries'
import { AreaFrame } from '../area-frame'
import {
  confirmContactAction,
  declineContactAction,
  proposeContactAction,
  removeContactAction,
  sendContactCodeAction,
  verifyContactAction,
} from './action'
import { ContactHistory } from './history'

export const metadata: Metadata = { title: 'Recapiti' }

const actions = {
  propose: proposeContactAction,
  send: sendContactCodeAction,
  verify: verifyContactAction,
  remove: removeContactAction,
}

export default async function ContactsPage({ params, searchParams }: PageProps<'/area/[profile]/recapiti'>) {
  const { profile } = await params
  const { fatto } = await searchParams
  const actor = await requireContributorSide(profile)
  const [contacts, events, invitation, proven] = await Promise.all([
    listContacts(actor),
    listContactEvents(actor),
    findPecInvitation(actor),
    isProven(await requirePerson()),
  ])
  const online = actor.pinLevel === 'online'
  const right = online ? 'read' : contactsRight(actor)
  const shown = contacts.map((contact) => ({ ...contact, removable: !online && canRemove(actor, contact) }))
  return (
    <AreaFrame actor={actor} voice="recapiti" trail={[{ label: 'Recapiti' }]}>
      <PageTitle lead="PEC, e-mail e cellulare del contribuente: li usiamo solo dopo averli verificati con un codice. Quelli che scrivi in una richiesta sono di chi la invia, e restano a parte.">
        Recapiti
      </PageTitle>
      <DoneAlert done={fatto} />
      {online && <PinOnlineNotice />}
      {!online && contactsRight(actor) === 'read' && (
        <Alert tone="info">Con il titolo con cui agisci puoi vedere i recapiti, non cambiarli.</Alert>
      )}
      {kindsFor(actor).map((kind) => (
        <ContactSection
          key={kind}
          kind={kind}
          contacts={shown}
          right={right}
          asksPin={!proven}
          actions={actions}
          hidden={{ profile }}
          answers={(contact) => right === 'change' && <Answers profile={profile} contact={contact} asksPin={!proven} />}
        >
          {kind === 'pec' && invitation && (
            <Alert tone="info" title="Manca la PEC">
              {invitation.waiting
                ? 'C’è una PEC scritta ma non ancora verificata: quando lo sarà, le novità arriveranno anche lì.'
                : 'Aggiungi la PEC: è il modo più sicuro per sapere subito delle comunicazioni. Non è obbligatoria e puoi usare il portale anche senza.'}
            </Alert>
          )}
        </ContactSection>
      ))}
      <ContactHistory events={events} />
    </AreaFrame>
  )
}

type AnswersProps = { profile: string; contact: ShownContact; asksPin: boolean }

/** What a representative answers to a delegate's proposal. */
function Answers({ profile, contact, asksPin }: AnswersProps) {
  const hidden = { profile, contactId: contact.id }
  return (
    <div className="button-row">
      <PinButtonForm action={confirmContactAction} hidden={hidden} asksPin={asksPin} what={contact.value}>
        Conferma e invia il codice
      </PinButtonForm>
      <OneButtonForm action={declineContactAction} hidden={hidden} look="secondary" what={contact.value}>
        Rifiuta
      </OneButtonForm>
    </div>
  )
}
