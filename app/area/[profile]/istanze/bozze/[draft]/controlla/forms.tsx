'use client'

import { Alert } from '@/components/alert'
import { CheckboxField } from '@/components/form/checkbox-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { handOverApplicationAction, submitApplicationAction } from './action'

type DraftProps = { profile: string; draftId: string }

const Carried = ({ profile, draftId }: DraftProps) => (
  <>
    <input type="hidden" name="profile" value={profile} />
    <input type="hidden" name="draftId" value={draftId} />
  </>
)

type SubmitProps = DraftProps & {
  /** Of the draft as it stands on the page. */
  version: number
  declaration: string
}

/** «Invia», with the declaration ticked. */
export function SubmitForm({ profile, draftId, version, declaration }: SubmitProps) {
  const { box, errors, state, pending, attempt, props } = useActionForm<{ declared?: string }, unknown>(
    undefined,
    submitApplicationAction,
    {},
  )
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ declared: 'Dichiarazione' }} attempt={attempt} />
      <Carried profile={profile} draftId={draftId} />
      <input type="hidden" name="version" value={version} />
      <CheckboxField {...box('declared')} label={declaration} />
      <div className="button-row">
        <SubmitButton pending={pending} pendingLabel="Invio in corso…">
          Invia
        </SubmitButton>
      </div>
    </form>
  )
}

type HandOverProps = DraftProps & {
  /** Who may send it, each with their title. */
  senders: string[]
}

/** «Chiedi di inviarla», for who may only prepare. */
export function HandOverForm({ profile, draftId, senders }: HandOverProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm<{ note?: string }, unknown>(
    undefined,
    handOverApplicationAction,
    {},
  )
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ note: 'Messaggio' }} attempt={attempt} />
      <Alert tone="info" title="Con il tuo titolo puoi preparare l’istanza, non inviarla">
        {senders.length > 0 ? (
          <p>La può inviare: {senders.join('; ')}. La trova in Istanze Online, tra quelle «Da inviare».</p>
        ) : (
          <p>Adesso nessuno la può inviare: chiedi al contribuente chi lo rappresenta.</p>
        )}
      </Alert>
      <Carried profile={profile} draftId={draftId} />
      <TextAreaField {...field('note')} label="Messaggio" hint="Lo legge chi la invierà." rows={4} optional />
      <div className="button-row">
        <SubmitButton pending={pending}>Chiedi di inviarla</SubmitButton>
      </div>
    </form>
  )
}
