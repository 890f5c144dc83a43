'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { placeOf } from '@/app/area/[profile]/paper-place'
import { contributorAction } from '@/lib/action'
import { withdrawRequest } from '@/lib/requests/commands/contributor'
import { findRequest } from '@/lib/requests/queries/detail'
import { requestIdSchema } from '@/lib/requests/schema'

export const withdrawRequestAction = contributorAction(requestIdSchema, async (actor, input) => {
  const { id } = await withdrawRequest(actor, input)
  redirect(placeOf(actor.contributorId, (await findRequest(actor, id))!).href as Route)
})
