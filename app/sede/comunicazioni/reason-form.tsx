'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { FormState } from '@/lib/form-state'

/** The forms of the office that ask for a reason, by what they are about: each brings its rules when first sent. */
const rules = {
  notice: () => import('@/lib/notices/schema').then(({ actOnNoticeSchema }) => actOnNoticeSchema),
  campaign: () => import('@/lib/campaigns/schema').then(({ campaignReasonSchema }) => campaignReasonSchema),
  delegation: () => import('@/lib/delegations/schema').then(({ delegationReasonSchema }) => delegationReasonSchema),
}

type ReasonFormProps = {
  about: keyof typeof rules
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** What travels with the reason. */
  hidden: Record<string, string>
  label: string
  hint: string
  limits: { min: number; max: number }
  submit: string
  danger?: boolean
  /** Where one goes without doing it. */
  back: { href: string; label: string }
}

/** An act that wants its reason. */
export function ReasonForm({ about, action, hidden, label, hint, limits, submit, danger, back }: ReasonFormProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm<Record<string, string | undefined>, unknown>(
    rules[about] as never,
    action,
    hidden,
  )
  return (
    <form {...props} className="composing">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={{ text: label }} attempt={attempt} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField {...field('text')} label={label} hint={hint} limits={limits} rows={5} />
      <div className="button-row">
        <SubmitButton pending={pending} look={danger ? 'danger' : 'primary'}>
          {submit}
        </SubmitButton>
        <Link className="btn btn-outline-primary" href={back.href as Route}>
          {back.label}
        </Link>
      </div>
    </form>
  )
}
