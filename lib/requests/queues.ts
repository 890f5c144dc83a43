import { and, eq, sql, type SQL } from 'drizzle-orm'
import { requests } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { ofSort, visibleRequests } from './policy'
import type { Sort } from './status'

/** The four queues of the desk. */
export const queues = ['da-prendere', 'mie', 'in-attesa', 'chiuse'] as const
export type Queue = (typeof queues)[number]

/** What is in each queue; worded as the partial indexes are, so that each count and page reads its own. */
export const inQueue = (actor: Officer): Record<Queue, SQL> => ({
  'da-prendere': sql`${requests.status} in ('submitted', 'transferred', 'reopened')`,
  mie: and(eq(requests.officerId, actor.id), sql`${requests.status} in ('taken_up', 'supplemented')`)!,
  'in-attesa': sql`${requests.status} = 'awaiting_documents'`,
  chiuse: sql`${requests.status} in ('closed', 'withdrawn')`,
})

/** The closed are not counted beyond this: those of a large office are a hundred thousand, and nobody works through them. */
export const mostClosedCounted = 1000

/** How many requests, or istanze, each queue of the officer holds, as columns of a select. */
export function heldInQueues(actor: Officer, sort: Sort) {
  const conditions = inQueue(actor)
  const held = (queue: Queue) =>
    sql<number>`(select count(*)::int from (select from ${requests} where ${and(visibleRequests(actor), ofSort(sort), conditions[queue])} ${queue === 'chiuse' ? sql`limit ${mostClosedCounted}` : sql``}) held)`
  return {
    'da-prendere': held('da-prendere'),
    mie: held('mie'),
    'in-attesa': held('in-attesa'),
    chiuse: held('chiuse'),
  }
}
