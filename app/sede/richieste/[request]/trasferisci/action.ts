'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { keepEntry } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { deskQueues } from '@/app/sede/desk-home'
import { transferRequest } from '@/lib/requests/commands/officer'
import { transferSchema } from '@/lib/requests/schema'

export const transferRequestAction = officerAction(composingSchema, async (actor, composed, form) => {
  const home = `/sede/richieste/${composed.requestId}`
  const typed = await keepEntry(actor, transferSchema, composed, form)
  if (!typed) redirect(`${home}/trasferisci?bozza=${composed.draftId}` as Route)
  const { sort } = await transferRequest(actor, typed)
  redirect(deskQueues(sort) as Route)
})
