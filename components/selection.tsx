'use client'

import { type ReactNode, useActionState, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type FormState, idle } from '@/lib/form-state'
import { formatCount } from '@/lib/format'
import { Alert } from './alert'
import { RefusalAlert } from './form/refusal-alert'
import { SelectField } from './form/select-field'
import { SubmitButton } from './form/submit-button'
import { createChoices } from './selection-choices'

/** A button of the bar. Its `act` is posted as `atto`; with an `href` the choice is posted there instead, as it is for a file. */
export type SelectionButton = { act: string; label: string; href?: string | undefined }

type SelectionFormProps = {
  /** Which list: a choice made in one is forgotten in another. */
  list: string
  /** How many rows the filters find, all pages together; undefined when to count them would take longer than the list. */
  total: number | undefined
  /** The filters as they stand in the address: they are posted in the place of the ids of «tutte». */
  filters: Record<string, string>
  actions: SelectionButton[]
  action: (previous: FormState, form: FormData) => Promise<FormState>
  /** Colleagues one may assign to: with some, the bar has «Affida a». */
  colleagues?: { id: string; name: string }[] | undefined
  /** The table: each row has a `<ChoiceBox>`. */
  children: ReactNode
}

/** Until scripts run nobody knows what was chosen elsewhere. */
const unknown = () => undefined

const saidOf = (count: number | undefined) =>
  count === undefined ? 'Tutte selezionate' : count === 1 ? '1 selezionata' : `${formatCount(count)} selezionate`

/**
 * A list of which many rows are chosen, also on other pages, and acted on at once. On the pages of `/area/tutti` it comes
 * ready, with its action and buttons, from `app/area/tutti/selezione/portfolio-selection.tsx`:
 * `<PortfolioSelection actor={actor} list="unread" | "read" | "requests" total={n} filters={{ parole: '…' }}>{table}</PortfolioSelection>`.
 * With scripts off the boxes of the page and «Seleziona tutte» travel in the form's own post.
 */
export function SelectionForm(props: SelectionFormProps) {
  const { list, total, filters, actions, action, colleagues, children } = props
  const [state, submit, pending] = useActionState(action, idle)
  const form = useRef<HTMLFormElement>(null)
  const [choices] = useState(() => createChoices(list))
  const chosen = useSyncExternalStore(choices.subscribe, choices.snapshot, unknown)
  // The boxes are drawn anew with each page, and emptied by React after each answer.
  useEffect(() => (form.current ? choices.watch(form.current) : undefined), [choices, children, state])
  useEffect(() => {
    if (state.status === 'done') choices.clear()
  }, [choices, state])

  return (
    <form action={submit} ref={form} className="selection">
      <input type="hidden" name="elenco" value={list} />
      <input type="hidden" name="filtri" value={new URLSearchParams(filters).toString()} />
      <input type="hidden" name="altrove" value={chosen?.elsewhere.join(' ') ?? ''} />
      {state.status === 'done' && state.message && (
        <Alert tone="success">
          <p className="thread-text">{state.message}</p>
        </Alert>
      )}
      <RefusalAlert
        message={
          state.status === 'refused'
            ? state.message
            : state.status === 'invalid'
              ? Object.values(state.errors)[0]?.[0]
              : undefined
        }
      />
      <fieldset className="selection-bar">
        <legend className="visually-hidden">Agisci su più righe insieme</legend>
        <p role="status" className="selection-count">
          {chosen && saidOf(chosen.all ? total : chosen.count)}
        </p>
        <div className="form-check">
          <input type="checkbox" id="tutte" name="tutte" value="1" />
          <label htmlFor="tutte">
            {total === undefined ? 'Seleziona tutte quelle' : `Seleziona tutte le ${formatCount(total)}`} di questo
            elenco
          </label>
        </div>
        <button type="reset" className="btn btn-link" onClick={choices.clear}>
          Togli la selezione
        </button>
        {colleagues && colleagues.length > 0 && (
          <SelectField
            name="incaricato"
            label="Affida a"
            emptyLabel="Nessuno"
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div className="button-row">
          {actions.map(({ act, label, href }) => (
            <SubmitButton
              key={act}
              look="secondary"
              name="atto"
              value={act}
              pending={pending}
              {...(href !== undefined && { formAction: href, formMethod: 'post' })}
            >
              {label}
            </SubmitButton>
          ))}
        </div>
      </fieldset>
      {children}
    </form>
  )
}
