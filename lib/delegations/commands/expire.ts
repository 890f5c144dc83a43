import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { delegations } from '@/db/schema'
import type { System } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { change } from '@/lib/change'
import { announceDelegation } from '@/lib/notifications/delegations'
import { keepAccesses } from './accesses'

/** How many end in one change: none holds the record for long. */
const batch = 200

/**
 * Says of delegations past their last day that they are over. Nobody could enter by them since that midnight in Rome: rights
 * end by themselves, this only calls things by their name. Gives how many.
 */
export async function expireDelegations(actor: System) {
  let expired = 0
  for (;;) {
    const some = await expireSome(actor)
    expired += some
    if (some < batch) return expired
  }
}

async function expireSome(actor: System) {
  const today = romeDate(new Date())
  const changed = await change(actor, 'delegation.expired', async (tx) => {
    const over = await tx
      .select({ id: delegations.id, contributorId: delegations.contributorId, endsOn: delegations.endsOn })
      .from(delegations)
      // Worded as its partial index is.
      .where(and(sql`status in ('active', 'suspended') and ends_on is not null`, sql`ends_on < ${today}::date`))
      .orderBy(delegations.id)
      .limit(batch)
      .for('update', { skipLocked: true })
    for (const { id, endsOn } of over) {
      await tx
        .update(delegations)
        .set({ status: 'expired', endedAt: sql`((${endsOn}::date + 1)::timestamp at time zone 'Europe/Rome')` })
        .where(eq(delegations.id, id))
      await announceDelegation(tx, 'delegation.expired', id)
    }
    await keepAccesses(actor, tx, { delegationIds: over.map(({ id }) => id) })
    return over.map(({ id, contributorId }) => ({ id, contributorId }))
  })
  return changed.length
}
