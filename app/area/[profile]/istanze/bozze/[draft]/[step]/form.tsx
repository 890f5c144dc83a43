'use client'

import { AttachmentField } from '@/components/form/attachment-field'
import { DraftKeeper } from '@/components/form/draft-keeper'
import { ErrorSummary } from '@/components/form/error-summary'
import { QuestionTable } from '@/components/form/question-table'
import { Questions } from '@/components/form/questions'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { useActionForm } from '@/components/form/use-action-form'
import { addedRows, cellOf, fieldOf } from '@/lib/applications/fields'
import type { Step } from '@/lib/applications/kind'
import { keepStepAction } from './action'

type StepFormProps = {
  profile: string
  draft: { id: string; version: number; writer: string; savedAt: string }
  step: Pick<Step, 'id' | 'questions' | 'table'>
  /** What the fields begin with, and what is wrong with them since they were last gone through. */
  values: Record<string, string>
  wrong: Record<string, string>
  /** Rows shown of its table. */
  rows: number
  /** Of the step of the papers: the files there are already. */
  files?: {
    kept: { id: string; name: string; size: number; sha256: string }[]
    limits: { maxFiles: number; maxBytes: number }
    required: boolean
  }
  isFirst: boolean
}

/** Any step of any istanza: its questions come as data, and the server alone judges them. */
export function StepForm({ profile, draft, step, values, wrong, rows, files, isFirst }: StepFormProps) {
  const { id, questions, table } = step
  const { errors: said, state, pending, attempt, props } = useActionForm(undefined, keepStepAction, values)
  const returned = state.status === 'invalid' || state.status === 'refused'
  const typed = returned ? state.values : values
  const errors = state.status === 'idle' ? wrong : said
  return (
    <form {...props} className="composing">
      {/* What Enter presses, whatever other button comes first. */}
      <button className="visually-hidden" type="submit" tabIndex={-1} aria-hidden="true" disabled={pending}>
        Continua
      </button>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labelsOf(step)} attempt={attempt} />
      <Questions questions={questions} prefix={fieldOf(id, '')} values={typed} errors={errors} />
      {table && (
        <QuestionTable
          {...table}
          name={fieldOf(id, table.name)}
          rows={rows}
          values={typed}
          errors={errors}
          add={{ name: 'saveDraft', value: 'rows', rows: addedRows }}
        />
      )}
      {files && (
        <AttachmentField
          draftId={draft.id}
          uploadUrl={`/api/allegati?${new URLSearchParams({ profilo: profile, bozza: draft.id, istanza: '1' })}`}
          kept={files.kept}
          required={files.required}
          error={errors.allegati}
          {...files.limits}
        />
      )}
      <DraftKeeper
        draftId={draft.id}
        version={draft.version}
        writer={draft.writer}
        kind="application"
        step={id}
        profile={profile}
        savedAt={draft.savedAt}
      />
      <div className="button-row">
        <SubmitButton pending={pending}>Continua</SubmitButton>
        <SubmitButton pending={pending} look="secondary" name="saveDraft" value="1" formNoValidate>
          Salva bozza
        </SubmitButton>
        <SubmitButton pending={pending} look="secondary" name="saveDraft" value="back" formNoValidate>
          {isFirst ? 'Salva ed esci' : 'Indietro'}
        </SubmitButton>
      </div>
    </form>
  )
}

/** The words of each field, in the order of the form. */
function labelsOf({ id, questions, table }: StepFormProps['step']): Record<string, string> {
  const asked = questions.map(({ name, label }) => [fieldOf(id, name), label])
  const cells = Array.from({ length: table?.most ?? 0 }, (_, row) =>
    table!.columns.map(({ name, label }) => [cellOf(id, table!.name, row, name), `${label}, riga ${row + 1}`]),
  ).flat()
  return Object.fromEntries([...asked, ...(table ? [[fieldOf(id, table.name), table.legend]] : []), ...cells])
}
