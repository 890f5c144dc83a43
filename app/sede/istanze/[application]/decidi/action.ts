'use server'

import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { reviewDecision } from '@/lib/applications/decision'
import { keepEntry } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { valuesOf } from '@/lib/form-state'

/** «Continua e rileggi» judges the decision once it is kept; «Salva bozza», «Aggiungi righe» and «Rimuovi» only keep it. */
export const decideAction = officerAction(composingSchema, async (actor, composed, form) => {
  const { requestId, draftId, saveDraft } = composed
  const kept = await keepEntry(actor, composingSchema, composed, form)
  const here = `/sede/istanze/${requestId}/decidi`
  const [, rows] = /^rows-(\d{1,3})$/.exec(saveDraft ?? '') ?? []
  if (!kept) redirect(`${here}?bozza=${draftId}${rows ? `&righe=${rows}` : ''}` as Route)
  const values = valuesOf(form)
  const review = await reviewDecision(actor, requestId!, values)
  if (!review) notFound()
  if ('errors' in review) return { status: 'invalid', errors: review.errors, values }
  redirect(`${here}/controlla?bozza=${draftId}` as Route)
})
