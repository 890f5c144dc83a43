import 'server-only'
import { and, desc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import { db } from '@/db/read'
import { administrators, officers, officerUnits, sessions, users } from '@/db/schema'
import { env } from '@/lib/env'
import type { Person, Visitor } from './actor'
import { hashToken } from './token'

/** A session stands while it was not ended, was seen of late and began today (security.md V7: 15 minutes idle, 8 hours in all). */
export const standing = (): SQL =>
  and(
    isNull(sessions.endedAt),
    gt(sessions.lastSeenAt, sql`now() - make_interval(mins => ${env.SESSION_IDLE_MINUTES})`),
    gt(sessions.startedAt, sql`now() - make_interval(hours => ${env.SESSION_HOURS})`),
  )!

/** Hours for which a session that no longer stands, but was never ended, may still leave a draft behind. */
export const lapsedHours = 24
const lapsed = (): SQL =>
  and(isNull(sessions.endedAt), gt(sessions.startedAt, sql`now() - make_interval(hours => ${lapsedHours})`))!

const inForce = and(
  sql`${officers.validFrom} <= (now() at time zone 'Europe/Rome')::date`,
  sql`(${officers.validTo} is null or ${officers.validTo} >= (now() at time zone 'Europe/Rome')::date)`,
)

/** Who stands behind a session token, with every side they may enter; undefined when the session is over. */
export async function findSession(_actor: Visitor, token: string) {
  const [session] = await db
    .select({
      id: sessions.id,
      userId: users.id,
      firstName: users.firstName,
      lastName: users.lastName,
      pinLevel: users.pinLevel,
      pinChosenAt: users.pinChosenAt,
      stands: sql<boolean>`${standing()}`,
      untouched: sql<boolean>`${sessions.lastSeenAt} < now() - interval '30 seconds'`,
      officeCode: officers.officeCode,
      officerRole: officers.role,
      unitCodes: sql<
        string[]
      >`array(select ${officerUnits.unitCode}::text from ${officerUnits} where ${officerUnits.officerId} = ${users.id} order by 1)`,
      administratorId: administrators.userId,
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.disabledAt)))
    .leftJoin(officers, and(eq(officers.userId, users.id), inForce))
    .leftJoin(administrators, eq(administrators.userId, users.id))
    .where(and(eq(sessions.tokenHash, hashToken(token)), lapsed()))
  return session
}

/** The person behind a codice fiscale, with what is needed to check their PIN. */
export async function findCredentials(_actor: Visitor, codiceFiscale: string) {
  const [user] = await db
    .select({
      id: users.id,
      pinHash: users.pinHash,
      usable: sql<boolean>`${users.disabledAt} is null and (${users.pinChosenAt} is not null or ${users.initialPinExpiresAt} is null or ${users.initialPinExpiresAt} > now())`,
    })
    .from(users)
    .where(eq(users.codiceFiscale, codiceFiscale))
  return user
}

/** The person's own codice fiscale, of which a PIN may not be a piece, and their present PIN's hash. */
export async function findOwnCredentials(actor: Person) {
  const [user] = await db
    .select({ codiceFiscale: users.codiceFiscale, pinHash: users.pinHash, pinChosenAt: users.pinChosenAt })
    .from(users)
    .where(eq(users.id, actor.id))
  return user
}

/** Minutes from sign-in during which a person need not prove again who they are (ASVS 7.5.1). */
const provenMinutes = 5

/** Whether the person proved who they are a moment ago: their session began within the last five minutes. */
export async function isProven(actor: Person) {
  const [session] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, actor.sessionId),
        eq(sessions.userId, actor.id),
        gt(sessions.startedAt, sql`now() - make_interval(mins => ${provenMinutes})`),
      ),
    )
  return session !== undefined
}

/** The person's own sessions that still stand, the latest seen first. */
export function listSessions(actor: Person) {
  return db
    .select({
      id: sessions.id,
      browser: sessions.browser,
      startedAt: sessions.startedAt,
      lastSeenAt: sessions.lastSeenAt,
      current: sql<boolean>`${sessions.id} = ${actor.sessionId}`,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, actor.id), standing()))
    .orderBy(desc(sessions.lastSeenAt))
}
