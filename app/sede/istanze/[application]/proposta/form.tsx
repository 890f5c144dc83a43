'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { sentBackLength } from '@/lib/applications/lengths'
import { answerProposalAction } from './action'

const label = 'Perché la rimandi'

/** The answer of the second of two: two buttons, and a word for who proposed it. */
export function AnswerForm({ hidden }: { hidden: { requestId: string; proposalId: string } }) {
  const { field, errors, state, pending, attempt, props } = useActionForm(undefined, answerProposalAction, hidden)
  return (
    <form {...props} className="composing">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ note: label }} attempt={attempt} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField
        {...field('note')}
        label={label}
        hint="Solo se la rimandi: lo legge il collega, mai il contribuente."
        limits={sentBackLength}
        rows={4}
        optional
      />
      <div className="button-row">
        <SubmitButton pending={pending} look="danger" name="answer" value="confirmed">
          Conferma: respingi l’istanza
        </SubmitButton>
        <SubmitButton pending={pending} look="secondary" name="answer" value="sent_back">
          Rimanda al collega
        </SubmitButton>
      </div>
    </form>
  )
}
