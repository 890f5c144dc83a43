'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { portfolioAction } from '@/lib/action'
import {
  changeWorkersAsDelegate,
  discardDelegation,
  renounceDelegation,
  validateDelegation,
} from '@/lib/delegations/commands/delegate'
import { changeCompiledWorkersSchema, validateDelegationSchema } from '@/lib/delegations/delegate-schema'
import { delegationIdSchema, delegationReasonSchema } from '@/lib/delegations/schema'

const pageOf = (id: string, outcome: string) => `/area/tutti/deleghe/${id}?esito=${outcome}` as Route

export const validateDelegationAction = portfolioAction(validateDelegationSchema, async (actor, typed) => {
  await validateDelegation(actor, typed)
  redirect(pageOf(typed.delegationId, 'validata'))
})

export const discardDelegationAction = portfolioAction(delegationIdSchema, async (actor, typed) => {
  await discardDelegation(actor, typed)
  redirect(pageOf(typed.delegationId, 'annullata'))
})

export const renounceDelegationAction = portfolioAction(delegationReasonSchema, async (actor, typed) => {
  await renounceDelegation(actor, typed)
  redirect(pageOf(typed.delegationId, 'rinunciata'))
})

export const changeCompiledWorkersAction = portfolioAction(changeCompiledWorkersSchema, async (actor, typed) => {
  await changeWorkersAsDelegate(actor, typed)
  redirect(pageOf(typed.delegationId, 'collaboratori'))
})
