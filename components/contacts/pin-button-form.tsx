'use client'

import { useActionState, useId, useState } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { type FormState, idle, stalePage } from '@/lib/form-state'
import { PinAgain } from './pin-again'

type PinButtonFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** What travels with the press. */
  hidden: Record<string, string>
  /** Who presses has to prove again who they are. */
  asksPin: boolean
  children: string
  /** Completes the button's words for who hears them alone. */
  what: string
  look?: 'primary' | 'danger'
}

/** One button, and before it the PIN, when a while has gone by since sign-in. */
export function PinButtonForm({ action, hidden, asksPin, children, what, look = 'primary' }: PinButtonFormProps) {
  const [state, submit, pending] = useActionState(action, idle)
  const [attempt, setAttempt] = useState(0)
  const id = useId()
  const wrong = state.status === 'invalid' ? state.errors.pin?.[0] : undefined
  const asks = asksPin || wrong !== undefined
  const stale = state.status === 'invalid' && wrong === undefined
  return (
    <form
      action={submit}
      onSubmit={() => setAttempt((count) => count + 1)}
      noValidate
      className={asks ? undefined : 'one-button-form'}
    >
      <RefusalAlert message={state.status === 'refused' ? state.message : stale ? stalePage : undefined} />
      <ErrorSummary errors={{ pin: wrong }} labels={{ pin: 'PIN' }} ids={{ pin: id }} attempt={attempt} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {asks && <PinAgain name="pin" id={id} purpose={`${children} ${what}`} error={wrong} />}
      <SubmitButton pending={pending} look={look}>
        {children}
        <span className="visually-hidden"> {what}</span>
      </SubmitButton>
    </form>
  )
}
