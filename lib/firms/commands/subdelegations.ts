import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { clientGroups, firmMembers, subdelegations } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { keepAccesses } from '@/lib/delegations/commands/accesses'
import { Refusal } from '@/lib/refusal'
import { standing } from '../policy'
import { holdFirm } from './hold'

type Wanted = { memberId: string; groupId?: string | undefined }

/**
 * A collaborator works for the firm's clients from now on, all of them or those of a group, by its delegations and no longer
 * than they last (domain.md §3.9). It is the holder's to give, and is not passed on.
 * @returns the id of the subdelegation
 * @throws Refusal('forbidden') to a collaborator, ('not-found') for a stranger to the firm or a group that is not there,
 * ('conflict') for the holder, whose the delegations are, and for what was already given
 */
export async function subdelegate(actor: Portfolio, { memberId, groupId }: Wanted) {
  return change(actor, 'firm.subdelegated', async (tx) => {
    const firm = await holdFirm(actor, tx, { holder: true })
    await refuseMember(tx, firm.id, memberId)
    if (groupId) await refuseGroup(tx, firm.id, groupId)
    await refuseDouble(tx, memberId, groupId)
    const [given] = await tx
      .insert(subdelegations)
      .values({ firmId: firm.id, memberId, groupId: groupId ?? null, createdBy: actor.id })
      .returning({ id: subdelegations.id })
    await keepAccesses(actor, tx, { firmId: firm.id })
    return { ...given!, details: { member: memberId, ...(groupId && { group: groupId }) } }
  })
}

async function refuseMember(tx: Transaction, firmId: string, memberId: string) {
  const [member] = await tx
    .select({ role: firmMembers.role })
    .from(firmMembers)
    .where(and(standing, eq(firmMembers.id, memberId), eq(firmMembers.firmId, firmId)))
  if (!member)
    throw new Refusal('not-found', 'Questa persona non è nello studio: se l’hai invitata, deve prima accettare.')
  if (member.role === 'holder')
    throw new Refusal('conflict', 'Le deleghe sono già intestate al titolare: si subdelega un collaboratore.')
}

async function refuseGroup(tx: Transaction, firmId: string, groupId: string) {
  const [group] = await tx
    .select({ id: clientGroups.id })
    .from(clientGroups)
    .where(and(eq(clientGroups.id, groupId), eq(clientGroups.firmId, firmId)))
  if (!group) throw new Refusal('not-found', 'Questo gruppo non c’è più.')
}

async function refuseDouble(tx: Transaction, memberId: string, groupId: string | undefined) {
  const held = await tx
    .select({ groupId: subdelegations.groupId })
    .from(subdelegations)
    .where(and(eq(subdelegations.memberId, memberId), isNull(subdelegations.endedAt)))
  if (held.some((one) => one.groupId === null))
    throw new Refusal('conflict', 'Questa persona è già subdelegata per tutti i clienti.')
  if (groupId && held.some((one) => one.groupId === groupId))
    throw new Refusal('conflict', 'Questa persona è già subdelegata per questo gruppo.')
}

/**
 * Ends a subdelegation: the next click of the collaborator finds the door shut, unless another one opens it.
 * @throws Refusal('forbidden') to a collaborator, ('not-found') when it is not there (any more)
 */
export async function endSubdelegation(actor: Portfolio, { subdelegationId }: { subdelegationId: string }) {
  await change(actor, 'firm.subdelegation_ended', async (tx) => {
    const firm = await holdFirm(actor, tx, { holder: true })
    const [ended] = await tx
      .update(subdelegations)
      .set({ endedAt: sql`now()` })
      .where(
        and(eq(subdelegations.id, subdelegationId), eq(subdelegations.firmId, firm.id), isNull(subdelegations.endedAt)),
      )
      .returning({ id: subdelegations.id })
    if (!ended) throw new Refusal('not-found', 'Questa subdelega è già finita.')
    await keepAccesses(actor, tx, { firmId: firm.id })
    return ended
  })
}
