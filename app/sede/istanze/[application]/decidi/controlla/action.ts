'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { settleDecision } from '@/lib/applications/commands/decide'
import { settleDecisionSchema } from '@/lib/applications/schema'

export const settleDecisionAction = officerAction(settleDecisionSchema, async (actor, input) => {
  const { id } = await settleDecision(actor, input)
  redirect(`/sede/istanze/${id}` as Route)
})
