import 'server-only'
import type { ContributorSide } from '@/lib/auth/actor'
import { findObstacle } from '@/lib/representatives/queries/appointments'
import { fieldOf } from '../../fields'
import type { AppointmentAnswers } from './steps'

/** Told before it is sent: the person is who sends, is the contributor, or represents it already. */
export async function heed(actor: ContributorSide, { persona }: AppointmentAnswers): Promise<Record<string, string[]>> {
  const obstacle = await findObstacle(actor, persona.codiceFiscale)
  return obstacle ? { [fieldOf('persona', 'codiceFiscale')]: [obstacle] } : {}
}
