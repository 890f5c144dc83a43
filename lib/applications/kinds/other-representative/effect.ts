import 'server-only'
import { and, eq } from 'drizzle-orm'
import { requests, users } from '@/db/schema'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import type { Transaction } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { holdOut } from '@/lib/representatives/commands/appoint'
import type { Effect } from '../../kind'
import type { AppointmentAnswers } from './steps'

const no = (why: string) => new Refusal('conflict', `L’istanza non si può accogliere. ${why}`)

/**
 * The person is appointed as on a modulo SC72: they act from when they accept, never before the first day. The appointment
 * bears the id of the istanza: one decision is one appointment.
 */
export const effect: Effect<AppointmentAnswers> = async (actor, tx, { requestId, contributorId, answers }) => {
  const { codiceFiscale, firstName, lastName } = answers.persona
  const { startsOn, endsOn = null } = answers.incarico
  if (endsOn !== null && endsOn < romeDate(new Date())) throw no('L’ultimo giorno dell’incarico è già passato.')
  if (await isSender(tx, requestId, codiceFiscale)) throw no('La persona indicata è chi ha inviato l’istanza.')
  const appointment = { appointmentId: requestId, codiceFiscale, startsOn, endsOn }
  const held = await holdOut(actor, tx, contributorId, appointment)
  if ('why' in held) throw no(held.why)
  const days = endsOn === null ? '' : ` al ${formatItalianDate(endsOn)}`
  return {
    words: [
      `Altro responsabile: ${firstName} ${lastName} (${codiceFiscale}), dal ${formatItalianDate(startsOn)}${days}. Può operare da quando accetta nel portale.`,
    ],
    also: [{ name: 'representative.appointed', ...held }],
  }
}

async function isSender(tx: Transaction, requestId: string, codiceFiscale: string) {
  const [sender] = await tx
    .select({ id: users.id })
    .from(requests)
    .innerJoin(users, and(eq(users.id, requests.submittedBy), eq(users.codiceFiscale, codiceFiscale)))
    .where(eq(requests.id, requestId))
  return sender !== undefined
}
