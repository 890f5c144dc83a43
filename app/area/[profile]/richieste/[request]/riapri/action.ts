'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { keepEntry } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { reopenRequest } from '@/lib/requests/commands/contributor'
import { reopenSchema } from '@/lib/requests/schema'

export const reopenRequestAction = contributorAction(composingSchema, async (actor, composed, form) => {
  const home = `/area/${actor.contributorId}/richieste/${composed.requestId}`
  const reason = await keepEntry(actor, reopenSchema, composed, form)
  if (!reason) redirect(`${home}/riapri?bozza=${composed.draftId}` as Route)
  await reopenRequest(actor, reason)
  redirect(home as Route)
})
