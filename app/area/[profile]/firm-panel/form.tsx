'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/alert'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { type TaskStatus, taskStatuses } from '@/db/vocabulary'
import { idle } from '@/lib/form-state'
import { longest } from '@/lib/firms/lengths'
import { taskStatusLabels } from '@/lib/firms/words'
import { keepTaskAction } from './action'

const statuses = taskStatuses.map((value) => ({ value, label: taskStatusLabels[value] }))

type TaskFormProps = {
  paper: { noticeId: string } | { requestId: string }
  task: { assigneeId: string | null; status: TaskStatus | null; note: string | null }
  colleagues: { id: string; name: string }[]
}

/**
 * Who looks after the paper, how far they are, what to remember: judged by the portal alone, so that the page stays light.
 * Ids of its fields are its own: the page has other forms.
 */
export function TaskForm({ paper, task, colleagues }: TaskFormProps) {
  const [state, submit, pending] = useActionState(keepTaskAction, idle)
  const typed = 'values' in state ? state.values : undefined
  const valueOf = (name: string, kept: string) => typed?.[name] ?? kept
  const errorOf = (name: string) => (state.status === 'invalid' ? state.errors[name]?.[0] : undefined)
  const [[name, id]] = Object.entries(paper) as [['noticeId' | 'requestId', string]]
  return (
    <form action={submit}>
      {state.status === 'done' && state.message && <Alert tone="success">{state.message}</Alert>}
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <input type="hidden" name={name} value={id} />
      <div className="firm-panel-fields">
        <SelectField
          name="assigneeId"
          id="firm-assignee"
          label="Chi se ne occupa"
          emptyLabel="Nessuno"
          options={colleagues.map((colleague) => ({ value: colleague.id, label: colleague.name }))}
          defaultValue={valueOf('assigneeId', task.assigneeId ?? '')}
          error={errorOf('assigneeId')}
        />
        <SelectField
          name="status"
          id="firm-status"
          label="A che punto è"
          options={statuses}
          defaultValue={valueOf('status', task.status ?? 'to_do')}
          error={errorOf('status')}
        />
      </div>
      <TextAreaField
        name="note"
        id="firm-note"
        label="Nota"
        optional
        rows={3}
        maxLength={longest.note}
        defaultValue={valueOf('note', task.note ?? '')}
        error={errorOf('note')}
      />
      <SubmitButton pending={pending} look="secondary">
        Salva per lo studio
      </SubmitButton>
    </form>
  )
}
