import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { clientGroupMembers, clientGroups } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { clientsOf, ofFirm } from '../policy'

const told = (actor: Portfolio) => ({
  id: clientGroups.id,
  name: clientGroups.name,
  clients: sql<number>`(select count(*)::int from ${clientGroupMembers} where ${clientGroupMembers.groupId} = ${clientGroups.id} and ${clientGroupMembers.contributorId} = any(${clientsOf(actor)}))`,
})

/** The firm's groups by name, with how many clients of each the actor works for. */
export function listGroups(actor: Portfolio) {
  return db
    .select(told(actor))
    .from(clientGroups)
    .where(ofFirm(actor, clientGroups.firmId))
    .orderBy(asc(clientGroups.name), asc(clientGroups.id))
}

/** One of them. */
export async function findGroup(actor: Portfolio, id: string) {
  const [group] = await db
    .select(told(actor))
    .from(clientGroups)
    .where(and(ofFirm(actor, clientGroups.firmId), eq(clientGroups.id, id)))
  return group
}
