'use server'

import { refresh } from 'next/cache'
import { contributorAction } from '@/lib/action'
import { cancelDelegation } from '@/lib/delegations/commands/contributor'
import { delegationIdSchema } from '@/lib/delegations/schema'

export const cancelDelegationAction = contributorAction(delegationIdSchema, async (actor, input) => {
  await cancelDelegation(actor, input)
  refresh()
})
