'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { keepEntry } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { closeRequest } from '@/lib/requests/commands/officer'
import { closeSchema } from '@/lib/requests/schema'

export const closeRequestAction = officerAction(composingSchema, async (actor, composed, form) => {
  const home = `/sede/richieste/${composed.requestId}`
  const typed = await keepEntry(actor, closeSchema, composed, form)
  if (!typed) redirect(`${home}/chiudi?bozza=${composed.draftId}` as Route)
  await closeRequest(actor, typed)
  redirect(home as Route)
})
