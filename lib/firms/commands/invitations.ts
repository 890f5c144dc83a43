import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { delegations, firmMembers, firms, users } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { keepAccesses } from '@/lib/delegations/commands/accesses'
import { Refusal } from '@/lib/refusal'
import { invitations, standing } from '../policy'

const gone = () => new Refusal('not-found', 'Questo invito non c’è più: forse è stato annullato.')

/**
 * «Accetta»: the person is in the firm from now on. With a holder, the delegations they have without a firm become the firm's.
 * @throws Refusal('not-found') when it no longer waits or is not for this person, ('conflict') while they are in another firm
 */
export async function acceptMembership(actor: Person, { memberId }: { memberId: string }) {
  return change(actor, 'firm.member_accepted', async (tx) => {
    // One at a time for each person: two firms at once would both find them free.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.id)).for('no key update')
    await refuseSecondFirm(actor, tx)
    const [member] = await tx
      .select({ firmId: firmMembers.firmId, role: firmMembers.role })
      .from(firmMembers)
      .where(and(invitations(actor), eq(firmMembers.id, memberId)))
    if (!member) throw gone()
    const { firmId, role } = member
    await tx.select({ id: firms.id }).from(firms).where(eq(firms.id, firmId)).for('update')
    const [accepted] = await tx
      .update(firmMembers)
      .set({ userId: actor.id, acceptedAt: sql`now()` })
      .where(and(invitations(actor), eq(firmMembers.id, memberId)))
      .returning({ id: firmMembers.id })
    if (!accepted) throw gone()
    if (role === 'holder') await bringDelegations(actor, tx, firmId)
    await keepAccesses(actor, tx, { firmId })
    return { ...accepted, details: { firm: firmId } }
  })
}

async function refuseSecondFirm(actor: Person, tx: Transaction) {
  const [other] = await tx
    .select({ denomination: firms.denomination })
    .from(firmMembers)
    .innerJoin(firms, eq(firms.id, firmMembers.firmId))
    .where(and(standing, eq(firmMembers.userId, actor.id)))
  if (other)
    throw new Refusal(
      'conflict',
      `Sei già in «${other.denomination}», e si può stare in uno studio alla volta. Per accettare questo invito devi prima lasciarlo.`,
    )
}

const bringDelegations = (actor: Person, tx: Transaction, firmId: string) =>
  tx
    .update(delegations)
    .set({ firmId })
    .where(
      and(
        eq(delegations.delegateId, actor.id),
        isNull(delegations.firmId),
        inArray(delegations.status, ['awaiting_signature', 'active', 'suspended']),
      ),
    )

/**
 * «Rifiuta»: nothing was given and nothing will be.
 * @throws Refusal('not-found') when it no longer waits or is not for this person
 */
export async function declineMembership(actor: Person, { memberId }: { memberId: string }) {
  return change(actor, 'firm.member_declined', async (tx) => {
    const [declined] = await tx
      .update(firmMembers)
      .set({ endedAt: sql`now()` })
      .where(and(invitations(actor), eq(firmMembers.id, memberId)))
      .returning({ id: firmMembers.id, firmId: firmMembers.firmId })
    if (!declined) throw gone()
    return { id: declined.id, details: { firm: declined.firmId } }
  })
}
