'use client'

import { CheckboxField } from '@/components/form/checkbox-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { reasonLength } from '@/lib/delegations/lengths'
import { changeCompiledWorkersAction, renounceDelegationAction, validateDelegationAction } from './action'

const rules = {
  validate: () => import('@/lib/delegations/delegate-schema').then((all) => all.validateDelegationSchema),
  workers: () => import('@/lib/delegations/delegate-schema').then((all) => all.changeCompiledWorkersSchema),
  renounce: () => import('@/lib/delegations/schema').then((all) => all.delegationReasonSchema),
}

type FormProps = { delegationId: string }

/** «Valida»: from here on it is valid. */
export function ValidateForm({ delegationId, denomination }: FormProps & { denomination: string }) {
  const form = useActionForm(rules.validate, validateDelegationAction, { delegationId })
  const { field, box, errors, state, pending, attempt, props } = form
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary
        errors={errors}
        labels={{ signedOn: 'Giorno della firma', declared: 'Dichiarazione' }}
        attempt={attempt}
      />
      <input type="hidden" name="delegationId" value={delegationId} />
      <TextField {...field('signedOn')} label="Giorno della firma" hint="Come gg/mm/aaaa." width="medium" />
      <CheckboxField
        {...box('declared')}
        label={`Dichiaro sotto la mia responsabilità che ${denomination} ha firmato questa delega`}
        hint="Conserva il modulo firmato, con la copia di un documento di identità di chi ha firmato, per tutta la durata e per i 5 anni successivi."
      />
      <div className="button-row">
        <SubmitButton pending={pending} pendingLabel="Valido…">
          Valida la delega
        </SubmitButton>
      </div>
    </form>
  )
}

/** The workers of one still to be signed. */
export function WorkersForm({ delegationId, workers }: FormProps & { workers: string[] }) {
  const form = useActionForm(rules.workers, changeCompiledWorkersAction, { delegationId, workers: workers.join('\n') })
  const { field, errors, state, pending, attempt, props } = form
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ workers: 'Collaboratori' }} attempt={attempt} />
      <input type="hidden" name="delegationId" value={delegationId} />
      <TextAreaField
        {...field('workers')}
        label="Collaboratori"
        hint="I codici fiscali, uno per riga. Se li cambi, scarica di nuovo il modulo prima della firma."
        rows={6}
      />
      <div className="button-row">
        <SubmitButton pending={pending} look="secondary">
          Cambia i collaboratori
        </SubmitButton>
      </div>
    </form>
  )
}

/** «Rinuncia»: the delegate gives it back. */
export function RenounceForm({ delegationId }: FormProps) {
  const form = useActionForm(rules.renounce, renounceDelegationAction, { delegationId })
  const { field, errors, state, pending, attempt, props } = form
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ text: 'Motivo' }} attempt={attempt} />
      <input type="hidden" name="delegationId" value={delegationId} />
      <TextAreaField
        {...field('text')}
        label="Motivo"
        hint="Lo legge il contribuente."
        limits={reasonLength}
        rows={3}
      />
      <div className="button-row">
        <SubmitButton pending={pending} look="danger">
          Rinuncia alla delega
        </SubmitButton>
      </div>
    </form>
  )
}
