'use client'

import { Alert } from '@/components/alert'
import { CheckboxField } from '@/components/form/checkbox-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { Fieldset } from '@/components/form/fieldset'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { formatCount } from '@/lib/format'
import { chooseContributorsAction } from './action'
import type { Answered, Party } from './answered'

type ChooseFormProps = {
  bulkId: string
  chosen: Party[]
  groups: { id: string; name: string; count: number }[]
  /** How many one may write for in all. */
  total: number
  most: number
}

const labels = { parole: 'Cerca', gruppo: 'Gruppo di clienti', codici: 'Elenco di codici' }
const rules = () => import('@/lib/bulk-requests/schema').then(({ chooseSchema }) => chooseSchema)

const nothing: Answered = { found: undefined, unknown: undefined }

/** «Per quali contribuenti»: found by words, by group or by a pasted list; each press keeps what is chosen so far. */
export function ChooseForm({ bulkId, chosen, groups, total, most }: ChooseFormProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm(rules, chooseContributorsAction, { bulkId })
  const { found, unknown } = state.status === 'checked' ? (state.shown as Answered) : nothing
  const already = new Set(chosen.map(({ id }) => id))
  const press = (name: string) => ({ name, value: '1', pending, formNoValidate: true })
  return (
    <form {...props} className="choosing">
      <input type="hidden" name="bulkId" value={bulkId} />
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
      {unknown && (
        <Alert tone="warning" title="Codici non aggiunti">
          {unknown}
        </Alert>
      )}
      <Fieldset id="aggiungi" legend="Aggiungi contribuenti" large>
        <TextField {...field('parole')} label={labels.parole} optional hint="Nome, codice fiscale o codice cliente." />
        <SubmitButton look="secondary" {...press('cerca')}>
          Cerca
        </SubmitButton>
        <p role="status">{found && saidOf(found.length, most)}</p>
        {found?.slice(0, most).map((party) => (
          <CheckboxField
            key={party.id}
            id={`trovato-${party.id}`}
            name="scelti"
            value={party.id}
            defaultChecked={already.has(party.id)}
            label={`${party.denomination} – ${party.codiceFiscale}${party.clientCode ? ` – ${party.clientCode}` : ''}`}
          />
        ))}
        {groups.length > 0 && (
          <SelectField
            {...field('gruppo')}
            label={labels.gruppo}
            optional
            emptyLabel="Nessun gruppo"
            options={groups.map(({ id, name, count }) => ({ value: id, label: `${name} (${formatCount(count)})` }))}
          />
        )}
        <TextAreaField
          {...field('codici')}
          label={labels.codici}
          optional
          rows={4}
          hint="Codici fiscali o codici cliente, uno per riga."
        />
        <div className="button-row">
          <SubmitButton look="secondary" {...press('aggiungi')}>
            Aggiungi
          </SubmitButton>
          <SubmitButton look="secondary" {...press('tutti')}>
            {`Aggiungi tutti (${formatCount(total)})`}
          </SubmitButton>
        </div>
      </Fieldset>

      <Fieldset id="scelti" legend={`Scelti: ${formatCount(chosen.length)}`} large>
        <ul className="chosen-list">
          {chosen.map(({ id, denomination, codiceFiscale }) => (
            <li key={id}>
              <span>
                {denomination} – {codiceFiscale}
              </span>
              <button className="btn btn-link" type="submit" name="togli" value={id} formNoValidate disabled={pending}>
                Togli<span className="visually-hidden"> {denomination}</span>
              </button>
            </li>
          ))}
        </ul>
        {chosen.length === 0 && <p>Ancora nessuno.</p>}
        {chosen.length > 1 && (
          <SubmitButton look="secondary" {...press('svuota')}>
            Togli tutti
          </SubmitButton>
        )}
      </Fieldset>
      <div className="button-row">
        <SubmitButton name="continua" value="1" pending={pending}>
          Continua
        </SubmitButton>
      </div>
    </form>
  )
}

function saidOf(found: number, most: number) {
  if (found === 0) return 'Nessun contribuente trovato con queste parole.'
  if (found > most) return `Ecco i primi ${most}: per trovare gli altri scrivi una parola in più.`
  return found === 1
    ? '1 contribuente trovato: spunta e premi «Aggiungi».'
    : `${found} contribuenti trovati: spunta e premi «Aggiungi».`
}
