'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { withdrawRequest } from '@/lib/requests/commands/contributor'
import { requestIdSchema } from '@/lib/requests/schema'

export const withdrawRequestAction = contributorAction(requestIdSchema, async (actor, input) => {
  const { id } = await withdrawRequest(actor, input)
  redirect(`/area/${actor.contributorId}/richieste/${id}` as Route)
})
