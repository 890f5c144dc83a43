import 'server-only'
import { and, inArray } from 'drizzle-orm'
import { delegationWorkers } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { Refusal } from '@/lib/refusal'
import { ownWorkers } from '../policy'

/**
 * Part of `submitRequest`'s change: the workers that a partial delegate writes about stay in their delegation until it ends.
 * @throws Refusal('conflict') when one of them was taken out since the draft was judged
 */
export async function holdWorkers(actor: ContributorSide, tx: Transaction, workers: string[]) {
  if (!rightsOf[actor.title].partial) return
  const held = await tx
    .select({ codiceFiscale: delegationWorkers.codiceFiscale })
    .from(delegationWorkers)
    .where(and(ownWorkers(actor), inArray(delegationWorkers.codiceFiscale, workers)))
    .for('share')
  if (held.length < workers.length)
    throw new Refusal(
      'conflict',
      'I collaboratori della tua delega sono cambiati: torna alla richiesta e scegli di nuovo di chi si tratta.',
    )
}
