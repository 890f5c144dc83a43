'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { conferDelegation } from '@/lib/delegations/commands/contributor'
import { conferDelegationSchema } from '@/lib/delegations/schema'

export const conferDelegationAction = contributorAction(conferDelegationSchema, async (actor, input) => {
  const { id } = await conferDelegation(actor, input)
  redirect(`/area/${actor.contributorId}/deleghe/${id}` as Route)
})
