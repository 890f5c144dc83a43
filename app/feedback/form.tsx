'use client'

import { Alert } from '@/components/alert'
import { ErrorSummary } from '@/components/form/error-summary'
import { RadioGroup } from '@/components/form/radio-group'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { giveFeedbackAction } from './action'

const ratings = ['Per niente', 'Poco', 'Abbastanza', 'Molto', 'Moltissimo'].map((label, index) => ({
  value: String(index + 1),
  label,
}))

const rules = () => import('@/lib/feedback/schema').then(({ giveFeedbackSchema }) => giveFeedbackSchema)

export function FeedbackForm({ page }: { page: string }) {
  const { field, errors, state, pending, attempt, props } = useActionForm(rules, giveFeedbackAction, {})
  if (state.status === 'done') return <Alert tone="success">{state.message}</Alert>
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary
        errors={errors}
        labels={{ rating: 'Facilità', text: 'Che cosa è andato bene o male' }}
        attempt={attempt}
      />
      <input type="hidden" name="page" value={page} />
      <RadioGroup {...field('rating')} label="Quanto è stato facile usare il portale?" options={ratings} />
      <TextAreaField
        {...field('text')}
        label="Che cosa è andato bene o male"
        hint="Non scrivere dati personali: il tuo nome non viene registrato."
        optional
        rows={5}
      />
      <SubmitButton pending={pending}>Invia</SubmitButton>
    </form>
  )
}
