'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { deskHome, deskQueues } from '@/app/sede/desk-home'
import { releaseRequest, takeUpRequest } from '@/lib/requests/commands/officer'
import { requestIdSchema } from '@/lib/requests/schema'

export const takeUpRequestAction = officerAction(requestIdSchema, async (actor, input) => {
  const { sort } = await takeUpRequest(actor, input)
  redirect(deskHome(sort, input.requestId) as Route)
})

export const releaseRequestAction = officerAction(requestIdSchema, async (actor, input) => {
  const { sort } = await releaseRequest(actor, input)
  redirect(`${deskQueues(sort)}?coda=mie` as Route)
})
