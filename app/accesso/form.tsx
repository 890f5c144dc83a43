'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { PinField } from '@/components/form/pin-field'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { idle } from '@/lib/form-state'
import { signInAction } from './action'

const labels = { codiceFiscale: 'Codice fiscale', pin: 'PIN dispositivo' }

/** The one form checked by the server alone: the door of the portal opens on the lightest page. */
export function SignInForm({ next }: { next: string | undefined }) {
  const [state, submit, pending] = useActionState(signInAction, idle)
  const wrong = state.status === 'invalid' ? state.errors : {}
  const typed = 'values' in state ? state.values : {}
  return (
    <form action={submit} noValidate>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary
        errors={{ codiceFiscale: wrong.codiceFiscale?.[0], pin: wrong.pin?.[0], root: wrong.root?.[0] }}
        labels={labels}
      />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="codiceFiscale"
        label={labels.codiceFiscale}
        defaultValue={typed.codiceFiscale}
        error={wrong.codiceFiscale?.[0]}
        autoComplete="username"
        autoCapitalize="characters"
        spellCheck={false}
        width="medium"
      />
      <PinField name="pin" label={labels.pin} error={wrong.pin?.[0]} autoComplete="current-password" width="medium" />
      <SubmitButton pending={pending} pendingLabel="Accesso in corso…">
        Accedi
      </SubmitButton>
    </form>
  )
}
