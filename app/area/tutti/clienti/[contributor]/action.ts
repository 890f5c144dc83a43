'use server'

import { refresh } from 'next/cache'
import { portfolioAction } from '@/lib/action'
import { keepClient } from '@/lib/firms/commands/clients'
import { keepClientSchema } from '@/lib/firms/schema'

export const keepClientAction = portfolioAction(keepClientSchema, async (actor, input) => {
  await keepClient(actor, input)
  refresh()
  return { status: 'done', message: 'La scheda è salvata.' }
})
