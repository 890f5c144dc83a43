import 'server-only'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { contributors, representatives, users } from '@/db/schema'
import type { ContributorSide, Officer, Person } from '@/lib/auth/actor'
import { invitedAppointments, outlived, visibleAppointments } from '../policy'

const appointer = alias(users, 'appointer')

/**
 * The other representatives of a contributor, those in force or waiting first. A name is known of who accepted; of an
 * appointment by the office, `appointedBy` is null: the office is not one person.
 */
export function listRepresentatives(actor: ContributorSide | Officer, contributorId: string) {
  return db
    .select({
      id: representatives.id,
      codiceFiscale: representatives.codiceFiscale,
      name: sql<string | null>`${users.firstName} || ' ' || ${users.lastName}`,
      status: sql<
        (typeof representatives.$inferSelect)['status']
      >`case when ${outlived()} then 'ended' else ${representatives.status}::text end`,
      startsOn: representatives.startsOn,
      endsOn: representatives.endsOn,
      endedAt: representatives.endedAt,
      appointedBy: sql<string | null>`case when ${representatives.side} = 'contributor'
        then ${appointer.firstName} || ' ' || ${appointer.lastName} end`,
      own: eq(users.id, actor.id).mapWith(Boolean),
    })
    .from(representatives)
    .innerJoin(appointer, eq(appointer.id, representatives.appointedBy))
    .leftJoin(users, eq(users.id, representatives.userId))
    .where(and(visibleAppointments(actor), eq(representatives.contributorId, contributorId)))
    .orderBy(
      asc(sql`${representatives.status} in ('declined', 'ended')`),
      desc(representatives.createdAt),
      desc(representatives.id),
    )
}

/** Appointments that wait for the person's yes or no, the oldest first. */
export function listInvitedAppointments(actor: Person) {
  return db
    .select({
      id: representatives.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      startsOn: representatives.startsOn,
      endsOn: representatives.endsOn,
      side: representatives.side,
      createdAt: representatives.createdAt,
    })
    .from(representatives)
    .innerJoin(contributors, eq(contributors.id, representatives.contributorId))
    .where(invitedAppointments(actor))
    .orderBy(asc(representatives.createdAt), asc(representatives.id))
}
