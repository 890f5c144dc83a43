'use server'

import { refresh } from 'next/cache'
import { portfolioAction } from '@/lib/action'
import { keepTasks } from '@/lib/firms/commands/tasks'
import { assignSchema } from '@/lib/firms/schema'
import { leftReasons } from '@/lib/firms/words'
import { formatCount } from '@/lib/format'

export const assignAction = portfolioAction(assignSchema, async (actor, { papers, assigneeId }) => {
  const { kept, left } = await keepTasks(actor, { items: papers, assigneeId })
  refresh()
  const done = kept.length === 1 ? 'Assegnata 1 riga.' : `Assegnate ${formatCount(kept.length)} righe.`
  const reasons = [...new Set(left.map(({ why }) => leftReasons[why]))]
  const rest =
    left.length === 0
      ? ''
      : ` ${left.length === 1 ? '1 è rimasta' : `${formatCount(left.length)} sono rimaste`} com’era: ${reasons.join(' ')}`
  return { status: 'done', message: done + rest }
})
