'use client'

import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { useActionForm } from '@/components/form/use-action-form'
import { subdelegateAction } from './action'

const rules = () => import('@/lib/firms/schema').then(({ subdelegateSchema }) => subdelegateSchema)

type SubdelegateFormProps = { memberId: string; groups: { id: string; name: string }[] }

/** For which clients a collaborator may work: all of them, or those of a group. */
export function SubdelegateForm({ memberId, groups }: SubdelegateFormProps) {
  const { form, field, errors, state, pending, attempt, props } = useActionForm(rules, subdelegateAction, {
    memberId,
    groupId: '',
  })
  return (
    <form {...props} className="form-column">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ groupId: 'Clienti' }} attempt={attempt} />
      <input {...form.register('memberId')} type="hidden" name="memberId" value={memberId} />
      <SelectField
        {...field('groupId')}
        label="Per quali clienti"
        emptyLabel="Tutti i clienti, presenti e futuri"
        options={groups.map(({ id, name }) => ({ value: id, label: `Gruppo ${name}` }))}
      />
      <SubmitButton pending={pending}>Subdelega</SubmitButton>
    </form>
  )
}
