'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { insteadLength } from '@/lib/applications/lengths'
import { closeKindAction } from './action'

const rules = () => import('@/lib/applications/closure-schema').then(({ closeKindSchema }) => closeKindSchema)
const label = 'Che cosa fare invece'

/** Suspends a kind of istanza, with what people do instead. */
export function CloseKindForm({ kind }: { kind: string }) {
  const { form, field, errors, state, pending, attempt, props } = useActionForm(rules, closeKindAction, { kind })
  return (
    <form {...props} className="composing">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ instead: label }} attempt={attempt} />
      <input {...form.register('kind')} type="hidden" name="kind" value={kind} />
      <TextAreaField
        {...field('instead')}
        label={label}
        hint="È quello che legge chi cerca questa istanza o ha una bozza: scrivi dove andare e che cosa usare."
        limits={insteadLength}
        rows={5}
      />
      <SubmitButton pending={pending} look="danger">
        Sospendi questo tipo di istanza
      </SubmitButton>
    </form>
  )
}
