'use client'

import { AttachmentField } from '@/components/form/attachment-field'
import { DraftKeeper } from '@/components/form/draft-keeper'
import { ErrorSummary } from '@/components/form/error-summary'
import { Fieldset } from '@/components/form/fieldset'
import { QuestionTable } from '@/components/form/question-table'
import { Questions } from '@/components/form/questions'
import { RadioGroup } from '@/components/form/radio-group'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { useActionForm } from '@/components/form/use-action-form'
import { addedRows, cellOf, fieldOf } from '@/lib/applications/fields'
import type { Step } from '@/lib/applications/kind'
import { groundsLength, lawLength } from '@/lib/applications/lengths'
import type { EntryDraft } from '@/lib/drafts/entry'
import { decideAction } from './action'

type Asked = Pick<Step, 'id' | 'title' | 'questions'> & {
  table: Step['table'] | undefined
  lead: string | undefined
  onlyInPart: true | undefined
}

type DecisionFormProps = {
  requestId: string
  draft: EntryDraft
  /** What the kind asks of who grants, if it asks something. */
  asked: Asked | undefined
  /** Rows shown of its table. */
  rows: number
}

const outcomes = [
  { value: 'granted', label: 'Accolta' },
  { value: 'partly_granted', label: 'Parzialmente accolta' },
  {
    value: 'not_granted',
    label: 'Respinta',
    hint: 'La proponi: diventa definitiva quando un collega della tua unità la conferma.',
  },
]

/** The decision of any istanza: outcome, reasons, and what its kind asks; judged by the server, kept all along. */
export function DecisionForm({ requestId, draft, asked, rows }: DecisionFormProps) {
  const { field, errors, state, pending, attempt, props } = useActionForm(undefined, decideAction, draft.values)
  const returned = state.status === 'invalid' || state.status === 'refused'
  const answered = { values: returned ? state.values : draft.values, errors }
  const query = new URLSearchParams({ bozza: draft.id, richiesta: requestId })
  return (
    <form {...props} className="composing decision">
      {/* What Enter presses, whatever other button comes first. */}
      <button className="visually-hidden" type="submit" tabIndex={-1} aria-hidden="true" disabled={pending}>
        Continua
      </button>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labelsOf(asked)} attempt={attempt} />
      <input type="hidden" name="act" value="decide" />
      <RadioGroup {...field('outcome')} label="Esito" options={outcomes} />
      <TextAreaField
        {...field('facts')}
        label="Motivi di fatto"
        hint="Che cosa hai accertato, con i documenti che lo provano."
        limits={groundsLength}
      />
      <TextAreaField
        {...field('law')}
        label="Motivi di diritto"
        hint="Le norme su cui si fonda la decisione, per esempio «art. 2, comma 26, L. 335/1995»."
        limits={lawLength}
        rows={4}
      />
      {asked && (
        <div className={asked.onlyInPart ? 'decision-in-part' : 'decision-granted'}>
          <Fieldset
            id={fieldOf(asked.id, '')}
            legend={asked.title}
            hint={asked.lead}
            error={errors[fieldOf(asked.id, '')]}
            large
          >
            <Questions questions={asked.questions} prefix={fieldOf(asked.id, '')} {...answered} />
            {asked.table && (
              <QuestionTable
                {...asked.table}
                {...answered}
                name={fieldOf(asked.id, asked.table.name)}
                rows={rows}
                add={{ name: 'saveDraft', value: `rows-${rows + addedRows}`, rows: addedRows }}
              />
            )}
          </Fieldset>
        </div>
      )}
      <AttachmentField draftId={draft.id} uploadUrl={`/api/allegati?${query}`} kept={draft.kept} {...draft.limits} />
      <DraftKeeper
        draftId={draft.id}
        version={draft.version}
        writer={draft.writer}
        kind="entry"
        requestId={requestId}
        savedAt={draft.savedAt}
      />
      <div className="button-row">
        <SubmitButton pending={pending}>Continua e rileggi</SubmitButton>
        <SubmitButton pending={pending} look="secondary" name="saveDraft" value="1" formNoValidate>
          Salva bozza
        </SubmitButton>
      </div>
    </form>
  )
}

/** The words of each field, in the order of the form. */
function labelsOf(asked: Asked | undefined): Record<string, string> {
  const own = { outcome: 'Esito', facts: 'Motivi di fatto', law: 'Motivi di diritto' }
  if (!asked) return own
  const { id, title, questions, table } = asked
  const answers = questions.map(({ name, label }) => [fieldOf(id, name), label])
  const cells = Array.from({ length: table?.most ?? 0 }, (_, row) =>
    table!.columns.map(({ name, label }) => [cellOf(id, table!.name, row, name), `${label}, riga ${row + 1}`]),
  ).flat()
  const whole = [[fieldOf(id, ''), title], ...(table ? [[fieldOf(id, table.name), table.legend]] : [])]
  return { ...own, ...Object.fromEntries([...answers, ...whole, ...cells]) }
}
