'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { reasonLength } from '@/lib/delegations/lengths'
import { revokeDelegationsAction } from './action'

/** `delegations`: ids with commas between. */
type RevokeFormProps = { profile: string; delegations: string; submit: string; back: string }

const label = 'Motivo'

const rules = () => import('@/lib/delegations/schema').then(({ revokeDelegationsSchema }) => revokeDelegationsSchema)

export function RevokeForm({ profile, delegations, submit, back }: RevokeFormProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm(rules, revokeDelegationsAction, {
    delegations,
  })
  return (
    <form {...props}>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ text: label }} attempt={attempt} />
      <input type="hidden" name="profile" value={profile} />
      <input type="hidden" name="delegations" value={delegations} />
      <TextAreaField
        {...field('text')}
        label={label}
        hint="Resta nella storia della delega, e lo legge anche il delegato."
        limits={reasonLength}
        rows={4}
      />
      <div className="button-row">
        <SubmitButton pending={pending} look="danger">
          {submit}
        </SubmitButton>
        <Link className="btn btn-outline-primary" href={back as Route}>
          Torna alle deleghe
        </Link>
      </div>
    </form>
  )
}
