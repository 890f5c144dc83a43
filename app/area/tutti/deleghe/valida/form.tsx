'use client'

import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Alert } from '@/components/alert'
import { DataTable } from '@/components/data-table'
import { CheckboxField } from '@/components/form/checkbox-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import type { Validated } from '@/lib/delegations/outcomes'
import { formatCount } from '@/lib/format'
import { validateDelegationsAction } from './action'

type Chosen = { id: string; denomination: string; codiceFiscale: string }

const rules = () =>
  import('@/lib/delegations/delegate-schema').then(({ validateDelegationsSchema }) => validateDelegationsSchema)

const columns = [
  { key: 'contributor', header: 'Contribuente' },
  { key: 'code', header: 'Codice fiscale' },
]
const withReason = [...columns, { key: 'reason', header: 'Perché no' }]

/**
 * Many delegations, one declaration; what is refused can be tried again, and that alone. `children` stands in its place
 * when none was chosen: with scripts off the page comes back without those just validated.
 */
export function ValidateManyForm({ chosen, children }: { chosen: Chosen[]; children: ReactNode }) {
  const ids = chosen.map(({ id }) => id).join(',')
  const form = useActionForm(rules, validateDelegationsAction, { delegations: ids })
  const { field, box, errors, state, pending, attempt, props } = form
  const result = state.status === 'done' && 'shown' in state ? (state.shown as Validated) : undefined
  const reasons = new Map(result?.refused.map(({ id, reason }) => [id, reason]))
  const left = result ? chosen.filter(({ id }) => reasons.has(id)) : chosen
  const many = left.length
  return (
    <>
      {!result && many === 0 && children}
      {result && <Outcome result={result} />}
      {many > 0 && (
        <form {...props}>
          <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
          <ErrorSummary
            errors={errors}
            labels={{ signedOn: 'Giorno della firma', declared: 'Dichiarazione' }}
            attempt={attempt}
          />
          <input type="hidden" name="delegations" value={left.map(({ id }) => id).join(',')} />
          <DataTable
            caption={many === 1 ? 'Una delega' : `${formatCount(many)} deleghe`}
            columns={result ? withReason : columns}
            rows={left.map((one) => ({
              key: one.id,
              cells: {
                contributor: (
                  <Link href={`/area/tutti/deleghe/${one.id}` as Route} prefetch={false}>
                    {one.denomination}
                  </Link>
                ),
                code: one.codiceFiscale,
                reason: reasons.get(one.id),
              },
            }))}
          />
          <TextField
            {...field('signedOn')}
            label="Giorno della firma"
            hint="Come gg/mm/aaaa. Se hanno firmato in giorni diversi, validale a gruppi."
            width="medium"
          />
          <CheckboxField
            {...box('declared')}
            label={
              many === 1
                ? 'Dichiaro sotto la mia responsabilità che questo contribuente ha firmato'
                : `Dichiaro sotto la mia responsabilità che questi ${formatCount(many)} contribuenti hanno firmato`
            }
            hint="Conserva i moduli firmati, ciascuno con la copia di un documento di identità, per tutta la durata e per i 5 anni successivi."
          />
          <div className="button-row">
            <SubmitButton pending={pending} pendingLabel="Valido…">
              {result
                ? many === 1
                  ? 'Riprova quella non riuscita'
                  : `Riprova le ${formatCount(many)} non riuscite`
                : 'Valida'}
            </SubmitButton>
          </div>
        </form>
      )}
    </>
  )
}

function Outcome({ result: { validated, refused } }: { result: Validated }) {
  const done = validated.length === 1 ? '1 delega validata' : `${formatCount(validated.length)} deleghe validate`
  return (
    <>
      {validated.length > 0 && (
        <Alert tone="success" title={done}>
          <ul>
            {validated.map(({ id, denomination }) => (
              <li key={id}>{denomination}</li>
            ))}
          </ul>
        </Alert>
      )}
      {refused.length > 0 && (
        <Alert tone="warning">
          {refused.length === 1
            ? 'Una non è stata validata: sotto c’è il motivo.'
            : `${formatCount(refused.length)} non sono state validate: sotto c’è il motivo di ciascuna.`}
        </Alert>
      )}
    </>
  )
}
