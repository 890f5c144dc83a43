'use server'

import { refresh } from 'next/cache'
import { portfolioAction } from '@/lib/action'
import { keepTasks } from '@/lib/firms/commands/tasks'
import { keepTaskSchema } from '@/lib/firms/schema'
import { leftReasons } from '@/lib/firms/words'
import { Refusal } from '@/lib/refusal'

export const keepTaskAction = portfolioAction(keepTaskSchema, async (actor, { noticeId, requestId, ...kept }) => {
  const item = noticeId ? { noticeId } : { requestId: requestId! }
  const { left } = await keepTasks(actor, { items: [item], ...kept })
  if (left[0]) throw new Refusal('not-found', leftReasons[left[0].why])
  refresh()
  return { status: 'done', message: 'Salvato: lo vede soltanto il tuo studio.' }
})
