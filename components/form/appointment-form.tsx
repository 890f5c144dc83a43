'use client'

import type { Route } from 'next'
import Link from 'next/link'
import type { FormState } from '@/lib/form-state'
import { ErrorSummary } from './error-summary'
import { RefusalAlert } from './refusal-alert'
import { SubmitButton } from './submit-button'
import { TermFields, termLabels } from './term-fields'
import { TextField } from './text-field'
import { useActionForm } from './use-action-form'

type AppointmentFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** Whose form it is: the contributor in the address, or the one the office says. */
  by: 'contributor' | 'office'
  /** What travels with what is typed; `appointmentId` is the appointment's own id, made with the page. */
  hidden: Record<string, string> & { appointmentId: string }
  /** The first day that is proposed, gg/mm/aaaa. */
  today: string
  back: { href: string; label: string }
}

const labels = { codiceFiscale: 'Codice fiscale', ...termLabels }

const rules = {
  contributor: () =>
    import('@/lib/representatives/schema').then(({ appointRepresentativeSchema }) => appointRepresentativeSchema),
  office: () =>
    import('@/lib/representatives/schema').then(({ enableRepresentativeSchema }) => enableRepresentativeSchema),
}

/** «Altro responsabile»: who, from when to when; the same for the contributor's side and for the office. */
export function AppointmentForm({ action, by, hidden, today, back }: AppointmentFormProps) {
  const { profile: _, ...kept } = hidden
  const { field, errors, state, pending, attempt, props } = useActionForm<Record<string, string | undefined>, unknown>(
    rules[by] as never,
    action,
    { ...kept, startsOn: today },
  )
  const again = state.status === 'invalid' || state.status === 'refused'
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={(again && state.values[name]) || value} />
      ))}
      <TextField
        {...field('codiceFiscale')}
        label={labels.codiceFiscale}
        hint="Della persona che opererà: 16 caratteri."
        width="medium"
        autoComplete="off"
      />
      <TermFields field={field} endless="finché qualcuno non lo toglie" />
      <div className="button-row">
        <SubmitButton pending={pending}>Abilita la persona</SubmitButton>
        <Link className="btn btn-outline-primary" href={back.href as Route}>
          {back.label}
        </Link>
      </div>
    </form>
  )
}
