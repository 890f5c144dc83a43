'use client'

import { startTransition, useActionState, useRef } from 'react'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { idle } from '@/lib/form-state'
import { searchChoicesAction } from './action'
import { type Choice, ChoiceList } from './choice-list'

type Found = { rows: Choice[]; next?: string | undefined }

/** Milliseconds of rest in the typing after which what is typed is looked for. */
const rest = 250

/**
 * Looks among one's contributors: as one types where there are scripts, by the button otherwise. What is typed is posted and
 * stands in no address.
 */
export function ChoiceSearch({ search }: { search: string }) {
  const [state, submit, pending] = useActionState(searchChoicesAction, idle)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const found = state.status === 'checked' ? (state.shown as Found) : undefined
  const typed = 'values' in state ? (state.values.parole ?? '') : ''
  const look = (form: HTMLFormElement) => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => startTransition(() => submit(new FormData(form))), rest)
  }
  return (
    <>
      <form action={submit} className="choice-search" role="search" aria-label="Cerca tra i tuoi contribuenti">
        <TextField
          name="parole"
          label="Cerca tra i tuoi contribuenti"
          hint="Nome, codice fiscale o il codice che usi nel tuo studio."
          type="search"
          maxLength={100}
          defaultValue={typed}
          autoComplete="off"
          error={state.status === 'invalid' ? state.errors.parole?.[0] : undefined}
          onChange={({ currentTarget }) => look(currentTarget.form!)}
        />
        <SubmitButton look="secondary">Cerca</SubmitButton>
      </form>
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <div aria-live="polite" aria-busy={pending}>
        {found && typed && (
          <section className="choice-found" aria-label="Contribuenti trovati">
            <h2>{found.rows.length > 0 ? `Trovati per «${typed}»` : `Nessun contribuente per «${typed}»`}</h2>
            {found.rows.length > 0 ? (
              <ChoiceList choices={found.rows} search={search} />
            ) : (
              <p>Prova con meno lettere o con il codice fiscale.</p>
            )}
            {found.next && (
              <form action={submit}>
                <input type="hidden" name="parole" value={typed} />
                <input type="hidden" name="dopo" value={found.next} />
                <SubmitButton look="secondary" pending={pending}>
                  Continua
                </SubmitButton>
              </form>
            )}
          </section>
        )}
      </div>
    </>
  )
}
