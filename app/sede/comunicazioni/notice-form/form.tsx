'use client'

import type { FieldValues } from 'react-hook-form'
import type * as z from 'zod'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { ShownNotice } from '@/components/notice-document'
import type { FormState } from '@/lib/form-state'
import { reasonLength } from '@/lib/notices/lengths'
import { HeadingFields, headingLabels } from './heading-fields'
import { LastLook } from './last-look-form'
import { TableFields, tableLabels } from './table-fields'

type Rules = () => Promise<z.ZodType<unknown, FieldValues>>

const rules: Record<'new' | 'correction', Rules> = {
  new: () => import('@/lib/notices/schema').then(({ publishNoticeSchema }) => publishNoticeSchema as never),
  correction: () => import('@/lib/notices/schema').then(({ correctNoticeSchema }) => correctNoticeSchema as never),
}

type NoticeFormProps = {
  /** A notice on its own, or one that takes the place of another and says why. */
  about: keyof typeof rules
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** What the fields begin with. */
  values: Record<string, string>
  /** What travels with them. */
  hidden?: Record<string, string>
}

const labels = {
  text: 'Motivo della correzione',
  codiceFiscale: 'Codice fiscale del contribuente',
  ...headingLabels,
  ...tableLabels,
}

/** One notice, written by hand: first it is looked at as the contributor will see it, then it is published. */
export function NoticeForm({ about, action, values, hidden = {} }: NoticeFormProps) {
  const form = useActionForm(rules[about], action, { ...values, ...hidden })
  const { field, errors, state, pending, attempt, props } = form
  const checked = state.status === 'checked' ? state : undefined
  return (
    <>
      {checked && (
        <LastLook
          key={JSON.stringify(checked.values)}
          notice={checked.shown as ShownNotice}
          values={checked.values}
          submit={props.action}
          pending={pending}
        />
      )}
      <form {...props} className="composing">
        {checked && <h2>Cambia qualcosa</h2>}
        <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
        <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {about === 'correction' ? (
          <TextAreaField
            {...field('text')}
            label={labels.text}
            hint="Lo legge il contribuente."
            limits={reasonLength}
            rows={4}
          />
        ) : (
          <TextField
            {...field('codiceFiscale')}
            label={labels.codiceFiscale}
            hint="16 caratteri per una persona, 11 cifre per una società. Deve essere della tua sede."
            width="medium"
            autoComplete="off"
          />
        )}
        <HeadingFields field={field} />
        <TableFields field={field} />
        <div className="button-row">
          <SubmitButton pending={pending} look={checked ? 'secondary' : 'primary'}>
            {checked ? 'Controlla di nuovo' : 'Continua e controlla'}
          </SubmitButton>
        </div>
      </form>
    </>
  )
}
