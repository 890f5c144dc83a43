'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { keepEntry } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { writeNote } from '@/lib/requests/commands/officer'
import { noteSchema } from '@/lib/requests/schema'

export const writeNoteAction = officerAction(composingSchema, async (actor, composed, form) => {
  const home = `/sede/richieste/${composed.requestId}`
  const note = await keepEntry(actor, noteSchema, composed, form)
  if (!note) redirect(`${home}/nota?bozza=${composed.draftId}` as Route)
  await writeNote(actor, note)
  redirect(home as Route)
})
