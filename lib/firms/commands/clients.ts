import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import { accesses, contributors, firmClients, firmMembers } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { inForce } from '@/lib/contributors/policy'
import { Invalid, Refusal } from '@/lib/refusal'
import { clientsOf, standing } from '../policy'
import type { KeptClient } from '../schema'
import { holdFirm } from './hold'

/**
 * What the firm keeps of its own about a client: its code, who looks after it, a note. The record of it names no
 * contributor in the column that the contributor's own queries read.
 * @throws Refusal('not-found') when it is no client of the firm for the actor, Invalid for a code already used or a person
 * who may not act for that client
 */
export async function keepClient(actor: Portfolio, { contributorId, ...kept }: KeptClient) {
  await change(actor, 'firm.client_kept', async (tx) => {
    const firm = await holdFirm(actor, tx)
    const [client] = await tx
      .select({ id: contributors.id })
      .from(contributors)
      .where(and(eq(contributors.id, contributorId), sql`${contributors.id} = any(${clientsOf(actor)})`))
    if (!client) throw new Refusal('not-found', 'Questo contribuente non è più un cliente dello studio.')
    if (kept.clientCode) await refuseCode(actor, tx, contributorId, kept.clientCode)
    if (kept.assigneeId && !(await worksFor(actor, tx, kept.assigneeId, contributorId)))
      throw new Invalid({ assigneeId: ['Questa persona non può operare per questo cliente: le serve una subdelega.'] })
    await tx
      .insert(firmClients)
      .values({ firmId: firm.id, contributorId, ...kept })
      .onConflictDoUpdate({ target: [firmClients.firmId, firmClients.contributorId], set: kept })
    return { id: firm.id, details: { client: contributorId } }
  })
}

/** Whose the code is may be somebody that this colleague does not work for: it is then not said. */
async function refuseCode(actor: Portfolio, tx: Transaction, contributorId: string, clientCode: string) {
  const [other] = await tx
    .select({
      denomination: contributors.denomination,
      known: sql<boolean>`${contributors.id} = any(${clientsOf(actor)})`,
    })
    .from(firmClients)
    .innerJoin(contributors, eq(contributors.id, firmClients.contributorId))
    .where(
      and(
        eq(firmClients.firmId, actor.firm!.id),
        sql`lower(${firmClients.clientCode}) = lower(${clientCode})`,
        ne(firmClients.contributorId, contributorId),
      ),
    )
  if (other)
    throw new Invalid({
      clientCode: [`Questo codice è già di ${other.known ? `«${other.denomination}»` : 'un altro cliente'}.`],
    })
}

/** Whether somebody of the firm may act for a client by the firm's delegations. */
async function worksFor(actor: Portfolio, tx: Transaction, userId: string, contributorId: string) {
  const [right] = await tx
    .select({ id: accesses.id })
    .from(accesses)
    .innerJoin(firmMembers, and(eq(firmMembers.userId, accesses.userId), eq(firmMembers.firmId, accesses.firmId)))
    .where(
      and(
        inForce(),
        standing,
        eq(accesses.userId, userId),
        eq(accesses.contributorId, contributorId),
        eq(accesses.firmId, actor.firm!.id),
      ),
    )
    .limit(1)
  return right !== undefined
}
