import { and, eq, gte, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { contributors, representatives, users } from '@/db/schema'
import type { ContributorSide, Officer, Person } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { rightsOf } from '@/lib/contributors/rights'

/** Which appointments this actor may see: those of the contributor, by who may make them, or of the office's contributors. */
export function visibleAppointments(actor: ContributorSide | Officer): SQL {
  if (actor.kind === 'contributor')
    return rightsOf[actor.title].delegates ? eq(representatives.contributorId, actor.contributorId) : sql`false`
  return sql`exists (select from ${contributors} where ${contributors.id} = ${representatives.contributorId}
    and ${contributors.officeCode} = ${actor.officeCode})`
}

/** Appointments held out to somebody's codice fiscale that wait for their yes or no, and are not over before their time. */
export const invitedAppointments = (actor: Person): SQL =>
  and(
    eq(representatives.status, 'proposed'),
    sql`${representatives.codiceFiscale} = (select ${users.codiceFiscale} from ${users} where ${users.id} = ${actor.id})`,
    or(isNull(representatives.endsOn), gte(representatives.endsOn, romeDate(new Date()))),
  )!

/** In force until its last day, which has passed: over, whether or not the portal has said so yet. */
export const outlived = (): SQL =>
  and(eq(representatives.status, 'active'), lt(representatives.endsOn, romeDate(new Date())))!
