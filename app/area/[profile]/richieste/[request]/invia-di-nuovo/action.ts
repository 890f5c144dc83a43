'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { copyRequest } from '@/lib/requests/commands/copy'
import { requestIdSchema } from '@/lib/requests/schema'

export const copyRequestAction = contributorAction(requestIdSchema, async (actor, { requestId }) => {
  const { id } = await copyRequest(actor, requestId)
  redirect(`/area/${actor.contributorId}/richieste/nuova?bozza=${id}` as Route)
})
