import 'server-only'
import { and, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import { db } from '@/db/read'
import { requests } from '@/db/schema'
import type { System } from '@/lib/auth/actor'

export type Term = 'announce_closure' | 'close_for_missing_documents'

/** Requests whose documents did not come by the day of `term`, seen on `today` (ISO, in Rome). */
export const isDue = (term: Term, today: string): SQL =>
  and(
    eq(requests.status, 'awaiting_documents'),
    term === 'announce_closure'
      ? and(isNull(requests.closureNoticeEndsOn), lt(requests.documentsDueBy, today))
      : and(isNotNull(requests.closureNoticeEndsOn), lt(requests.closureNoticeEndsOn, today)),
  )!

/** The ids of those requests, the longest waiting first. */
export function listDue(_actor: System, term: Term, today: string) {
  return db
    .select({ id: requests.id })
    .from(requests)
    .where(isDue(term, today))
    .orderBy(requests.documentsDueBy, requests.id)
}
