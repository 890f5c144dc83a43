import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { requests } from '@/db/schema'
import type { RequestPhase } from '@/db/vocabulary'
import type { Cursor } from '@/lib/pagination'

export type RequestFilters = {
  phase?: RequestPhase | undefined
  areaCode?: string | undefined
  /** First and last day of sending, ISO, in Rome. */
  from?: string | undefined
  to?: string | undefined
  words?: string | undefined
}

const midnight = (day: string) => sql`(${day}::date)::timestamp at time zone 'Europe/Rome'`
const midnightAfter = (day: string) => sql`(${day}::date + 1)::timestamp at time zone 'Europe/Rome'`

/** What the filters ask of a row, the words apart. */
export const chosenRequests = ({ phase, areaCode, from, to }: RequestFilters) =>
  and(
    phase && eq(requests.phase, phase),
    areaCode ? eq(requests.areaCode, areaCode) : undefined,
    from ? gte(requests.submittedAt, midnight(from)) : undefined,
    to ? lt(requests.submittedAt, midnightAfter(to)) : undefined,
  )

/** The order of every list of what was sent: the last first. */
export const lastSent = [desc(requests.submittedAt), desc(requests.id)]

/** What comes after a place in that order; everything, without one. */
export const sentBefore = (after?: Cursor) =>
  after && sql`(${requests.submittedAt}, ${requests.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
