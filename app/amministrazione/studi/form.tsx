'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { RadioGroup } from '@/components/form/radio-group'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { firmKinds } from '@/db/vocabulary'
import { longest } from '@/lib/firms/lengths'
import { firmKindLabels } from '@/lib/firms/words'
import { inviteHolderAction, registerFirmAction } from './action'

const schemas = () => import('@/lib/firms/schema')
const registerRules = () => schemas().then(({ registerFirmSchema }) => registerFirmSchema)
const holderRules = () => schemas().then(({ inviteHolderSchema }) => inviteHolderSchema)
const kinds = firmKinds.map((value) => ({ value, label: firmKindLabels[value] }))
const holderLabel = 'Codice fiscale del titolare o del responsabile di ufficio'

/** Admits a firm and invites its holder. */
export function RegisterFirmForm() {
  const { field, errors, state, pending, attempt, props } = useActionForm(registerRules, registerFirmAction, {
    kind: 'firm',
  })
  return (
    <form {...props} className="composing">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary
        errors={errors}
        labels={{ kind: 'Tipo', denomination: 'Denominazione', holderCode: holderLabel }}
        attempt={attempt}
      />
      <RadioGroup {...field('kind')} label="Tipo" options={kinds} />
      <TextField {...field('denomination')} label="Denominazione" maxLength={longest.denomination} />
      <HolderField {...field('holderCode')} />
      <SubmitButton pending={pending}>Registra e invita il titolare</SubmitButton>
    </form>
  )
}

/** Another holder in the place of who has not accepted. */
export function InviteHolderForm({ firmId }: { firmId: string }) {
  const { form, field, errors, state, pending, attempt, props } = useActionForm(holderRules, inviteHolderAction, {
    firmId,
  })
  return (
    <form {...props} className="composing">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ holderCode: holderLabel }} attempt={attempt} />
      <input {...form.register('firmId')} type="hidden" name="firmId" value={firmId} />
      <HolderField {...field('holderCode')} />
      <SubmitButton pending={pending}>Invita questa persona</SubmitButton>
    </form>
  )
}

type HolderFieldProps = Omit<Parameters<typeof TextField>[0], 'label'>

const HolderField = (props: HolderFieldProps) => (
  <TextField
    {...props}
    label={holderLabel}
    hint="La persona trova l’invito sul portale e può accettarlo o rifiutarlo."
    autoComplete="off"
    spellCheck={false}
    width="medium"
  />
)
