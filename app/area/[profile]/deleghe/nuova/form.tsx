'use client'

import { CheckboxField } from '@/components/form/checkbox-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { RadioGroup } from '@/components/form/radio-group'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { conferDelegationAction } from './action'

type DelegationFormProps = {
  profile: string
  /** Made with the page: the delegation's own id. */
  delegationId: string
  /** The first day that is proposed, gg/mm/aaaa. */
  today: string
}

const labels = {
  delegateCode: 'Codice fiscale del delegato',
  scope: 'Per quali collaboratori',
  workers: 'Codici fiscali dei collaboratori',
  exclusive: 'Delega esclusiva',
  startsOn: 'Primo giorno',
  endsOn: 'Ultimo giorno',
}

const scopes = [
  {
    value: 'total',
    label: 'Totale: per tutti, di oggi e di domani',
    hint: 'Il delegato legge le comunicazioni, risponde e invia richieste per tutta la posizione.',
  },
  {
    value: 'partial',
    label: 'Parziale: solo per alcuni',
    hint: 'Il delegato opera solo per i collaboratori che elenchi qui sotto. Potrai cambiarli in ogni momento.',
  },
]

const rules = () => import('@/lib/delegations/schema').then(({ conferDelegationSchema }) => conferDelegationSchema)

/** To whom, for what, from when to when. */
export function DelegationForm({ profile, delegationId, today }: DelegationFormProps) {
  const { field, box, errors, state, pending, attempt, props } = useActionForm(rules, conferDelegationAction, {
    delegationId,
    startsOn: today,
  })
  const again = state.status === 'invalid' || state.status === 'refused'
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
      <input type="hidden" name="profile" value={profile} />
      <input type="hidden" name="delegationId" value={(again && state.values.delegationId) || delegationId} />
      <TextField
        {...field('delegateCode')}
        label={labels.delegateCode}
        hint="Di una persona: 16 caratteri. Per uno studio scrivi quello del titolare."
        width="medium"
        autoComplete="off"
      />
      <RadioGroup {...field('scope')} label={labels.scope} options={scopes} />
      <TextAreaField
        {...field('workers')}
        label={labels.workers}
        hint="Solo per una delega parziale: uno per riga, oppure separati da virgole."
        rows={5}
        optional
      />
      <CheckboxField
        {...box('exclusive')}
        label={labels.exclusive}
        hint="Finché vale, nessun altro delegato può operare per gli stessi collaboratori."
      />
      <TextField
        {...field('startsOn')}
        label={labels.startsOn}
        hint="Come gg/mm/aaaa, da oggi in poi."
        width="medium"
      />
      <TextField
        {...field('endsOn')}
        label={labels.endsOn}
        hint="Come gg/mm/aaaa, compreso. Se lo lasci vuoto vale finché non la revochi."
        width="medium"
        optional
      />
      <div className="button-row">
        <SubmitButton pending={pending}>Conferisci la delega</SubmitButton>
      </div>
    </form>
  )
}
