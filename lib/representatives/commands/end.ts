import 'server-only'
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { accesses, representatives } from '@/db/schema'
import type { ContributorSide, Officer, System } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { Refusal } from '@/lib/refusal'
import { outlived, visibleAppointments } from '../policy'

type Ended = { userId: string | null; contributorId: string }

/**
 * «Togli l’abilitazione», by the contributor's side or by its office: from this moment the person acts by this right no
 * longer; an appointment not yet accepted is taken back. Gives whose it was, if they had accepted.
 * @throws Refusal('conflict') when it is already over, or is not this actor's to end
 */
export async function endRepresentative(
  actor: ContributorSide | Officer,
  { appointmentId }: { appointmentId: string },
) {
  if (actor.kind === 'contributor' && !rightsOf[actor.title].delegates)
    throw new Refusal('forbidden', 'L’abilitazione la tolgono il legale rappresentante e gli altri responsabili.')
  return change(actor, 'representative.ended', async (tx) => {
    const [ended] = await tx
      .update(representatives)
      .set({ status: 'ended', endedAt: new Date() })
      .where(
        and(
          visibleAppointments(actor),
          eq(representatives.id, appointmentId),
          inArray(representatives.status, ['proposed', 'active']),
        ),
      )
      .returning({
        id: representatives.id,
        userId: representatives.userId,
        contributorId: representatives.contributorId,
      })
    if (!ended) throw new Refusal('conflict', 'Questa abilitazione è già terminata.')
    await closeAccess(tx, ended)
    return ended
  })
}

/** A person has at most one appointment in force for a contributor, hence one such right that is still to end. */
const closeAccess = (tx: Transaction, { userId, contributorId }: Ended) =>
  userId === null
    ? undefined
    : tx
        .update(accesses)
        .set({ validTo: sql`greatest(${accesses.validFrom}, now())` })
        .where(
          and(
            eq(accesses.userId, userId),
            eq(accesses.contributorId, contributorId),
            eq(accesses.title, 'other_representative'),
            or(isNull(accesses.validTo), gt(accesses.validTo, sql`now()`)),
          ),
        )

/** Says of appointments past their last day that they are over; their rights ended by themselves. Gives how many. */
export async function endOutlivedRepresentatives(actor: System) {
  const ended = await change(actor, 'representative.ended', (tx) =>
    tx
      .update(representatives)
      .set({ status: 'ended', endedAt: new Date() })
      .where(outlived())
      .returning({ id: representatives.id, contributorId: representatives.contributorId }),
  )
  return ended.length
}
