import 'server-only'
import type { ContributorSide } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { listOwnWorkers } from '@/lib/requests/queries/workers'
import { fieldOf } from '../../fields'
import type { Answers } from './figures'

/** A partial delegate asks money back only for the workers of their own delegation, as it is now. */
export async function heed(actor: ContributorSide, { somme }: Answers): Promise<Record<string, string[]>> {
  if (!rightsOf[actor.title].partial) return {}
  const own = await listOwnWorkers(actor)
  const strangers = somme.workers.flatMap(({ worker }, place) => (own.includes(worker) ? [] : [place + 1]))
  if (strangers.length === 0) return {}
  const rows =
    strangers.length === 1
      ? `Il collaboratore della riga ${strangers[0]}`
      : `I collaboratori delle righe ${strangers.join(', ')}`
  return { [fieldOf('somme', 'workers')]: [`${rows} non ${strangers.length === 1 ? 'è' : 'sono'} nella tua delega.`] }
}
