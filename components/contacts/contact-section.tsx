import type { ReactNode } from 'react'
import { DateTime } from '@/components/date-time'
import { OneButtonForm } from '@/components/form/one-button-form'
import { StatusBadge, type StatusTone } from '@/components/status-badge'
import type { ContactKind, ContactStatus } from '@/db/vocabulary'
import { contactStatusLabels, kindLabels } from '@/lib/contacts/words'
import type { FormState } from '@/lib/form-state'
import { CodeForm } from './code-form'
import { ContactForm } from './contact-form'
import { PinButtonForm } from './pin-button-form'

type Action = (previous: FormState, form: FormData) => Promise<FormState>
export type ShownContact = {
  id: string
  kind: ContactKind
  value: string
  status: ContactStatus
  author: string
  createdAt: Date
  verifiedAt: Date | null
  /** A code that may still be used is on its way. */
  codeSent: boolean
  removable: boolean
}
export type ContactActions = { propose: Action; send: Action; verify: Action; remove: Action }

type ContactSectionProps = {
  kind: ContactKind
  contacts: ShownContact[]
  /** What one may do here: nothing but look, too. */
  right: 'change' | 'propose' | 'read'
  /** Who changes them has to prove again who they are. */
  asksPin: boolean
  actions: ContactActions
  /** What travels with every form. */
  hidden: Record<string, string>
  /** Buttons beside a proposal, for who may take it as good. */
  answers?: (contact: ShownContact) => ReactNode
  /** Said above the contacts; where there are none, in the place of saying so. */
  children?: ReactNode
}

const tones: Partial<Record<ContactStatus, StatusTone>> = {
  verified: 'closed',
  unverified: 'waiting',
  proposed: 'open',
}
const named: Record<ContactKind, string> = { pec: 'la PEC', email: 'l’e-mail', mobile: 'il cellulare' }
const hints: Record<ContactKind, string> = {
  pec: 'Per esempio nome@pec.esempio.it. Ti inviamo un codice per verificarla.',
  email: 'Per esempio nome@esempio.it. Ti inviamo un codice per verificarla.',
  mobile: 'Per esempio 333 123 4567. Ti inviamo un codice per SMS, dalle 9 alle 19.',
}
const proposalHint = 'Sarà usato quando il contribuente lo conferma e lo verifica.'

/** One kind of contact: the one in use, what waits to be verified or confirmed, and how to change it. */
export function ContactSection(props: ContactSectionProps) {
  const { kind, contacts, right, asksPin, actions, hidden, answers, children } = props
  const shown = contacts.filter((contact) => contact.kind === kind)
  const waiting = shown.find(({ status }) => status === 'unverified')
  return (
    <section className="contact-section" aria-labelledby={`recapito-${kind}`}>
      <h2 id={`recapito-${kind}`}>{kindLabels[kind]}</h2>
      {children}
      {shown.length === 0 && !children && <p>Nessun recapito di questo tipo.</p>}
      {shown.map((contact) => (
        <div className="contact-card" key={contact.id}>
          <p>
            <span className="contact-value">{contact.value}</span>{' '}
            <StatusBadge tone={tones[contact.status] ?? 'neutral'} label={contactStatusLabels[contact.status]} />
          </p>
          <p className="text-muted">
            Scritto da {contact.author}, <DateTime at={contact.createdAt} />
            {contact.verifiedAt && (
              <>
                ; verificato <DateTime at={contact.verifiedAt} />
              </>
            )}
          </p>
          {contact.status === 'unverified' && right === 'change' && (
            <>
              {contact.codeSent && (
                <CodeForm action={actions.verify} contactId={contact.id} hidden={hidden} what={named[kind]} />
              )}
              <OneButtonForm
                action={actions.send}
                hidden={{ ...hidden, contactId: contact.id }}
                look="secondary"
                what={`a ${contact.value}`}
              >
                {contact.codeSent ? 'Invia un altro codice' : 'Invia il codice'}
              </OneButtonForm>
            </>
          )}
          {contact.status === 'proposed' && answers?.(contact)}
          {contact.removable && (
            <PinButtonForm
              action={actions.remove}
              hidden={{ ...hidden, contactId: contact.id }}
              asksPin={asksPin}
              look="danger"
              what={contact.value}
            >
              Togli
            </PinButtonForm>
          )}
        </div>
      ))}
      {right !== 'read' && (
        <ContactForm
          key={`${waiting?.id}${shown.length}`}
          action={actions.propose}
          kind={kind}
          hidden={hidden}
          asksPin={asksPin}
          label={shown.length === 0 ? `Scrivi ${named[kind]}` : `Cambia ${named[kind]}`}
          hint={right === 'propose' ? proposalHint : hints[kind]}
          button={right === 'propose' ? `Proponi ${named[kind]}` : `Salva ${named[kind]} e invia il codice`}
        />
      )}
    </section>
  )
}
