'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { portfolioAction } from '@/lib/action'
import { sendBulk } from '@/lib/bulk-requests/commands/send'
import { sendBulkSchema } from '@/lib/bulk-requests/schema'

/** «Invia N richieste» and, from the result, «Riprova»: who was served already is left alone. */
export const sendBulkAction = portfolioAction(sendBulkSchema, async (actor, input) => {
  await sendBulk(actor, input)
  revalidatePath('/area/tutti', 'layout')
  redirect(`/area/tutti/richieste/nuova/esito?invio=${input.bulkId}` as Route)
})
