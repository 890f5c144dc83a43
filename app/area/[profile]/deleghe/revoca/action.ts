'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { revokeDelegations } from '@/lib/delegations/commands/contributor'
import { revokeDelegationsSchema } from '@/lib/delegations/schema'

export const revokeDelegationsAction = contributorAction(revokeDelegationsSchema, async (actor, input) => {
  const [first, ...others] = await revokeDelegations(actor, input)
  const home = `/area/${actor.contributorId}/deleghe`
  redirect((others.length === 0 && first ? `${home}/${first.id}` : `${home}?elenco=concluse`) as Route)
})
