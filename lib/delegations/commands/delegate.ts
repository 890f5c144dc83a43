import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { delegations, delegationWorkers } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change } from '@/lib/change'
import { announceDelegation } from '@/lib/notifications/delegations'
import { stalePage } from '@/lib/form-state'
import { Invalid, Refusal } from '@/lib/refusal'
import type { CompiledDelegation } from '../delegate-schema'
import { keepAccesses } from './accesses'
import { activateDelegation } from './activate'
import { compileRows } from './compile'
import { holdFor, holdHolder } from './held'

/**
 * «Compila una delega»: an indirect one, to be signed on paper and then validated; until then it gives no right
 * (msg 20976/2013). Done twice with the same id, it is one.
 * @throws Refusal('forbidden') for who is not the holder of a firm; Invalid on `codiceFiscale` for a contributor that is not
 * there or is the delegate; Refusal('conflict') for a second one on the same perimeter and days
 */
export async function compileDelegation(actor: Portfolio, { delegationId: id, ...told }: CompiledDelegation) {
  await change(actor, 'delegation.compiled', async (tx) => {
    const holder = await holdHolder(actor, tx)
    const [there] = await tx
      .select({ createdBy: delegations.createdBy })
      .from(delegations)
      .where(eq(delegations.id, id))
    if (there?.createdBy === actor.id) return undefined
    if (there) throw new Refusal('conflict', stalePage)
    const made = (await compileRows(actor, tx, holder, [{ id, ...told }]))[0]!
    if (made.outcome === 'compiled') return { id, contributorId: made.contributorId }
    if (made.outcome !== 'refused')
      throw new Refusal('conflict', 'Questa delega c’è già, identica: la trovi nell’elenco delle tue deleghe.')
    if (made.field === 'codiceFiscale') throw new Invalid({ codiceFiscale: [made.reason] })
    throw new Refusal('conflict', made.reason)
  })
  return { id }
}

/**
 * «Valida»: the delegate declares under their own responsibility that the contributor signed, and on which day. Valid from
 * this moment, and not before (msg 20976/2013).
 * @param signedOn ISO day, not in the future
 * @throws Refusal('conflict') for one that is not waiting for it, or that cannot stand beside another
 */
export const validateDelegation = (
  actor: Portfolio,
  { delegationId, signedOn }: { delegationId: string; signedOn: string },
) =>
  change(actor, 'delegation.validated', async (tx) => {
    const { firmId } = await holdHolder(actor, tx)
    const { id, contributorId } = await holdFor(actor, tx, 'validate', delegationId, firmId)
    await activateDelegation(actor, tx, id, { userId: actor.id, firmId, signedOn })
    await announceDelegation(tx, 'delegation.validated', id)
    return { id, contributorId }
  })

/** «Annulla»: before it is signed and validated it gave no right to anybody. */
export const discardDelegation = (actor: Portfolio, { delegationId }: { delegationId: string }) =>
  change(actor, 'delegation.cancelled', async (tx) => {
    const { id, contributorId } = await holdFor(actor, tx, 'discard', delegationId)
    await tx
      .update(delegations)
      .set({ status: 'cancelled', endedAt: new Date(), endedBy: actor.id })
      .where(eq(delegations.id, id))
    return { id, contributorId }
  })

/**
 * «Rinuncia»: the delegate, or who is the holder of their firm now, gives it back and says why. From now on it opens
 * nothing, to nobody in the firm.
 */
export const renounceDelegation = (actor: Portfolio, { delegationId, text }: { delegationId: string; text: string }) =>
  change(actor, 'delegation.renounced', async (tx) => {
    const { id, contributorId } = await holdFor(actor, tx, 'renounce', delegationId)
    await tx
      .update(delegations)
      .set({ status: 'renounced', endedAt: new Date(), endedBy: actor.id, reason: text })
      .where(eq(delegations.id, id))
    await keepAccesses(actor, tx, { delegationIds: [id] })
    await announceDelegation(tx, 'delegation.renounced', id)
    return { id, contributorId, details: { reason: text } }
  })

/**
 * The workers of a partial delegation that nobody signed yet, all of them anew: its module changes with them. Once it is
 * active they are the contributor's to change.
 */
export const changeWorkersAsDelegate = (
  actor: Portfolio,
  { delegationId, workers }: { delegationId: string; workers: string[] },
) =>
  change(actor, 'delegation.workers_changed', async (tx) => {
    const { id, contributorId, scope } = await holdFor(actor, tx, 'discard', delegationId)
    if (scope === 'total') throw new Refusal('conflict', 'Una delega totale comprende già tutti i collaboratori.')
    const here = and(eq(delegationWorkers.delegationId, id), isNull(delegationWorkers.removedAt))
    const before = await tx.select({ code: delegationWorkers.codiceFiscale }).from(delegationWorkers).where(here)
    const held = new Set(before.map(({ code }) => code))
    const added = workers.filter((code) => !held.has(code))
    const removed = [...held].filter((code) => !workers.includes(code))
    if (added.length + removed.length === 0) return undefined
    if (removed.length > 0)
      await tx
        .update(delegationWorkers)
        .set({ removedAt: new Date() })
        .where(and(here, inArray(delegationWorkers.codiceFiscale, removed)))
    if (added.length > 0)
      await tx.insert(delegationWorkers).values(added.map((codiceFiscale) => ({ delegationId: id, codiceFiscale })))
    return { id, contributorId, details: { added: added.length, removed: removed.length } }
  })
