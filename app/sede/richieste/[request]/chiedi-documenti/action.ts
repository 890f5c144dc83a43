'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { keepEntry } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { deskHome } from '@/app/sede/desk-home'
import { requestDocuments } from '@/lib/requests/commands/officer'
import { requestDocumentsSchema } from '@/lib/requests/schema'

export const requestDocumentsAction = officerAction(composingSchema, async (actor, composed, form) => {
  const home = `/sede/richieste/${composed.requestId}`
  const typed = await keepEntry(actor, requestDocumentsSchema, composed, form)
  if (!typed) redirect(`${home}/chiedi-documenti?bozza=${composed.draftId}` as Route)
  const { sort } = await requestDocuments(actor, typed)
  redirect(deskHome(sort, typed.requestId) as Route)
})
