'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { controlClass, describedBy, FieldFrame } from '@/components/form/field-frame'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { useActionForm } from '@/components/form/use-action-form'
import type { Imported } from '@/lib/delegations/outcomes'
import { importDelegationsAction } from './action'
import { ImportOutcome } from './outcome'

const labels = { file: 'File CSV' }

/** A file of delegations, and what became of each of its rows. */
export function ImportForm({ limits }: { limits: string }) {
  const { errors, state, pending, attempt, props } = useActionForm(undefined, importDelegationsAction, {})
  const hint = `Un file CSV, anche salvato da un foglio di calcolo. ${limits}`
  return (
    <>
      {state.status === 'done' && 'shown' in state && <ImportOutcome imported={state.shown as Imported} />}
      <form {...props}>
        <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
        <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
        <FieldFrame name="file" id="file" label={labels.file} hint={hint} error={errors.file}>
          <input
            {...describedBy({ id: 'file', hint, error: errors.file })}
            className={controlClass('form-control', errors.file && 'is-invalid')}
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
