'use client'

import { type ReactNode, useActionState } from 'react'
import { Alert } from '@/components/alert'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { type FormState, idle } from '@/lib/form-state'

type TickedFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  hidden: Record<string, string>
  /** The table, each row with its box, and what else is asked. */
  children: ReactNode
  button: string
}

/** A table whose ticked rows are acted on together, with scripts and without. */
export function TickedForm({ action, hidden, children, button }: TickedFormProps) {
  const [state, submit, pending] = useActionState(action, idle)
  const wrong = state.status === 'invalid' ? Object.values(state.errors)[0]?.[0] : undefined
  return (
    <form action={submit}>
      {state.status === 'done' && state.message && <Alert tone="success">{state.message}</Alert>}
      <RefusalAlert message={state.status === 'refused' ? state.message : wrong} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <SubmitButton pending={pending}>{button}</SubmitButton>
    </form>
  )
}
