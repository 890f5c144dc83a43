import 'server-only'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { accesses, clientGroups, firmMembers, firms, subdelegations, users } from '@/db/schema'
import type { Person, Portfolio } from '@/lib/auth/actor'
import { inForce } from '@/lib/contributors/policy'
import { invitations, ofFirm, standing } from '../policy'

/** The firm that the actor is in: what it is and what it is called. */
export async function findFirm(actor: Portfolio) {
  const [firm] = await db
    .select({ id: firms.id, kind: firms.kind, denomination: firms.denomination })
    .from(firms)
    .where(ofFirm(actor, firms.id))
  return firm
}

/** The invitations that wait for the answer of this person, the last first; `ownFirm`: the firm they are in already. */
export function listInvitations(actor: Person) {
  return db
    .select({
      id: firmMembers.id,
      role: firmMembers.role,
      invitedAt: firmMembers.invitedAt,
      kind: firms.kind,
      denomination: firms.denomination,
      ownFirm: sql<
        string | null
      >`(select own.denomination from ${firms} own join ${firmMembers} held on held.firm_id = own.id where held.user_id = ${actor.id} and held.accepted_at is not null and held.ended_at is null)`,
    })
    .from(firmMembers)
    .innerJoin(firms, eq(firms.id, firmMembers.firmId))
    .where(invitations(actor))
    .orderBy(desc(firmMembers.invitedAt))
}

const fullName = sql<string | null>`${users.firstName} || ' ' || ${users.lastName}`

const member = {
  id: firmMembers.id,
  userId: firmMembers.userId,
  codiceFiscale: firmMembers.codiceFiscale,
  role: firmMembers.role,
  invitedAt: firmMembers.invitedAt,
  acceptedAt: firmMembers.acceptedAt,
  /** Null until they accept: whether the portal knows them is not said before. */
  name: fullName,
}

/** Who is in the firm and who was invited, the holder first. A collaborator is not told of invitations. */
export function listMembers(actor: Portfolio) {
  return db
    .select(member)
    .from(firmMembers)
    .leftJoin(users, eq(users.id, firmMembers.userId))
    .where(
      and(
        ofFirm(actor, firmMembers.firmId),
        isNull(firmMembers.endedAt),
        actor.firm?.role === 'holder' ? undefined : standing,
      ),
    )
    .orderBy(asc(firmMembers.role), asc(users.lastName), asc(users.firstName), asc(firmMembers.invitedAt))
}

/** One of them. */
export async function findMember(actor: Portfolio, id: string) {
  const [found] = await db
    .select(member)
    .from(firmMembers)
    .leftJoin(users, eq(users.id, firmMembers.userId))
    .where(
      and(
        ofFirm(actor, firmMembers.firmId),
        eq(firmMembers.id, id),
        isNull(firmMembers.endedAt),
        actor.firm?.role === 'holder' ? undefined : standing,
      ),
    )
  return found
}

/** Who papers and clients may be given to, by name: everybody, or who may act for a client by the firm's delegations. */
export function listColleagues(actor: Portfolio, contributorId?: string) {
  return db
    .select({ id: users.id, name: sql<string>`${users.firstName} || ' ' || ${users.lastName}` })
    .from(firmMembers)
    .innerJoin(users, eq(users.id, firmMembers.userId))
    .where(
      and(
        ofFirm(actor, firmMembers.firmId),
        standing,
        contributorId
          ? sql`exists (select from ${accesses} where ${and(inForce(), ofFirm(actor, accesses.firmId), eq(accesses.userId, users.id), eq(accesses.contributorId, contributorId))})`
          : undefined,
      ),
    )
    .orderBy(asc(users.lastName), asc(users.firstName), asc(users.id))
}

/** Subdelegations in force, with the group each is for: null means all the clients. Only of one person, if said. */
export function listSubdelegations(actor: Portfolio, memberId?: string) {
  return db
    .select({
      id: subdelegations.id,
      memberId: subdelegations.memberId,
      groupId: subdelegations.groupId,
      groupName: clientGroups.name,
      createdAt: subdelegations.createdAt,
    })
    .from(subdelegations)
    .leftJoin(clientGroups, eq(clientGroups.id, subdelegations.groupId))
    .where(
      and(
        ofFirm(actor, subdelegations.firmId),
        isNull(subdelegations.endedAt),
        memberId ? eq(subdelegations.memberId, memberId) : undefined,
      ),
    )
    .orderBy(asc(subdelegations.createdAt), asc(subdelegations.id))
}
