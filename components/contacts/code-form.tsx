'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { FormState } from '@/lib/form-state'

type CodeFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  contactId: string
  hidden: Record<string, string>
  /** What is verified, for who hears the button alone. */
  what: string
}

const rules = () => import('@/lib/contacts/schema').then(({ verifyContactSchema }) => verifyContactSchema)

/** «Verifica»: the six digits that arrived at the contact. */
export function CodeForm({ action, contactId, hidden, what }: CodeFormProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm(rules, action, { contactId })
  const id = `codice-${contactId}`
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ code: 'Codice' }} ids={{ code: id }} attempt={attempt} />
      {Object.entries({ ...hidden, contactId }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        {...field('code')}
        id={id}
        label="Codice di 6 cifre"
        hint="È nel messaggio che ti abbiamo inviato: vale 10 minuti."
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
      />
      <SubmitButton pending={pending}>
        Verifica<span className="visually-hidden"> {what}</span>
      </SubmitButton>
    </form>
  )
}
