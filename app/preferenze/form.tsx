'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { RadioGroup } from '@/components/form/radio-group'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { useActionForm } from '@/components/form/use-action-form'
import { keepExceptionAction, keepPreferencesAction } from './action'
import { Wishes } from './wishes'

type Boxes = Record<string, string | undefined>

const rules = () =>
  import('@/lib/notifications/preference-schema').then(({ keepPreferencesSchema }) => keepPreferencesSchema)
const exceptionRules = () =>
  import('@/lib/notifications/preference-schema').then(({ keepExceptionSchema }) => keepExceptionSchema)

const rhythms = [
  { value: 'at_once', label: 'Subito', hint: 'Un messaggio per ogni novità; le scadenze alle 8.' },
  { value: 'daily', label: 'Una volta al giorno', hint: 'Un solo riepilogo, alle 8, se c’è qualcosa di nuovo.' },
  { value: 'weekly', label: 'Una volta alla settimana', hint: 'Un solo riepilogo, il lunedì alle 8.' },
]

/** What holds in general. */
export function PreferencesForm({ rhythm, boxes }: { rhythm: string; boxes: Boxes }) {
  const { field, box, errors, state, pending, attempt, props } = useActionForm(rules, keepPreferencesAction, {
    rhythm,
    ...boxes,
  })
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ rhythm: 'Ogni quanto' }} attempt={attempt} />
      <RadioGroup {...field('rhythm')} label="Ogni quanto" options={rhythms} />
      <Wishes box={box} />
      <SubmitButton pending={pending}>Salva le preferenze</SubmitButton>
    </form>
  )
}

/** What holds for one contributor or group instead. */
export function ExceptionForm({ about, aboutId, boxes }: { about: string; aboutId: string; boxes: Boxes }) {
  const { box, errors, state, pending, attempt, props } = useActionForm(exceptionRules, keepExceptionAction, {
    about,
    aboutId,
    ...boxes,
  })
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} attempt={attempt} />
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="aboutId" value={aboutId} />
      <Wishes box={box} />
      <SubmitButton pending={pending}>Salva l’eccezione</SubmitButton>
    </form>
  )
}
