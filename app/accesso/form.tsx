'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { PinField } from '@/components/form/pin-field'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { signInSchema } from '@/lib/auth/schema'
import { signInAction } from './action'

export function SignInForm({ next }: { next: string | undefined }) {
  const { field, errors, state, pending, attempt, props } = useActionForm(signInSchema, signInAction, {})
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary
        errors={errors}
        attempt={attempt}
        labels={{ codiceFiscale: 'Codice fiscale', pin: 'PIN dispositivo' }}
      />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        {...field('codiceFiscale')}
        label="Codice fiscale"
        autoComplete="username"
        autoCapitalize="characters"
        spellCheck={false}
        width="medium"
      />
      <PinField
        {...field('pin')}
        label="PIN dispositivo"
        autoComplete="current-password"
        width="medium"
        defaultValue=""
      />
      <SubmitButton pending={pending} pendingLabel="Accesso in corso…">
        Accedi
      </SubmitButton>
    </form>
  )
}
