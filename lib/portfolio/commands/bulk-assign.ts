import 'server-only'
import type { Portfolio } from '@/lib/auth/actor'
import { keepTasks } from '@/lib/firms/commands/tasks'
import type { ChosenList } from '../choice'
import { slicesOf } from '../slices'

type Assigned = { list: ChosenList; ids: string[]; assigneeId: string | null }

/**
 * Gives many notices, or many requests, to one colleague, or takes them from whoever has them. In the firm's own layer.
 * @returns the ids given, and those left as they were with why (`lib/firms/words.ts`)
 * @throws what `keepTasks` does
 */
export async function assignMany(actor: Portfolio, { list, ids, assigneeId }: Assigned) {
  const results = []
  for (const slice of slicesOf(ids)) {
    const items = slice.map((id) => (list === 'requests' ? { requestId: id } : { noticeId: id }))
    results.push(await keepTasks(actor, { items, assigneeId }))
  }
  return { kept: results.flatMap(({ kept }) => kept), left: results.flatMap(({ left }) => left) }
}
