import 'server-only'
import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, delegations, delegationWorkers, firmMembers, representatives, users } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { invitations } from '@/lib/firms/policy'
import { invitedAppointments } from '@/lib/representatives/policy'
import { invitedDelegations } from '../policy'

/** Held out to the person's codice fiscale, and not over before its time: an answer still has a meaning. */
const answerable = (actor: Person) =>
  and(invitedDelegations(actor), or(isNull(delegations.endsOn), gte(delegations.endsOn, romeDate(new Date()))))

/** Delegations that wait for the person's yes or no, the oldest first. */
export function listInvitedDelegations(actor: Person) {
  return db
    .select({
      id: delegations.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      scope: delegations.scope,
      exclusive: delegations.exclusive,
      workers: sql<number>`(select count(*)::int from ${delegationWorkers} where ${delegationWorkers.delegationId} = ${delegations.id} and ${delegationWorkers.removedAt} is null)`,
      startsOn: delegations.startsOn,
      endsOn: delegations.endsOn,
      conferredBy: sql<string>`${users.firstName} || ' ' || ${users.lastName}`,
      createdAt: delegations.createdAt,
    })
    .from(delegations)
    .innerJoin(contributors, eq(contributors.id, delegations.contributorId))
    .innerJoin(users, eq(users.id, delegations.createdBy))
    .where(answerable(actor))
    .orderBy(asc(delegations.createdAt), asc(delegations.id))
}

/** How many things wait for the person at /inviti: delegations, appointments as representative, places in a firm. */
export async function countInvitations(actor: Person) {
  const [waiting] = await db
    .select({
      many: sql<number>`((select count(*) from ${delegations} where ${answerable(actor)})
        + (select count(*) from ${representatives} where ${invitedAppointments(actor)})
        + (select count(*) from ${firmMembers} where ${invitations(actor)}))::int`,
    })
    .from(users)
    .where(eq(users.id, actor.id))
  return waiting?.many ?? 0
}
