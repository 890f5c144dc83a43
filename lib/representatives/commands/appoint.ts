import 'server-only'
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { accesses, contributors, representatives, users } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { inForce } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'
import { env } from '@/lib/env'
import { stalePage } from '@/lib/form-state'
import { spend } from '@/lib/limits/count'
import { Invalid, Refusal } from '@/lib/refusal'

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
  { appointmentId, ...appointment }: Appointment,
) {
  const codiceFiscale = await holdContributor(actor, tx, contributorId)
  if (codiceFiscale === appointment.codiceFiscale) throw taken('È il codice fiscale del contribuente stesso.')
  if (await wasAppointed(actor, tx, appointmentId, appointment.codiceFiscale)) return undefined
  await endOutlived(tx, contributorId, appointment.codiceFiscale)
  await refuseTaken(tx, contributorId, appointment.codiceFiscale)
  await spend(
    tx,
    pseudonym('representatives', actor.id),
    env.LIMIT_MESSAGES_PER_PERSON,
    'Hai indicato molti responsabili in poco tempo: riprova più tardi.',
  )
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

const taken = (message: string) => new Invalid({ codiceFiscale: [message] })

/** One appointment at a time for each contributor: two of the same person never race. */
async function holdContributor(actor: ContributorSide | Officer, tx: Transaction, contributorId: string) {
  const [contributor] = await tx
    .select({ codiceFiscale: contributors.codiceFiscale })
    .from(contributors)
    .where(
      and(
        eq(contributors.id, contributorId),
        actor.kind === 'officer' ? eq(contributors.officeCode, actor.officeCode) : undefined,
      ),
    )
    .for('no key update')
  if (!contributor) throw new Refusal('not-found', 'Nella tua sede non c’è questo contribuente.')
  return contributor.codiceFiscale
}

/** Whether this very form was already sent. */
async function wasAppointed(actor: ContributorSide | Officer, tx: Transaction, id: string, codiceFiscale: string) {
  const [same] = await tx
    .select({ appointedBy: representatives.appointedBy, codiceFiscale: representatives.codiceFiscale })
    .from(representatives)
    .where(eq(representatives.id, id))
  if (same && (same.appointedBy !== actor.id || same.codiceFiscale !== codiceFiscale))
    throw new Refusal('conflict', stalePage)
  return same !== undefined
}

const standing = (contributorId: string, codiceFiscale: string) =>
  and(
    eq(representatives.contributorId, contributorId),
    eq(representatives.codiceFiscale, codiceFiscale),
    inArray(representatives.status, ['proposed', 'active']),
  )

/** An appointment past its last day is over, whether or not the portal has said so yet. */
const endOutlived = (tx: Transaction, contributorId: string, codiceFiscale: string) =>
  tx
    .update(representatives)
    .set({ status: 'ended', endedAt: new Date() })
    .where(and(standing(contributorId, codiceFiscale), lt(representatives.endsOn, romeDate(new Date()))))

async function refuseTaken(tx: Transaction, contributorId: string, codiceFiscale: string) {
  const [appointed] = await tx
    .select({ status: representatives.status })
    .from(representatives)
    .where(standing(contributorId, codiceFiscale))
  if (appointed?.status === 'proposed')
    throw taken(
      'Questa persona è già stata indicata e deve ancora rispondere: se vuoi cambiare le date, prima annulla.',
    )
  const [access] = await tx
    .select({ id: accesses.id })
    .from(accesses)
    .where(
      and(
        eq(accesses.contributorId, contributorId),
        inArray(accesses.title, ['legal_representative', 'other_representative']),
        inForce(),
        sql`${accesses.userId} = (select ${users.id} from ${users} where ${users.codiceFiscale} = ${codiceFiscale})`,
      ),
    )
    .limit(1)
  if (appointed || access) throw taken('Questa persona rappresenta già il contribuente.')
}
