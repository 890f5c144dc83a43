import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type * as z from 'zod'
import type { RequestAct } from '@/db/vocabulary'
import type { EntryDraft } from '@/lib/drafts/entry'
import type { FormState } from '@/lib/form-state'
import { AttachmentField } from './attachment-field'
import { DraftKeeper } from './draft-keeper'
import { ErrorSummary } from './error-summary'
import { RefusalAlert } from './refusal-alert'
import { SubmitButton } from './submit-button'
import { TextAreaField } from './text-area-field'
import { useActionForm } from './use-action-form'

type Fields = Pick<ReturnType<typeof useActionForm>, 'field'>

type EntryFormProps = {
  /** What is being written: an act of the thread, or a note beside it. */
  act: RequestAct | 'note'
  requestId: string
  /** The contributor acted for; absent at the officer's desk. */
  profile?: string
  draft: EntryDraft
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** Loads the schema of this act. */
  rules: () => Promise<z.ZodType<unknown, FieldValues>>
  text: { label: string; hint?: string; limits?: { min: number; max: number } }
  /** Fields of this act alone, above the text. */
  fields?: (form: Fields) => ReactNode
  labels?: Record<string, string>
  submit: string
  /** Left out where the act takes no files. */
  withoutFiles?: boolean
}

/** What either side writes into a thread: its own fields, the words, up to three files; kept as a draft all along. */
export function EntryForm(props: EntryFormProps) {
  const { act, requestId, profile, draft, action, rules, text, fields, labels, submit, withoutFiles } = props
  // The hidden fields too: the rules of an act are strict, and judge the form whole.
  const carried = { act, requestId, draftId: draft.id, version: String(draft.version), writer: draft.writer }
  const form = useActionForm(rules, action, { ...draft.values, ...carried })
  const { field, errors, state, pending, attempt } = form
  const query = new URLSearchParams({ bozza: draft.id, richiesta: requestId, ...(profile && { profilo: profile }) })
  return (
    <form {...form.props} className="composing">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ ...labels, text: text.label }} attempt={attempt} />
      <input type="hidden" name="act" value={act} />
      {fields?.({ field: field as Fields['field'] })}
      <TextAreaField {...field('text')} {...text} />
      {!withoutFiles && (
        <AttachmentField draftId={draft.id} uploadUrl={`/api/allegati?${query}`} kept={draft.kept} {...draft.limits} />
      )}
      <DraftKeeper
        draftId={draft.id}
        version={draft.version}
        writer={draft.writer}
        kind="entry"
        requestId={requestId}
        {...(profile && { profile })}
        savedAt={draft.savedAt}
      />
      <div className="button-row">
        <SubmitButton pending={pending}>{submit}</SubmitButton>
        <SubmitButton pending={pending} look="secondary" name="saveDraft" value="1" formNoValidate>
          Salva bozza
        </SubmitButton>
      </div>
    </form>
  )
}
