'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { ContactKind } from '@/db/vocabulary'
import type { FormState } from '@/lib/form-state'

type ContactFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  kind: ContactKind
  /** What travels with the form: for whom it is posted. */
  hidden: Record<string, string>
  label: string
  hint: string
  button: string
}

const rules = () => import('@/lib/contacts/schema').then(({ proposeContactSchema }) => proposeContactSchema)
const inputs = {
  pec: { type: 'email', inputMode: 'email' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  mobile: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
} as const

/** A contact to be written, or written anew. */
export function ContactForm({ action, kind, hidden, label, hint, button }: ContactFormProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm(rules, action, { kind })
  const id = `nuovo-${kind}`
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ value: label }} ids={{ value: id }} attempt={attempt} />
      {Object.entries({ ...hidden, kind }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField {...field('value')} {...inputs[kind]} id={id} label={label} hint={hint} />
      <SubmitButton pending={pending} look="secondary">
        {button}
      </SubmitButton>
    </form>
  )
}
