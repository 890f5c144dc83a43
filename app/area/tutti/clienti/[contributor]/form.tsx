'use client'

import { Alert } from '@/components/alert'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { longest } from '@/lib/firms/lengths'
import { keepClientAction } from './action'

const rules = () => import('@/lib/firms/schema').then(({ keepClientSchema }) => keepClientSchema)

type ClientFormProps = {
  client: { id: string; clientCode: string | null; assigneeId: string | null; note: string | null }
  colleagues: { id: string; name: string }[]
}

/** The firm's own card of a client. */
export function ClientForm({ client, colleagues }: ClientFormProps) {
  const { form, field, errors, state, pending, attempt, props } = useActionForm(rules, keepClientAction, {
    contributorId: client.id,
    clientCode: client.clientCode ?? '',
    assigneeId: client.assigneeId ?? '',
    note: client.note ?? '',
  })
  return (
    <form {...props} className="composing">
      {state.status === 'done' && state.message && <Alert tone="success">{state.message}</Alert>}
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary
        errors={errors}
        labels={{ clientCode: 'Codice cliente', assigneeId: 'Chi lo segue', note: 'Nota' }}
        attempt={attempt}
      />
      <input {...form.register('contributorId')} type="hidden" name="contributorId" value={client.id} />
      <TextField
        {...field('clientCode')}
        label="Codice cliente"
        hint="Quello che usate nello studio: si può cercare negli elenchi."
        optional
        maxLength={longest.clientCode}
        width="medium"
      />
      <SelectField
        {...field('assigneeId')}
        label="Chi lo segue"
        emptyLabel="Nessuno"
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        width="medium"
      />
      <TextAreaField {...field('note')} label="Nota" optional rows={5} maxLength={longest.note} />
      <SubmitButton pending={pending}>Salva la scheda</SubmitButton>
    </form>
  )
}
