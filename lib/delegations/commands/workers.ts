import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { delegations, delegationWorkers } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { change } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { announceDelegation } from '@/lib/notifications/delegations'
import { Invalid, Refusal } from '@/lib/refusal'
import { visibleDelegations } from '../policy'
import { statusesFor } from '../status'
import { keepAccesses } from './accesses'
import { refuseConflict } from './activate'

type Workers = { delegationId: string; add: string[]; remove: string[] }

/**
 * Changes whom a partial delegation is about: adds and removes workers, by codice fiscale (msg 104/2026). What is already
 * so stays so. Whoever was removed is kept in the history.
 * @throws Refusal('conflict') when the delegation is not in force, is total, or the new workers are another's exclusively
 * @throws Invalid when nobody would be left, or nothing would change
 */
export async function changeWorkers(actor: ContributorSide, { delegationId, add, remove }: Workers) {
  if (!rightsOf[actor.title].delegates)
    throw new Refusal('forbidden', 'I collaboratori di una delega li cambia chi può darla e revocarla.')
  return change(actor, 'delegation.workers_changed', async (tx) => {
    const [delegation] = await tx
      .select()
      .from(delegations)
      .where(
        and(
          visibleDelegations(actor),
          eq(delegations.id, delegationId),
          eq(delegations.scope, 'partial'),
          inArray(delegations.status, statusesFor('change_workers')),
        ),
      )
      .for('update')
    if (!delegation) throw new Refusal('conflict', 'Questa delega non è più attiva: i suoi collaboratori non cambiano.')
    const present = (
      await tx
        .select({ codiceFiscale: delegationWorkers.codiceFiscale })
        .from(delegationWorkers)
        .where(and(eq(delegationWorkers.delegationId, delegationId), isNull(delegationWorkers.removedAt)))
    ).map(({ codiceFiscale }) => codiceFiscale)
    const gone = present.filter((code) => remove.includes(code) && !add.includes(code))
    const fresh = add.filter((code) => !present.includes(code))
    if (gone.length + fresh.length === 0) throw new Invalid({ add: ['Scrivi chi aggiungere, o scegli chi togliere.'] })
    if (present.length - gone.length + fresh.length === 0)
      throw new Invalid({ remove: ['Deve restare almeno un collaboratore: se non serve più, revoca la delega.'] })
    if (fresh.length > 0) await refuseConflict(actor, tx, { ...delegation, workers: fresh })
    const own = eq(delegationWorkers.delegationId, delegationId)
    if (gone.length > 0)
      await tx
        .update(delegationWorkers)
        .set({ removedAt: new Date() })
        .where(and(own, isNull(delegationWorkers.removedAt), inArray(delegationWorkers.codiceFiscale, gone)))
    if (fresh.length > 0)
      await tx.insert(delegationWorkers).values(fresh.map((codiceFiscale) => ({ delegationId, codiceFiscale })))
    await keepAccesses(actor, tx, { delegationIds: [delegationId] })
    await announceDelegation(tx, 'delegation.workers_changed', delegationId)
    return { id: delegationId, details: { added: fresh.length, removed: gone.length } }
  })
}
