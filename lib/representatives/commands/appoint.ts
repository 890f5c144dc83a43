import 'server-only'
import { and, eq, lt } from 'drizzle-orm'
import { contributors, representatives } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { env } from '@/lib/env'
import { stalePage } from '@/lib/form-state'
import { spend } from '@/lib/limits/count'
import { Invalid, Refusal } from '@/lib/refusal'
import { standing, whyTaken } from '../taken'

type Appointment = {
  /** Made with the form: sent twice, it is one appointment. */
  appointmentId: string
  codiceFiscale: string
  /** ISO days; without a last one, until somebody ends it. */
  startsOn: string
  endsOn: string | null
}

/**
 * «Altro responsabile»: an employee with the legal representative's own rights (circ. 126/2013 §2.1), held out to a codice
 * fiscale and in force when that person accepts.
 * @throws Invalid when the person is the contributor, or already represents it, or already has an appointment
 * @throws Refusal('forbidden') for a title that may not appoint
 */
export async function appointRepresentative(actor: ContributorSide, appointment: Appointment) {
  if (!rightsOf[actor.title].delegates)
    throw new Refusal(
      'forbidden',
      'Un altro responsabile lo indicano il legale rappresentante e gli altri responsabili.',
    )
  await change(actor, 'representative.appointed', (tx) => appoint(actor, tx, actor.contributorId, appointment))
  return { id: appointment.appointmentId }
}

/**
 * The same by the office, on a modulo SC72 of one of its contributors (domain.md §3.4).
 * @throws Refusal('not-found') when the contributor is not of this office
 */
export async function enableRepresentative(
  actor: Officer,
  { contributorId, ...appointment }: Appointment & { contributorId: string },
) {
  await change(actor, 'representative.appointed', (tx) => appoint(actor, tx, contributorId, appointment))
  return { id: appointment.appointmentId }
}

async function appoint(
  actor: ContributorSide | Officer,
  tx: Transaction,
  contributorId: string,
  appointment: Appointment,
) {
  await holdOwnContributor(actor, tx, contributorId)
  if (await wasAppointed(actor, tx, appointment)) return undefined
  const held = await holdOut(actor, tx, contributorId, appointment)
  if ('why' in held) throw new Invalid({ codiceFiscale: [held.why] })
  await spend(
    tx,
    pseudonym('representatives', actor.id),
    env.LIMIT_MESSAGES_PER_PERSON,
    'Hai indicato molti responsabili in poco tempo: riprova più tardi.',
  )
  return held
}

/**
 * Part of a change: the appointment as it waits for the person's yes. Gives it, or in a sentence why it cannot be: the person
 * is the contributor, already represents it, or was already appointed.
 */
export async function holdOut(
  actor: ContributorSide | Officer,
  tx: Transaction,
  contributorId: string,
  { appointmentId, ...appointment }: Appointment,
) {
  const codiceFiscale = await holdContributor(tx, contributorId)
  if (codiceFiscale === appointment.codiceFiscale) return { why: 'È il codice fiscale del contribuente stesso.' }
  await endOutlived(tx, contributorId, appointment.codiceFiscale)
  const why = await whyTaken(tx, contributorId, appointment.codiceFiscale)
  if (why) return { why }
  await tx.insert(representatives).values({
    id: appointmentId,
    contributorId,
    status: 'proposed',
    appointedBy: actor.id,
    side: actor.kind === 'officer' ? 'office' : 'contributor',
    ...appointment,
  })
  return { id: appointmentId, contributorId }
}

/** One appointment at a time for each contributor: two of the same person never race. */
async function holdContributor(tx: Transaction, contributorId: string) {
  const [contributor] = await tx
    .select({ codiceFiscale: contributors.codiceFiscale })
    .from(contributors)
    .where(eq(contributors.id, contributorId))
    .for('no key update')
  return contributor!.codiceFiscale
}

/** @throws Refusal('not-found') to an office whose contributor it is not */
async function holdOwnContributor(actor: ContributorSide | Officer, tx: Transaction, contributorId: string) {
  const [own] = await tx
    .select({ id: contributors.id })
    .from(contributors)
    .where(
      and(
        eq(contributors.id, contributorId),
        actor.kind === 'officer' ? eq(contributors.officeCode, actor.officeCode) : undefined,
      ),
    )
    .for('no key update')
  if (!own) throw new Refusal('not-found', 'Nella tua sede non c’è questo contribuente.')
}

/** Whether this very form was already sent. */
async function wasAppointed(
  actor: ContributorSide | Officer,
  tx: Transaction,
  { appointmentId, codiceFiscale }: Appointment,
) {
  const [same] = await tx
    .select({ appointedBy: representatives.appointedBy, codiceFiscale: representatives.codiceFiscale })
    .from(representatives)
    .where(eq(representatives.id, appointmentId))
  if (same && (same.appointedBy !== actor.id || same.codiceFiscale !== codiceFiscale))
    throw new Refusal('conflict', stalePage)
  return same !== undefined
}

/** An appointment past its last day is over, whether or not the portal has said so yet. */
const endOutlived = (tx: Transaction, contributorId: string, codiceFiscale: string) =>
  tx
    .update(representatives)
    .set({ status: 'ended', endedAt: new Date() })
    .where(and(standing(contributorId, codiceFiscale), lt(representatives.endsOn, romeDate(new Date()))))
