'use client'

import { Alert } from '@/components/alert'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { type TaskStatus, taskStatuses } from '@/db/vocabulary'
import { longest } from '@/lib/firms/lengths'
import { taskStatusLabels } from '@/lib/firms/words'
import { keepTaskAction } from './action'

const rules = () => import('@/lib/firms/schema').then(({ keepTaskSchema }) => keepTaskSchema)
const statuses = taskStatuses.map((value) => ({ value, label: taskStatusLabels[value] }))

type TaskFormProps = {
  paper: { noticeId: string } | { requestId: string }
  task: { assigneeId: string | null; status: TaskStatus | null; note: string | null }
  colleagues: { id: string; name: string }[]
}

/** Who looks after the paper, how far they are, what to remember. Ids of its fields are its own: the page has other forms. */
export function TaskForm({ paper, task, colleagues }: TaskFormProps) {
  const { form, field, errors, state, pending, attempt, props } = useActionForm(rules, keepTaskAction, {
    ...paper,
    assigneeId: task.assigneeId ?? '',
    status: task.status ?? 'to_do',
    note: task.note ?? '',
  })
  const [[name, id]] = Object.entries(paper) as [['noticeId' | 'requestId', string]]
  return (
    <form {...props}>
      {state.status === 'done' && state.message && <Alert tone="success">{state.message}</Alert>}
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary
        errors={errors}
        labels={{ assigneeId: 'Chi se ne occupa', status: 'A che punto è', note: 'Nota' }}
        ids={{ assigneeId: 'firm-assignee', status: 'firm-status', note: 'firm-note' }}
        attempt={attempt}
      />
      <input {...form.register(name)} type="hidden" name={name} value={id} />
      <div className="firm-panel-fields">
        <SelectField
          {...field('assigneeId')}
          id="firm-assignee"
          label="Chi se ne occupa"
          emptyLabel="Nessuno"
          options={colleagues.map((colleague) => ({ value: colleague.id, label: colleague.name }))}
        />
        <SelectField {...field('status')} id="firm-status" label="A che punto è" options={statuses} />
      </div>
      <TextAreaField {...field('note')} id="firm-note" label="Nota" optional rows={3} maxLength={longest.note} />
      <SubmitButton pending={pending} look="secondary">
        Salva per lo studio
      </SubmitButton>
    </form>
  )
}
