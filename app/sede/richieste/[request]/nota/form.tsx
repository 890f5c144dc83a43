'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { messageLength } from '@/lib/requests/lengths'
import { writeNoteAction } from './action'

const rules = () => import('@/lib/requests/schema').then(({ noteSchema }) => noteSchema)

export function NoteForm({ requestId, noteId }: { requestId: string; noteId: string }) {
  const { form, field, errors, state, pending, attempt, props } = useActionForm(rules, writeNoteAction, {
    requestId,
    noteId,
  })
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ text: 'Nota' }} attempt={attempt} />
      <input type="hidden" {...form.register('requestId')} value={requestId} />
      <input type="hidden" {...form.register('noteId')} value={noteId} />
      <TextAreaField {...field('text')} label="Nota" limits={messageLength} />
      <SubmitButton pending={pending}>Salva la nota</SubmitButton>
    </form>
  )
}
