import 'server-only'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { firmClients, firmMembers, firmTasks, subdelegations } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { keepAccesses } from '@/lib/delegations/commands/accesses'
import { Invalid, Refusal } from '@/lib/refusal'
import { holdFirm } from './hold'

/**
 * Invites a collaborator by codice fiscale: they answer at /inviti. Whether the portal knows that person is not said.
 * @returns the id of the membership
 * @throws Invalid when they are already in the firm or invited, Refusal('forbidden') to who is not its holder
 */
export async function inviteMember(actor: Portfolio, { codiceFiscale }: { codiceFiscale: string }) {
  return change(actor, 'firm.member_invited', async (tx) => {
    const firm = await holdFirm(actor, tx, { holder: true })
    const [there] = await tx
      .select({ acceptedAt: firmMembers.acceptedAt })
      .from(firmMembers)
      .where(
        and(eq(firmMembers.firmId, firm.id), eq(firmMembers.codiceFiscale, codiceFiscale), isNull(firmMembers.endedAt)),
      )
    if (there)
      throw new Invalid({
        codiceFiscale: [
          there.acceptedAt
            ? 'Questa persona è già nel tuo studio.'
            : 'Hai già invitato questa persona: deve ancora rispondere.',
        ],
      })
    const [member] = await tx
      .insert(firmMembers)
      .values({ firmId: firm.id, codiceFiscale, role: 'collaborator' })
      .returning({ id: firmMembers.id })
    return member!
  })
}

/**
 * Takes somebody out of the firm, or leaves it, or takes an invitation back. Their subdelegations end at once; what was
 * given to them and is not done waits for somebody else.
 * @throws Refusal('not-found') for whoever is not in the firm, ('forbidden') to a collaborator about another,
 * ('conflict') for the holder, in whose name the delegations are
 */
export async function endMember(actor: Portfolio, { memberId }: { memberId: string }) {
  await change(actor, 'firm.member_ended', async (tx) => {
    const firm = await holdFirm(actor, tx)
    const [member] = await tx
      .select({ userId: firmMembers.userId, role: firmMembers.role })
      .from(firmMembers)
      .where(and(eq(firmMembers.id, memberId), eq(firmMembers.firmId, firm.id), isNull(firmMembers.endedAt)))
    if (!member) throw new Refusal('not-found', 'Questa persona non è più nello studio.')
    if (member.userId !== actor.id) await holdFirm(actor, tx, { holder: true })
    if (member.role === 'holder')
      throw new Refusal(
        'conflict',
        'Il titolare non può lasciare lo studio: le deleghe sono intestate a lui. Prima vanno revocate, o vi si rinuncia.',
      )
    await tx
      .update(firmMembers)
      .set({ endedAt: sql`now()` })
      .where(eq(firmMembers.id, memberId))
    await tx
      .update(subdelegations)
      .set({ endedAt: sql`now()` })
      .where(and(eq(subdelegations.memberId, memberId), isNull(subdelegations.endedAt)))
    if (member.userId) await leaveToOthers(tx, firm.id, member.userId)
    await keepAccesses(actor, tx, { firmId: firm.id })
    return { id: memberId }
  })
}

async function leaveToOthers(tx: Transaction, firmId: string, userId: string) {
  await tx
    .update(firmClients)
    .set({ assigneeId: null })
    .where(and(eq(firmClients.firmId, firmId), eq(firmClients.assigneeId, userId)))
  await tx
    .update(firmTasks)
    .set({ assigneeId: null })
    .where(and(eq(firmTasks.firmId, firmId), eq(firmTasks.assigneeId, userId), ne(firmTasks.status, 'done')))
}
