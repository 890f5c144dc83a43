'use client'

import { useEffect } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { ContactKind } from '@/db/vocabulary'
import type { FormState } from '@/lib/form-state'
import { PinAgain } from './pin-again'

type ContactFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  kind: ContactKind
  /** What travels with the form: for whom it is posted. */
  hidden: Record<string, string>
  label: string
  hint: string
  button: string
  /** Who writes it has to prove again who they are. */
  asksPin: boolean
}

const rules = () => import('@/lib/contacts/schema').then(({ proposeContactSchema }) => proposeContactSchema)
const inputs = {
  pec: { type: 'email', inputMode: 'email' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  mobile: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
} as const

/** A contact to be written, or written anew. */
export function ContactForm({ action, kind, hidden, label, hint, button, asksPin }: ContactFormProps) {
  const { form, field, errors, state, pending, attempt, props } = useActionForm(rules, action, { kind })
  const { setValue } = form
  const id = `nuovo-${kind}`
  const pinId = `pin-${id}`
  useEffect(() => {
    if ('values' in state) setValue('pin', '')
  }, [state, setValue])
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary
        errors={errors}
        labels={{ value: label, pin: 'PIN' }}
        ids={{ value: id, pin: pinId }}
        attempt={attempt}
      />
      {Object.entries({ ...hidden, kind }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField {...field('value')} {...inputs[kind]} id={id} label={label} hint={hint} />
      {(asksPin || errors.pin) && <PinAgain {...field('pin')} id={pinId} purpose={button} />}
      <SubmitButton pending={pending} look="secondary">
        {button}
      </SubmitButton>
    </form>
  )
}
