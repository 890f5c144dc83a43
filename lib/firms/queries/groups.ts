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

const byName = [asc(clientGroups.name), asc(clientGroups.id)]

/** The firm's groups by name: to choose among. */
export function listGroups(actor: Portfolio) {
  return db
    .select({ id: clientGroups.id, name: clientGroups.name })
    .from(clientGroups)
    .where(ofFirm(actor, clientGroups.firmId))
    .orderBy(...byName)
}

/** The same, with how many clients of each the actor works for. */
export function listCountedGroups(actor: Portfolio) {
  return db
    .select(told(actor))
    .from(clientGroups)
    .where(ofFirm(actor, clientGroups.firmId))
    .orderBy(...byName)
}

/** One of them. */
export async function findGroup(actor: Portfolio, id: string) {
  const [group] = await db
    .select(told(actor))
    .from(clientGroups)
    .where(and(ofFirm(actor, clientGroups.firmId), eq(clientGroups.id, id)))
  return group
}
