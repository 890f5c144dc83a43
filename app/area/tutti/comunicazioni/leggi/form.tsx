'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { type ReactNode, useActionState, useEffect, useState } from 'react'
import { Alert } from '@/components/alert'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { forgetChoices } from '@/components/selection-choices'
import { idle, stalePage } from '@/lib/form-state'
import { unpackIds } from '@/lib/portfolio/packed-ids'
import { readManyNoticesAction } from './action'

type ReadManyFormProps = {
  /** The ids to be read, packed. */
  letture: string
  button: string
  back: string
  /** What will be recorded, and for whom. */
  children: ReactNode
}

/** The one explicit confirmation; in its place, once pressed, what became of each notice. */
export function ReadManyForm({ letture, button, back, children }: ReadManyFormProps) {
  const [state, submit, pending] = useActionState(readManyNoticesAction, idle)
  // What was confirmed: once read, the page has nothing more to read.
  const [confirmed] = useState(letture)
  const read = state.status === 'done'
  useEffect(() => {
    if (read) forgetChoices(unpackIds(confirmed))
  }, [read, confirmed])
  if (state.status === 'done')
    return (
      <>
        <Alert tone="success" title="Letture registrate">
          <p className="thread-text">{state.message}</p>
        </Alert>
        <p>
          <Link href={'/area/tutti/comunicazioni/lette' as Route}>Vai alle comunicazioni lette</Link>
        </p>
      </>
    )
  return (
    <form action={submit}>
      <RefusalAlert
        message={state.status === 'refused' ? state.message : state.status === 'invalid' ? stalePage : undefined}
      />
      {children}
      <input type="hidden" name="letture" value={letture} />
      <div className="button-row">
        {letture !== '' && (
          <SubmitButton pending={pending} pendingLabel="Registrazione in corso…">
            {button}
          </SubmitButton>
        )}
        <Link className="btn btn-outline-primary" href={back as Route}>
          Torna all’elenco senza leggere
        </Link>
      </div>
    </form>
  )
}
