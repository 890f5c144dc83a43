'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { releaseRequest, takeUpRequest } from '@/lib/requests/commands/officer'
import { requestIdSchema } from '@/lib/requests/schema'

export const takeUpRequestAction = officerAction(requestIdSchema, async (actor, input) => {
  await takeUpRequest(actor, input)
  redirect(`/sede/richieste/${input.requestId}` as Route)
})

export const releaseRequestAction = officerAction(requestIdSchema, async (actor, input) => {
  await releaseRequest(actor, input)
  redirect('/sede?coda=mie')
})
