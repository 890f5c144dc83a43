import 'server-only'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { delegations, firmMembers } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { announceDelegation } from '@/lib/notifications/delegations'
import { Refusal } from '@/lib/refusal'
import { invitedDelegations } from '../policy'
import { activateDelegation } from './activate'

const gone = () =>
  new Refusal('conflict', 'Questa delega non è più in attesa della tua risposta: forse è stata annullata.')

const waiting = (actor: Person, delegationId: string) =>
  and(invitedDelegations(actor), eq(delegations.id, delegationId))

/**
 * «Accetta»: from here on the person acts for the contributor, by their firm when they are its holder.
 * @throws Refusal('conflict') when it no longer waits, is not for this person, or cannot stand beside one in force
 */
export async function acceptDelegation(actor: Person, { delegationId }: { delegationId: string }) {
  return change(actor, 'delegation.accepted', async (tx) => {
    const [held] = await tx
      .select({ id: delegations.id, contributorId: delegations.contributorId })
      .from(delegations)
      .where(waiting(actor, delegationId))
      .for('update')
    if (!held) throw gone()
    const firmId = await heldFirm(actor, tx)
    await activateDelegation(actor, tx, delegationId, { userId: actor.id, firmId })
    await announceDelegation(tx, 'delegation.accepted', delegationId)
    return { ...held, ...(firmId && { details: { firm: firmId } }) }
  })
}

/** The firm that the person holds now: its people may be subdelegated. */
async function heldFirm(actor: Person, tx: Transaction) {
  const [member] = await tx
    .select({ firmId: firmMembers.firmId })
    .from(firmMembers)
    .where(
      and(
        eq(firmMembers.userId, actor.id),
        eq(firmMembers.role, 'holder'),
        isNotNull(firmMembers.acceptedAt),
        isNull(firmMembers.endedAt),
      ),
    )
    .for('share')
  return member?.firmId ?? null
}

/**
 * «Rifiuta»: no right was given and none will be.
 * @throws Refusal('conflict') when it no longer waits, or is not for this person
 */
export async function declineDelegation(actor: Person, { delegationId }: { delegationId: string }) {
  return change(actor, 'delegation.declined', async (tx) => {
    const [declined] = await tx
      .update(delegations)
      .set({ status: 'declined', endedAt: new Date(), endedBy: actor.id })
      .where(waiting(actor, delegationId))
      .returning({ id: delegations.id, contributorId: delegations.contributorId })
    if (!declined) throw gone()
    await announceDelegation(tx, 'delegation.declined', delegationId)
    return declined
  })
}
