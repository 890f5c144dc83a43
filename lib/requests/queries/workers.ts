import 'server-only'
import { asc } from 'drizzle-orm'
import { db } from '@/db/read'
import { delegationWorkers } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { ownWorkers } from '../policy'

/** The workers of one's own partial delegation now, by codice fiscale; none for who acts for the whole position. */
export async function listOwnWorkers(actor: ContributorSide): Promise<string[]> {
  if (!rightsOf[actor.title].partial) return []
  const workers = await db
    .select({ codiceFiscale: delegationWorkers.codiceFiscale })
    .from(delegationWorkers)
    .where(ownWorkers(actor))
    .orderBy(asc(delegationWorkers.codiceFiscale))
  return workers.map(({ codiceFiscale }) => codiceFiscale)
}
