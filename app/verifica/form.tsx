'use client'

import { Alert } from '@/components/alert'
import { ErrorSummary } from '@/components/form/error-summary'
import { controlClass, describedBy, FieldFrame } from '@/components/form/field-frame'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { verifyReceiptAction } from './action'

const rules = () => import('@/lib/notices/verify-schema').then(({ verifyReceiptSchema }) => verifyReceiptSchema)
const fileHint =
  'Il PDF o il JSON della ricevuta, al massimo 1 MB: controlliamo che sia uguale in ogni byte. Non lo teniamo.'

export function VerifyForm() {
  const { field, errors, state, pending, attempt, props } = useActionForm(rules, verifyReceiptAction, {})
  return (
    <form {...props}>
      {state.status === 'done' && (
        <Alert tone="success" title={state.message}>
          La ricevuta è quella rilasciata dal portale.
        </Alert>
      )}
      {state.status === 'refused' && <Alert tone="danger">{state.message}</Alert>}
      <ErrorSummary
        errors={errors}
        labels={{ code: 'Codice di verifica', file: 'File della ricevuta' }}
        attempt={attempt}
      />
      <TextField
        {...field('code')}
        label="Codice di verifica"
        hint="Lo trovi sulla ricevuta, per esempio 1234-7KQ2-M0XW-ZB4T-H8NC-93VD. Maiuscole e spazi non contano."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <FieldFrame name="file" id="file" label="File della ricevuta" hint={fileHint} error={errors.file} optional>
        <input
          {...describedBy({ id: 'file', hint: fileHint, error: errors.file })}
          className={controlClass('form-control', errors.file && 'is-invalid')}
          id="file"
          name="file"
          type="file"
          accept=".pdf,.json,application/pdf,application/json"
        />
      </FieldFrame>
      <SubmitButton pending={pending}>Verifica</SubmitButton>
    </form>
  )
}
