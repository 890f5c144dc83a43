'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { portfolioAction } from '@/lib/action'
import { compileDelegation } from '@/lib/delegations/commands/delegate'
import { compileDelegationSchema } from '@/lib/delegations/delegate-schema'

export const compileDelegationAction = portfolioAction(compileDelegationSchema, async (actor, typed) => {
  const { id } = await compileDelegation(actor, typed)
  redirect(`/area/tutti/deleghe/${id}` as Route)
})
