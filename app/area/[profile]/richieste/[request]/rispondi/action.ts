'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { placeOf } from '@/app/area/[profile]/paper-place'
import { contributorAction } from '@/lib/action'
import { keepEntry } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { sendMessage, supplementRequest } from '@/lib/requests/commands/contributor'
import { findRequest } from '@/lib/requests/queries/detail'
import { messageSchema } from '@/lib/requests/schema'

/** «Integra» when the office waits for documents, «Rispondi» otherwise: the form says which it was opened as. */
export const sendMessageAction = contributorAction(composingSchema, async (actor, composed, form) => {
  const acts = `/area/${actor.contributorId}/richieste/${composed.requestId}`
  const message = await keepEntry(actor, messageSchema, composed, form)
  if (!message) redirect(`${acts}/rispondi?bozza=${composed.draftId}` as Route)
  const send = message.act === 'supplement' ? supplementRequest : sendMessage
  const { id, entryId } = await send(actor, message)
  const { href } = placeOf(actor.contributorId, (await findRequest(actor, id))!)
  redirect(`${href}#voce-${entryId}` as Route)
})
