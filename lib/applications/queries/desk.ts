import 'server-only'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, offices, refusalProposals, requests, units, users } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { heldInQueues } from '@/lib/requests/queues'
import { openProposals } from '../policy'

/** How many istanze each queue of the officer holds, and how many refusals proposed by colleagues wait for them. */
export async function countApplicationQueues(actor: Officer) {
  const [counts] = await db
    .select({
      ...heldInQueues(actor, 'application'),
      'da-confermare': sql<number>`(select count(*)::int from ${refusalProposals} inner join ${requests} on ${eq(requests.id, refusalProposals.requestId)} where ${and(openProposals(actor), ne(refusalProposals.proposedBy, actor.id))})`,
    })
    .from(offices)
    .where(eq(offices.code, actor.officeCode))
  return counts!
}

const isOwn = (actor: Officer) => sql<boolean>`(${refusalProposals.proposedBy} = ${actor.id})`

/**
 * «Da confermare»: proposed refusals of the officer's units, oldest first, 25 at a time. Those of colleagues come first;
 * one's own, which a colleague must answer, after them.
 */
export async function listToConfirm(actor: Officer, after?: Cursor) {
  const place = sql`(${isOwn(actor)}, ${refusalProposals.proposedAt}, ${refusalProposals.id})`
  // The cursor says when and which, not whose: that is asked of its row.
  const last =
    after &&
    sql`((select before.proposed_by = ${actor.id} from ${refusalProposals} before where before.id = ${after.id}::uuid), ${after.value}::timestamptz, ${after.id}::uuid)`
  const rows = await db
    .select({
      id: refusalProposals.id,
      requestId: requests.id,
      protocollo: requests.protocollo,
      label: requests.topicLabel,
      denomination: contributors.denomination,
      unitName: units.name,
      expectedBy: requests.expectedBy,
      proposedAt: refusalProposals.proposedAt,
      proposer: sql<string>`${users.firstName} || ' ' || ${users.lastName}`,
      own: isOwn(actor),
    })
    .from(refusalProposals)
    .innerJoin(requests, eq(requests.id, refusalProposals.requestId))
    .innerJoin(contributors, eq(contributors.id, requests.contributorId))
    .innerJoin(units, eq(units.code, requests.unitCode))
    .innerJoin(users, eq(users.id, refusalProposals.proposedBy))
    .where(and(openProposals(actor), last && sql`${place} > ${last}`))
    .orderBy(isOwn(actor), asc(refusalProposals.proposedAt), asc(refusalProposals.id))
    .limit(pageSize + 1)
  return pageOf(rows, (row) => row.proposedAt)
}
