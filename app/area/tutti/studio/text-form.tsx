'use client'

import { Alert } from '@/components/alert'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { longest } from '@/lib/firms/lengths'
import { inviteMemberAction, newGroupAction, renameGroupAction } from './action'

const schemas = () => import('@/lib/firms/schema')
const inviteRules = () => schemas().then(({ inviteMemberSchema }) => inviteMemberSchema)
const newGroupRules = () => schemas().then(({ newGroupSchema }) => newGroupSchema)
const renameRules = () => schemas().then(({ renameGroupSchema }) => renameGroupSchema)

/** Invites a collaborator by codice fiscale. */
export function InviteForm() {
  const { field, errors, state, pending, attempt, props } = useActionForm(inviteRules, inviteMemberAction, {})
  return (
    <form {...props} className="form-column">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ codiceFiscale: 'Codice fiscale' }} attempt={attempt} />
      <TextField
        {...field('codiceFiscale')}
        label="Codice fiscale della persona da invitare"
        autoComplete="off"
        spellCheck={false}
        width="medium"
      />
      <SubmitButton pending={pending}>Invita nello studio</SubmitButton>
    </form>
  )
}

/** A new group of clients: it opens where they are chosen. */
export function NewGroupForm() {
  const { field, errors, state, pending, attempt, props } = useActionForm(newGroupRules, newGroupAction, {})
  return (
    <form {...props} className="form-column">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ name: 'Nome del gruppo' }} attempt={attempt} />
      <TextField {...field('name')} label="Nome del nuovo gruppo" maxLength={longest.name} width="medium" />
      <SubmitButton pending={pending} look="secondary">
        Crea il gruppo
      </SubmitButton>
    </form>
  )
}

export function RenameGroupForm({ groupId, name }: { groupId: string; name: string }) {
  const form = useActionForm(renameRules, renameGroupAction, { groupId, name })
  const { field, errors, state, pending, attempt, props } = form
  return (
    <form {...props} className="form-column">
      {state.status === 'done' && state.message && <Alert tone="success">{state.message}</Alert>}
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ name: 'Nome del gruppo' }} attempt={attempt} />
      <input {...form.form.register('groupId')} type="hidden" name="groupId" value={groupId} />
      <TextField {...field('name')} label="Nome del gruppo" maxLength={longest.name} width="medium" />
      <SubmitButton pending={pending} look="secondary">
        Cambia il nome
      </SubmitButton>
    </form>
  )
}
