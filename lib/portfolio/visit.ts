import 'server-only'
import { sql } from 'drizzle-orm'
import { visits } from '@/db/schema'
import { transaction } from '@/db/write'
import type { ContributorSide } from '@/lib/auth/actor'

/**
 * Notes that a person entered a contributor's pages, at most once in five minutes. Not a change: nothing of anybody's papers
 * moves, only the order of the person's own list.
 */
export const rememberVisit = (actor: ContributorSide) =>
  transaction((tx) =>
    tx
      .insert(visits)
      .values({ userId: actor.id, contributorId: actor.contributorId })
      .onConflictDoUpdate({
        target: [visits.userId, visits.contributorId],
        set: { at: sql`now()` },
        setWhere: sql`${visits.at} < now() - interval '5 minutes'`,
      }),
  )
