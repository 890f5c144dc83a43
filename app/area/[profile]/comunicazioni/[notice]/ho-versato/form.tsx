'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { FileField } from '@/components/form/file-field'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { declarePaymentAction } from './action'

type PaymentFormProps = {
  profile: string
  noticeId: string
  /** Made with the page: the payment's own id. */
  eventId: string
  maxBytes: number
}

const labels = { paidOn: 'Data del versamento', amount: 'Importo versato', file: 'Quietanza' }

const rules = () => import('@/lib/notices/payment-schema').then(({ declarePaymentSchema }) => declarePaymentSchema)

/** «Ho versato»: date, amount and, if one has it, the receipt of payment. */
export function PaymentForm({ profile, noticeId, eventId, maxBytes }: PaymentFormProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm(rules, declarePaymentAction, {
    noticeId,
    eventId,
  })
  const again = state.status === 'invalid' || state.status === 'refused'
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
      <input type="hidden" name="profile" value={profile} />
      <input type="hidden" name="noticeId" value={noticeId} />
      <input type="hidden" name="eventId" value={(again && state.values.eventId) || eventId} />
      <TextField
        {...field('paidOn')}
        label={labels.paidOn}
        hint="La data di addebito scritta sulla quietanza, come gg/mm/aaaa."
        width="medium"
      />
      <TextField
        {...field('amount')}
        label={labels.amount}
        hint="In euro, per esempio 1.234,56."
        inputMode="decimal"
        width="medium"
      />
      <FileField
        name="file"
        label={labels.file}
        hint="La quietanza del modello F24."
        again={again}
        maxBytes={maxBytes}
        error={errors.file}
        optional
      />
      <div className="button-row">
        <SubmitButton pending={pending} pendingLabel="Invio in corso…">
          Comunica il versamento
        </SubmitButton>
      </div>
    </form>
  )
}
