import 'server-only'
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { clientGroupMembers, clientGroups, contributors, firmMembers, subdelegations, users } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { keepAccesses } from '@/lib/delegations/commands/accesses'
import { Invalid, Refusal } from '@/lib/refusal'
import { clientsOf } from '../policy'
import { holdFirm } from './hold'

/** A group may be what a subdelegation is for: who is in it is the holder's to say, as subdelegations are. */
const holdGroup = async (actor: Portfolio, tx: Transaction, groupId: string) => {
  const firm = await holdFirm(actor, tx, { holder: true })
  const [group] = await tx
    .select({ id: clientGroups.id })
    .from(clientGroups)
    .where(and(eq(clientGroups.id, groupId), eq(clientGroups.firmId, firm.id)))
  if (!group) throw new Refusal('not-found', 'Questo gruppo non c’è più.')
  return firm
}

/**
 * Makes a group of the firm's clients, or gives one another name.
 * @returns the id of the group
 * @throws Refusal('forbidden') to a collaborator, ('not-found') for a group that is not there, Invalid for a name already used
 */
export async function keepGroup(actor: Portfolio, { groupId, name }: { groupId?: string; name: string }) {
  return change(actor, 'firm.group_kept', async (tx) => {
    const firm = groupId ? await holdGroup(actor, tx, groupId) : await holdFirm(actor, tx, { holder: true })
    const [same] = await tx
      .select({ id: clientGroups.id })
      .from(clientGroups)
      .where(
        and(
          eq(clientGroups.firmId, firm.id),
          sql`lower(${clientGroups.name}) = lower(${name})`,
          groupId ? ne(clientGroups.id, groupId) : undefined,
        ),
      )
    if (same) throw new Invalid({ name: ['C’è già un gruppo con questo nome.'] })
    const [kept] = groupId
      ? await tx
          .update(clientGroups)
          .set({ name })
          .where(eq(clientGroups.id, groupId))
          .returning({ id: clientGroups.id })
      : await tx.insert(clientGroups).values({ firmId: firm.id, name }).returning({ id: clientGroups.id })
    return kept!
  })
}

/**
 * Takes a group away; its clients stay.
 * @throws Refusal('conflict') while somebody is subdelegated for it, named; ('forbidden') and ('not-found') as `keepGroup`
 */
export async function removeGroup(actor: Portfolio, { groupId }: { groupId: string }) {
  await change(actor, 'firm.group_removed', async (tx) => {
    await holdGroup(actor, tx, groupId)
    const used = await tx
      .select({ name: sql<string>`${users.firstName} || ' ' || ${users.lastName}` })
      .from(subdelegations)
      .innerJoin(firmMembers, eq(firmMembers.id, subdelegations.memberId))
      .innerJoin(users, eq(users.id, firmMembers.userId))
      .where(and(eq(subdelegations.groupId, groupId), isNull(subdelegations.endedAt)))
      .orderBy(users.lastName, users.firstName)
    if (used.length > 0)
      throw new Refusal(
        'conflict',
        `Per questo gruppo è subdelegato ${used.map(({ name }) => name).join(', ')}: prima togli la subdelega.`,
      )
    // Those that ended stay in the record of the firm, which is never rewritten.
    await tx.delete(subdelegations).where(eq(subdelegations.groupId, groupId))
    await tx.delete(clientGroups).where(eq(clientGroups.id, groupId))
    return { id: groupId }
  })
}

type Chosen = { groupId: string; contributorIds: string[] }

/**
 * Puts clients in a group; those already there stay. Who is subdelegated for the group works for them from now on.
 * @returns how many were put
 * @throws Refusal('not-found') when one of them is no client of the firm for the actor, and as `keepGroup`
 */
export async function addToGroup(actor: Portfolio, { groupId, contributorIds }: Chosen) {
  let added = 0
  await change(actor, 'firm.group_kept', async (tx) => {
    const firm = await holdGroup(actor, tx, groupId)
    const ids = [...new Set(contributorIds)]
    const clients = await tx
      .select({ contributorId: contributors.id })
      .from(contributors)
      .where(and(inArray(contributors.id, ids), sql`${contributors.id} = any(${clientsOf(actor)})`))
    if (clients.length < ids.length || ids.length === 0)
      throw new Refusal(
        'not-found',
        'Uno dei contribuenti scelti non è più un cliente dello studio: ricarica la pagina.',
      )
    const rows = await tx
      .insert(clientGroupMembers)
      .values(clients.map(({ contributorId }) => ({ groupId, contributorId })))
      .onConflictDoNothing()
      .returning({ contributorId: clientGroupMembers.contributorId })
    added = rows.length
    await keepAccesses(actor, tx, { firmId: firm.id })
    return { id: groupId, details: { added } }
  })
  return added
}

/**
 * Takes clients out of a group. Who was subdelegated for the group works for them no longer, unless they are in another.
 * @returns how many were taken
 * @throws Refusal as `keepGroup`
 */
export async function removeFromGroup(actor: Portfolio, { groupId, contributorIds }: Chosen) {
  let removed = 0
  await change(actor, 'firm.group_kept', async (tx) => {
    const firm = await holdGroup(actor, tx, groupId)
    const rows = await tx
      .delete(clientGroupMembers)
      .where(and(eq(clientGroupMembers.groupId, groupId), inArray(clientGroupMembers.contributorId, contributorIds)))
      .returning({ contributorId: clientGroupMembers.contributorId })
    removed = rows.length
    await keepAccesses(actor, tx, { firmId: firm.id })
    return { id: groupId, details: { removed } }
  })
  return removed
}
