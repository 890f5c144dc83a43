'use client'

import { useActionState } from 'react'
import { type FormState, idle, stalePage } from '@/lib/form-state'
import { RefusalAlert } from './refusal-alert'
import { SubmitButton } from './submit-button'

type OneButtonFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** What travels with the press. */
  hidden: Record<string, string>
  children: string
  /** Completes the button's words for who hears them alone («Termina», then «la sessione Firefox su Windows»). */
  what?: string
  look?: 'primary' | 'secondary' | 'danger'
  pendingLabel?: string
}

/** An act that needs no words: one button, and what the portal answers if it can't be done. */
export function OneButtonForm({ action, hidden, children, what, look = 'primary', pendingLabel }: OneButtonFormProps) {
  const [state, submit, pending] = useActionState(action, idle)
  return (
    <form action={submit} className="one-button-form">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton pending={pending} look={look} {...(pendingLabel && { pendingLabel })}>
        {children}
        {what && <span className="visually-hidden"> {what}</span>}
      </SubmitButton>
      <RefusalAlert
        message={state.status === 'refused' ? state.message : state.status === 'invalid' ? stalePage : undefined}
      />
    </form>
  )
}
