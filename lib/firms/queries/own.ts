import 'server-only'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/read'
import { firmMembers } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'

/** The firm that a person is in now, and as what. */
export async function findOwnFirm(actor: Person) {
  const [member] = await db
    .select({ id: firmMembers.firmId, role: firmMembers.role })
    .from(firmMembers)
    .where(and(eq(firmMembers.userId, actor.id), isNotNull(firmMembers.acceptedAt), isNull(firmMembers.endedAt)))
  return member
}
