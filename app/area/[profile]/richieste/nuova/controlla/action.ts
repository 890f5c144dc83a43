'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { submitRequest } from '@/lib/requests/commands/submit'
import { submitRequestSchema } from '@/lib/requests/schema'

export const submitRequestAction = contributorAction(submitRequestSchema, async (actor, input) => {
  const { id } = await submitRequest(actor, input)
  // What the browser remembers of the form is no longer true: Back finds the receipt.
  revalidatePath(`/area/${actor.contributorId}/richieste/nuova`, 'layout')
  redirect(`/area/${actor.contributorId}/richieste/${id}/ricevuta` as Route)
})
