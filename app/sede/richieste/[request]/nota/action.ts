'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { writeNote } from '@/lib/requests/commands/officer'
import { noteSchema } from '@/lib/requests/schema'

export const writeNoteAction = officerAction(noteSchema, async (actor, note) => {
  await writeNote(actor, note)
  redirect(`/sede/richieste/${note.requestId}` as Route)
})
