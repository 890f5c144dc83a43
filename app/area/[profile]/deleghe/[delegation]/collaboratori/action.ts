'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { changeWorkers } from '@/lib/delegations/commands/workers'
import { changeWorkersSchema } from '@/lib/delegations/schema'

export const changeWorkersAction = contributorAction(changeWorkersSchema, async (actor, input) => {
  await changeWorkers(actor, input)
  redirect(`/area/${actor.contributorId}/deleghe/${input.delegationId}` as Route)
})
