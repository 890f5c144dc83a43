'use server'

import { publicAction } from '@/lib/action'
import { clientAddress } from '@/lib/auth/client-address'
import { giveFeedback } from '@/lib/feedback/commands'
import { giveFeedbackSchema } from '@/lib/feedback/schema'

export const giveFeedbackAction = publicAction(giveFeedbackSchema, async (actor, input) => {
  await giveFeedback(actor, input, await clientAddress())
  return { status: 'done', message: 'Grazie: ci aiuta a migliorare il servizio.' }
})
