'use client'

import type { FormState } from '@/lib/form-state'
import { CheckboxField } from './checkbox-field'
import { ErrorSummary } from './error-summary'
import { RadioGroup } from './radio-group'
import { RefusalAlert } from './refusal-alert'
import { SubmitButton } from './submit-button'
import { TermFields, termLabels } from './term-fields'
import { TextAreaField } from './text-area-field'
import { TextField } from './text-field'
import { useActionForm } from './use-action-form'

type DelegationFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** Whose form it is: the contributor's, who confers it, or the delegate's, who compiles it to be signed. */
  by: keyof typeof sides
  /** What travels with what is typed; `delegationId` is the delegation's own id, made with the page. */
  hidden: Record<string, string> & { delegationId: string }
  /** The first day that is proposed, gg/mm/aaaa. */
  today: string
}

const sides = {
  contributor: {
    rules: () => import('@/lib/delegations/schema').then(({ conferDelegationSchema }) => conferDelegationSchema),
    other: {
      name: 'delegateCode',
      label: 'Codice fiscale del delegato',
      hint: 'Di una persona: 16 caratteri. Per uno studio scrivi quello del titolare.',
    },
    endless: 'finché non la revochi',
    button: 'Conferisci la delega',
  },
  delegate: {
    rules: () =>
      import('@/lib/delegations/delegate-schema').then(({ compileDelegationSchema }) => compileDelegationSchema),
    other: {
      name: 'codiceFiscale',
      label: 'Codice fiscale del contribuente',
      hint: '16 caratteri per una persona, 11 cifre per una società.',
    },
    endless: 'finché non viene revocata o non ci rinunci',
    button: 'Compila la delega',
  },
}

const labels = {
  scope: 'Per quali collaboratori',
  workers: 'Codici fiscali dei collaboratori',
  exclusive: 'Delega esclusiva',
  ...termLabels,
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
    hint: 'Il delegato opera solo per i collaboratori elencati qui sotto. Si potranno cambiare in ogni momento.',
  },
]

/** A delegation: between whom, for what, from when to when; the same for who confers it and who compiles it. */
export function DelegationForm({ action, by, hidden, today }: DelegationFormProps) {
  const { rules, other, endless, button } = sides[by]
  const { profile: _, ...kept } = hidden
  const form = useActionForm<Record<string, string | undefined>, unknown>(rules as never, action, {
    ...kept,
    startsOn: today,
  })
  const { field, box, errors, state, pending, attempt, props } = form
  const again = state.status === 'invalid' || state.status === 'refused'
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ [other.name]: other.label, ...labels }} attempt={attempt} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={(again && state.values[name]) || value} />
      ))}
      <TextField {...field(other.name)} label={other.label} hint={other.hint} width="medium" autoComplete="off" />
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
      <TermFields field={field} endless={endless} />
      <div className="button-row">
        <SubmitButton pending={pending}>{button}</SubmitButton>
      </div>
    </form>
  )
}
