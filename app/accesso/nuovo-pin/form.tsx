'use client'

import { CheckboxField } from '@/components/form/checkbox-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { PinField } from '@/components/form/pin-field'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { useActionForm } from '@/components/form/use-action-form'
import { choosePinAction } from './action'

const labels = { currentPin: 'PIN attuale', newPin: 'Nuovo PIN', repeatedPin: 'Riscrivi il nuovo PIN' }

const rules = () => import('@/lib/auth/schema').then(({ choosePinSchema }) => choosePinSchema)

export function ChoosePinForm({ initial }: { initial: boolean }) {
  const { field, box, errors, state, pending, attempt, props } = useActionForm(rules, choosePinAction, {})
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} attempt={attempt} labels={labels} />
      <PinField
        {...field('currentPin')}
        defaultValue=""
        label={initial ? 'PIN iniziale di 16 caratteri' : labels.currentPin}
        autoComplete="current-password"
        width="medium"
      />
      <PinField
        {...field('newPin')}
        defaultValue=""
        label={labels.newPin}
        hint="Da 8 a 64 caratteri, anche spazi e simboli. Non può contenere 8 caratteri di seguito del tuo codice fiscale."
        autoComplete="new-password"
        width="medium"
      />
      <PinField
        {...field('repeatedPin')}
        defaultValue=""
        label={labels.repeatedPin}
        autoComplete="new-password"
        width="medium"
      />
      {!initial && <CheckboxField {...box('endOtherSessions')} label="Termina le altre sessioni attive" />}
      <SubmitButton pending={pending}>Salva il nuovo PIN</SubmitButton>
    </form>
  )
}
