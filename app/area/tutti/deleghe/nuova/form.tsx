'use client'

import { CheckboxField } from '@/components/form/checkbox-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { RadioGroup } from '@/components/form/radio-group'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { compileDelegationAction } from './action'

const labels = {
  codiceFiscale: 'Codice fiscale del contribuente',
  scope: 'Che cosa comprende',
  workers: 'Collaboratori',
  exclusive: 'Delega esclusiva',
  startsOn: 'Primo giorno',
  endsOn: 'Ultimo giorno',
}
const scopes = [
  { value: 'total', label: 'Totale', hint: 'Tutti i collaboratori del contribuente, presenti e futuri.' },
  { value: 'partial', label: 'Parziale', hint: 'Solo i collaboratori che elenchi qui sotto.' },
]

const rules = () =>
  import('@/lib/delegations/delegate-schema').then(({ compileDelegationSchema }) => compileDelegationSchema)

type CompileFormProps = {
  /** Made with the page: the delegation's own id. */
  delegationId: string
  /** gg/mm/aaaa */
  today: string
}

/** An indirect delegation: compiled here, signed on paper, then validated. */
export function CompileForm({ delegationId, today }: CompileFormProps) {
  const { field, box, errors, state, pending, attempt, props } = useActionForm(rules, compileDelegationAction, {
    delegationId,
    startsOn: today,
  })
  const again = state.status === 'invalid' || state.status === 'refused'
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
      <input type="hidden" name="delegationId" value={(again && state.values.delegationId) || delegationId} />
      <TextField
        {...field('codiceFiscale')}
        label={labels.codiceFiscale}
        hint="16 caratteri per una persona, 11 cifre per una società."
        width="medium"
        autoComplete="off"
      />
      <RadioGroup {...field('scope')} label={labels.scope} options={scopes} />
      <TextAreaField
        {...field('workers')}
        label={labels.workers}
        hint="Solo per una delega parziale: i codici fiscali, uno per riga."
        rows={4}
        optional
      />
      <CheckboxField
        {...box('exclusive')}
        label={labels.exclusive}
        hint="Finché vale, il contribuente non può dare ad altri una delega per le stesse cose."
      />
      <TextField {...field('startsOn')} label={labels.startsOn} hint="Come gg/mm/aaaa." width="medium" />
      <TextField
        {...field('endsOn')}
        label={labels.endsOn}
        hint="Come gg/mm/aaaa. Senza, vale finché non viene revocata o non ci rinunci."
        width="medium"
        optional
      />
      <div className="button-row">
        <SubmitButton pending={pending} pendingLabel="Compilo…">
          Compila la delega
        </SubmitButton>
      </div>
    </form>
  )
}
