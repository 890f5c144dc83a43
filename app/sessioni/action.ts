'use server'

import { refresh } from 'next/cache'
import { personAction } from '@/lib/action'
import { endSession } from '@/lib/auth/commands'
import { endSessionSchema } from '@/lib/auth/schema'

export const endSessionAction = personAction(endSessionSchema, async (actor, { sessionId }) => {
  await endSession(actor, sessionId)
  refresh()
})
