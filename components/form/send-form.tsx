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
  /** Where it is written. */
  edit: string
  /** The words of the button. */
  children: string
}

/** Last step of a request that was read again: it is sent, or one goes back to it. */
export function SendForm({ action, hidden, edit, children }: SendFormProps) {
  const [state, submit, pending] = useActionState(action, idle)
  return (
    <form action={submit}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      {state.status === 'invalid' && (
        <Alert tone="danger" title="C’è qualcosa da rivedere">
          <p>
            Qualcosa nella richiesta non è più valido. <Link href={edit as Route}>Torna alla richiesta</Link>: è salva.
          </p>
        </Alert>
      )}
      <div className="button-row">
        <SubmitButton pending={pending} pendingLabel="Invio in corso…">
          {children}
        </SubmitButton>
        <Link className="btn btn-outline-primary" href={edit as Route}>
          Torna indietro
        </Link>
      </div>
    </form>
  )
}
