import 'server-only'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { contributors, representatives, users } from '@/db/schema'
import type { ContributorSide, Officer, Person } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { invitedAppointments, outlived, visibleAppointments } from '../policy'
import { whyTaken } from '../taken'

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

/**
 * Why this person cannot become an other representative, as far as who asks may know: nobody is told by a delegate's
 * question who represents the contributor. Undefined when nothing stands against it.
 */
export async function findObstacle(actor: ContributorSide, codiceFiscale: string) {
  const [[own], [contributor]] = await Promise.all([
    db.select({ codiceFiscale: users.codiceFiscale }).from(users).where(eq(users.id, actor.id)),
    db
      .select({ codiceFiscale: contributors.codiceFiscale })
      .from(contributors)
      .where(eq(contributors.id, actor.contributorId)),
  ])
  if (own?.codiceFiscale === codiceFiscale) return 'È il tuo codice fiscale: indica un’altra persona.'
  if (contributor?.codiceFiscale === codiceFiscale) return 'È il codice fiscale del contribuente stesso.'
  return rightsOf[actor.title].delegates ? whyTaken(db, actor.contributorId, codiceFiscale) : undefined
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
