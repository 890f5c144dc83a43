'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/alert'
import { CopyValue } from '@/components/copy-value'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { idle, stalePage } from '@/lib/form-state'
import { openCalendarAction } from './action'

/** One button; the address stands in what it answers while it is among the open ones, and nowhere after that. */
export function NewCalendar({ profile, open }: { profile: string; open: string[] }) {
  const [state, submit, pending] = useActionState(openCalendarAction, idle)
  return (
    <form action={submit} className="new-calendar">
      <input type="hidden" name="profile" value={profile} />
      {state.status === 'done' && state.message && open.includes(state.id!) && (
        <Alert tone="success" title="Indirizzo creato">
          <p>Copialo adesso: per sicurezza non lo mostriamo più.</p>
          <p>
            <CopyValue value={state.message} what="l’indirizzo del calendario" />
          </p>
        </Alert>
      )}
      <RefusalAlert
        message={state.status === 'refused' ? state.message : state.status === 'invalid' ? stalePage : undefined}
      />
      <SubmitButton pending={pending} look="secondary">
        Crea un indirizzo
      </SubmitButton>
    </form>
  )
}
