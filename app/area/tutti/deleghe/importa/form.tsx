'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { controlClass, describedBy, FieldFrame } from '@/components/form/field-frame'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import type { Imported } from '@/lib/delegations/outcomes'
import { idle } from '@/lib/form-state'
import { importDelegationsAction } from './action'
import { ImportOutcome } from './outcome'

const labels = { file: 'File CSV' }

/** A file of delegations, and what became of each of its rows. */
export function ImportForm({ limits }: { limits: string }) {
  const [state, submit, pending] = useActionState(importDelegationsAction, idle)
  const error = state.status === 'invalid' ? Object.values(state.errors)[0]?.[0] : undefined
  const hint = `Un file CSV, anche salvato da un foglio di calcolo. ${limits}`
  return (
    <>
      {state.status === 'done' && 'shown' in state && <ImportOutcome imported={state.shown as Imported} />}
      <form action={submit}>
        <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
        <ErrorSummary errors={{ file: error }} labels={labels} />
        <FieldFrame name="file" id="file" label={labels.file} hint={hint} error={error}>
          <input
            {...describedBy({ id: 'file', hint, error })}
            className={controlClass('form-control', error && 'is-invalid')}
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
          />
        </FieldFrame>
        <div className="button-row">
          <SubmitButton pending={pending} pendingLabel="Leggo il file…">
            Carica e compila
          </SubmitButton>
        </div>
      </form>
    </>
  )
}
