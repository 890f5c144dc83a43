'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useActionState } from 'react'
import { Alert } from '@/components/alert'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { idle } from '@/lib/form-state'
import { sendBulkAction } from './action'

type SendBulkFormProps = { bulkId: string; version: number; edit: string; children: string }

export function SendBulkForm({ bulkId, version, edit, children }: SendBulkFormProps) {
  const [state, submit, pending] = useActionState(sendBulkAction, idle)
  return (
    <form action={submit}>
      <input type="hidden" name="bulkId" value={bulkId} />
      <input type="hidden" name="version" value={version} />
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
