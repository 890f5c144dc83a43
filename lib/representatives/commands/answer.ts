import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { accesses, representatives } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'
import { change } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { invitedAppointments } from '../policy'

/** The moment at which an ISO day begins in Rome, or the one after it, whatever the clocks do that night. */
const midnight = (day: string, later = 0) => sql`((${day}::date + ${later}::int)::timestamp at time zone 'Europe/Rome')`

type Named = { appointmentId: string }

const gone = () =>
  new Refusal('conflict', 'Questo incarico non è più in attesa della tua risposta: forse è stato annullato.')

/**
 * «Accetta»: from the first day on the person acts for the contributor as its legal representative does.
 * @throws Refusal('conflict') when it no longer waits, or is not for this person
 */
export async function acceptAppointment(actor: Person, { appointmentId }: Named) {
  return change(actor, 'representative.accepted', async (tx) => {
    const [accepted] = await tx
      .update(representatives)
      .set({ status: 'active', userId: actor.id })
      .where(and(invitedAppointments(actor), eq(representatives.id, appointmentId)))
      .returning({
        id: representatives.id,
        contributorId: representatives.contributorId,
        startsOn: representatives.startsOn,
        endsOn: representatives.endsOn,
      })
    if (!accepted) throw gone()
    const { id, contributorId, startsOn, endsOn } = accepted
    await tx.insert(accesses).values({
      userId: actor.id,
      contributorId,
      title: 'other_representative',
      validFrom: sql`greatest(${midnight(startsOn)}, now())`,
      validTo: endsOn === null ? null : midnight(endsOn, 1),
    })
    return { id, contributorId }
  })
}

/**
 * «Rifiuta»: no right was given and none will be.
 * @throws Refusal('conflict') as `acceptAppointment`
 */
export async function declineAppointment(actor: Person, { appointmentId }: Named) {
  return change(actor, 'representative.declined', async (tx) => {
    const [declined] = await tx
      .update(representatives)
      .set({ status: 'declined', endedAt: new Date() })
      .where(and(invitedAppointments(actor), eq(representatives.id, appointmentId)))
      .returning({ id: representatives.id, contributorId: representatives.contributorId })
    if (!declined) throw gone()
    return declined
  })
}
