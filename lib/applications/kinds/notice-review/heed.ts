import 'server-only'
import type { ContributorSide } from '@/lib/auth/actor'
import { refusalToAnswer } from '@/lib/notices/answering'
import { findByProtocollo } from '@/lib/notices/queries/detail'
import { fieldOf } from '../../fields'
import type { ReviewAnswers } from './steps'

/** Told before it is sent: the notice is not the contributor's, nobody read it, or the office has already closed it. */
export async function heed(
  actor: ContributorSide,
  { comunicazione: { protocollo } }: ReviewAnswers,
): Promise<Record<string, string[]>> {
  const notice = await findByProtocollo(actor, protocollo)
  const refusal = notice
    ? refusalToAnswer('answer', notice)
    : 'Tra le comunicazioni di questo contribuente non ce n’è una con questo protocollo: controllalo.'
  return refusal ? { [fieldOf('comunicazione', 'protocollo')]: [refusal] } : {}
}
