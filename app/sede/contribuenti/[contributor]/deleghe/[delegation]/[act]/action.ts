'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { reinstateDelegation, suspendDelegation } from '@/lib/delegations/commands/office'
import { delegationReasonSchema } from '@/lib/delegations/schema'

export const suspendDelegationAction = officerAction(delegationReasonSchema, async (actor, input) => {
  const { contributorId } = await suspendDelegation(actor, input)
  redirect(`/sede/contribuenti/${contributorId}` as Route)
})

export const reinstateDelegationAction = officerAction(delegationReasonSchema, async (actor, input) => {
  const { contributorId } = await reinstateDelegation(actor, input)
  redirect(`/sede/contribuenti/${contributorId}` as Route)
})
