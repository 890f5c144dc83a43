'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { keepTyped } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { checkRequest } from '@/lib/requests/check'

/** Keeps the draft with whatever files came in the form, then judges it: right, it goes on to be looked at as a whole. */
export const reviewRequestAction = contributorAction(composingSchema, async (actor, input, form) => {
  const home = `/area/${actor.contributorId}/richieste/nuova`
  const content = await keepTyped(actor, { kind: 'request', ...input }, form)
  if (input.saveDraft || input.removeAttachment) redirect(`${home}?bozza=${input.draftId}` as Route)
  await checkRequest(actor, content)
  redirect(`${home}/controlla?bozza=${input.draftId}` as Route)
})
