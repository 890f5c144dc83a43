'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { Fieldset } from '@/components/form/fieldset'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { changeWorkersAction } from './action'

type WorkersFormProps = { profile: string; delegationId: string; workers: string[] }

const labels = { add: 'Da aggiungere', remove: 'Da togliere' }

const rules = () =>
  import('@/lib/delegations/schema').then(({ changeWorkersSchema }) => changeWorkersSchema.omit({ remove: true }))

/** Whom a partial delegation is about: codes to add, boxes to remove. */
export function WorkersForm({ profile, delegationId, workers }: WorkersFormProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm(rules, changeWorkersAction, { delegationId })
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
      <input type="hidden" name="profile" value={profile} />
      <input type="hidden" name="delegationId" value={delegationId} />
      <TextAreaField
        {...field('add')}
        label={labels.add}
        hint="I codici fiscali, uno per riga oppure separati da virgole."
        rows={5}
        optional
      />
      <Fieldset id="remove" legend={labels.remove} error={errors.remove} optional>
        {workers.map((code) => (
          <div className="form-check" key={code}>
            <input type="checkbox" name="remove" value={code} id={`togli-${code}`} />
            <label htmlFor={`togli-${code}`}>{code}</label>
          </div>
        ))}
      </Fieldset>
      <div className="button-row">
        <SubmitButton pending={pending}>Cambia i collaboratori</SubmitButton>
      </div>
    </form>
  )
}
