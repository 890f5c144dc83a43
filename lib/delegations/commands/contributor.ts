import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { accesses, contributors, delegations, delegationWorkers, users } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { change, type Transaction } from '@/lib/change'
import { inForce } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'
import { env } from '@/lib/env'
import { stalePage } from '@/lib/form-state'
import { spend } from '@/lib/limits/count'
import { announceDelegation } from '@/lib/notifications/delegations'
import { Invalid, Refusal } from '@/lib/refusal'
import { visibleDelegations } from '../policy'
import type { NewDelegation } from '../schema'
import { statusesFor } from '../status'
import { keepAccesses } from './accesses'
import { refuseConflict } from './activate'

/** @throws Refusal('forbidden') for who may not confer and revoke (domain.md §3.9) */
function requireRight(actor: ContributorSide) {
  if (!rightsOf[actor.title].delegates)
    throw new Refusal(
      'forbidden',
      'Le deleghe le danno e le revocano il legale rappresentante e gli altri responsabili.',
    )
}

/**
 * «Conferisci una delega» (circ. 126/2013 §4.1): held out to a codice fiscale, it gives rights when that person accepts. The
 * same form sent twice is one delegation.
 * @throws Invalid when the delegate is the contributor, or already acts for it by a right of their own
 * @throws Refusal('conflict') when it was already held out, or cannot stand beside one in force (named, with what to do)
 */
export async function conferDelegation(actor: ContributorSide, { delegationId, workers, ...given }: NewDelegation) {
  requireRight(actor)
  const { contributorId } = actor
  const wanted = { ...given, contributorId, workers: given.scope === 'partial' ? workers : [] }
  await change(actor, 'delegation.conferred', async (tx) => {
    await refuseOwn(actor, tx, given.delegateCode)
    // One at a time for each contributor: the second of a double click finds the first.
    await tx
      .select({ id: contributors.id })
      .from(contributors)
      .where(eq(contributors.id, contributorId))
      .for('no key update')
    if (await wasConferred(actor, tx, delegationId, given.delegateCode)) return undefined
    await refuseConflict(actor, tx, wanted)
    await spend(
      tx,
      pseudonym('delegations', actor.id),
      env.LIMIT_MESSAGES_PER_PERSON,
      'Hai conferito molte deleghe in poco tempo: riprova più tardi.',
    )
    await tx.insert(delegations).values({
      id: delegationId,
      contributorId,
      channel: 'direct',
      status: 'proposed',
      createdBy: actor.id,
      ...given,
    })
    if (wanted.workers.length > 0)
      await tx
        .insert(delegationWorkers)
        .values(wanted.workers.map((codiceFiscale) => ({ delegationId, codiceFiscale })))
    await announceDelegation(tx, 'delegation.conferred', delegationId)
    return { id: delegationId }
  })
  return { id: delegationId }
}

/** Nobody is delegated by themselves, nor to do what they may do already. */
async function refuseOwn(actor: ContributorSide, tx: Transaction, delegateCode: string) {
  const [own] = await tx
    .select({
      codiceFiscale: contributors.codiceFiscale,
      representative: sql<boolean>`exists (select from ${accesses} where ${isRepresentative(actor, delegateCode)})`,
    })
    .from(contributors)
    .where(eq(contributors.id, actor.contributorId))
  if (own!.codiceFiscale === delegateCode)
    throw new Invalid({
      delegateCode: ['È il codice fiscale del contribuente stesso: scrivi quello di un’altra persona.'],
    })
  if (own!.representative)
    throw new Invalid({
      delegateCode: ['Questa persona rappresenta già il contribuente e può fare tutto: non le serve una delega.'],
    })
}

const isRepresentative = (actor: ContributorSide, codiceFiscale: string) =>
  and(
    eq(accesses.contributorId, actor.contributorId),
    inArray(accesses.title, ['legal_representative', 'other_representative']),
    inForce(),
    sql`${accesses.userId} = (select ${users.id} from ${users} where ${users.codiceFiscale} = ${codiceFiscale})`,
  )

/** Whether this very form was already sent. */
async function wasConferred(actor: ContributorSide, tx: Transaction, id: string, delegateCode: string) {
  const [same] = await tx
    .select({ createdBy: delegations.createdBy, delegateCode: delegations.delegateCode })
    .from(delegations)
    .where(eq(delegations.id, id))
  if (same && (same.createdBy !== actor.id || same.delegateCode !== delegateCode))
    throw new Refusal('conflict', stalePage)
  if (same) return true
  const [waiting] = await tx
    .select({ id: delegations.id })
    .from(delegations)
    .where(
      and(visibleDelegations(actor), eq(delegations.delegateCode, delegateCode), eq(delegations.status, 'proposed')),
    )
    .limit(1)
  if (waiting)
    throw new Refusal(
      'conflict',
      'A questa persona hai già proposto una delega, che aspetta la sua risposta: se vuoi cambiarla, prima annullala.',
    )
  return false
}

/**
 * «Annulla» before it gives any right: one that nobody accepted yet, or that an intermediary compiled and did not validate.
 * @throws Refusal('conflict') when it is not (or no longer) waiting, or is not the contributor's
 */
export async function cancelDelegation(actor: ContributorSide, { delegationId }: { delegationId: string }) {
  requireRight(actor)
  return change(actor, 'delegation.cancelled', async (tx) => {
    const [cancelled] = await tx
      .update(delegations)
      .set({ status: 'cancelled', endedAt: new Date(), endedBy: actor.id })
      .where(
        and(
          visibleDelegations(actor),
          eq(delegations.id, delegationId),
          inArray(delegations.status, statusesFor('cancel')),
        ),
      )
      .returning({ id: delegations.id })
    if (!cancelled)
      throw new Refusal('conflict', 'Questa delega non è più in attesa: torna all’elenco e guarda a che punto è.')
    return cancelled
  })
}

/**
 * «Revoca», of one delegation or of many with one reason: from this moment they open nothing. Those already ended stay as
 * they are; one event for each of the others. Gives the ids of those revoked.
 * @throws Refusal('conflict') when none of them is in force (any more), or none is the contributor's
 */
export async function revokeDelegations(actor: ContributorSide, given: { delegations: string[]; text: string }) {
  requireRight(actor)
  return change(actor, 'delegation.revoked', async (tx) => {
    // Held in one order, so that two people who revoke the same ones never wait for each other.
    const held = await tx
      .select({ id: delegations.id })
      .from(delegations)
      .where(
        and(
          visibleDelegations(actor),
          inArray(delegations.id, given.delegations),
          inArray(delegations.status, statusesFor('revoke')),
        ),
      )
      .orderBy(asc(delegations.id))
      .for('update')
    if (held.length === 0)
      throw new Refusal('conflict', 'Queste deleghe non sono più attive: torna all’elenco e guarda a che punto sono.')
    const ids = held.map(({ id }) => id)
    await tx
      .update(delegations)
      .set({ status: 'revoked', endedAt: new Date(), endedBy: actor.id, reason: given.text })
      .where(inArray(delegations.id, ids))
    await keepAccesses(actor, tx, { delegationIds: ids })
    for (const delegationId of ids) await announceDelegation(tx, 'delegation.revoked', delegationId)
    return ids.map((id) => ({ id, details: { reason: given.text } }))
  })
}
