'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useActionState } from 'react'
import { Alert } from '@/components/alert'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { idle } from '@/lib/form-state'
import { settleDecisionAction } from './action'

type SettleFormProps = {
  hidden: { requestId: string; draftId: string; version: number }
  /** Where it is written. */
  edit: string
  danger: boolean
  children: string
}

/** The last button of a decision. What the portal's own rows do not allow is said here, with the way back to the form. */
export function SettleForm({ hidden, edit, danger, children }: SettleFormProps) {
  const [state, submit, pending] = useActionState(settleDecisionAction, idle)
  return (
    <form action={submit}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      {state.status === 'invalid' && (
        <Alert tone="danger" title="C’è qualcosa da rivedere">
          <ul>
            {[...new Set(Object.values(state.errors).flat())].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          <p>
            <Link href={edit as Route}>Torna alla decisione</Link>: è salva.
          </p>
        </Alert>
      )}
      <div className="button-row">
        <SubmitButton pending={pending} look={danger ? 'danger' : 'primary'}>
          {children}
        </SubmitButton>
        <Link className="btn btn-outline-primary" href={edit as Route}>
          Torna indietro
        </Link>
      </div>
    </form>
  )
}
