'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useActionState } from 'react'
import { type FormState, idle } from '@/lib/form-state'
import { Alert } from '../alert'
import { RefusalAlert } from './refusal-alert'
import { SubmitButton } from './submit-button'

type SendFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** What is sent, by its id. */
  hidden: Record<string, string | number>
  /** What was written, and where it is written. */
  what: string
  edit: string
  danger?: boolean
  /** The words of the button. */
  children: string
}

/** Last step of what was read again: it goes, or one goes back to it. What is no longer right is said with the way back. */
export function SendForm({ action, hidden, what, edit, danger = false, children }: SendFormProps) {
  const [state, submit, pending] = useActionState(action, idle)
  return (
    <form action={submit}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      {state.status === 'invalid' && (
        <Alert tone="danger" title="C’è qualcosa da rivedere">
          <p>Qualcosa nella {what} non è più valido.</p>
          <ul>
            {[...new Set(Object.values(state.errors).flat())].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          <p>
            <Link href={edit as Route}>Torna alla {what}</Link>: è salva.
          </p>
        </Alert>
      )}
      <div className="button-row">
        <SubmitButton pending={pending} pendingLabel="Invio in corso…" look={danger ? 'danger' : 'primary'}>
          {children}
        </SubmitButton>
        <Link className="btn btn-outline-primary" href={edit as Route}>
          Torna indietro
        </Link>
      </div>
    </form>
  )
}
