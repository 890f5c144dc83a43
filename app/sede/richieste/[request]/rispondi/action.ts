'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { keepEntry } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { deskHome } from '@/app/sede/desk-home'
import { replyToRequest } from '@/lib/requests/commands/officer'
import { messageSchema } from '@/lib/requests/schema'

export const replyToRequestAction = officerAction(composingSchema, async (actor, composed, form) => {
  const home = `/sede/richieste/${composed.requestId}`
  const typed = await keepEntry(actor, messageSchema, composed, form)
  if (!typed) redirect(`${home}/rispondi?bozza=${composed.draftId}` as Route)
  const { sort } = await replyToRequest(actor, typed)
  redirect(deskHome(sort, typed.requestId) as Route)
})
