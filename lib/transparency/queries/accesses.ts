import 'server-only'
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { accesses, contributors, delegations, firms, representatives, users } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { openAccesses, strongestFirst } from '@/lib/contributors/policy'
import { visibleAccesses } from '../policy'

/** «Chi può vedere questa posizione»: every person with a right in force or to come, those that can most first. */
export function listAccesses(actor: ContributorSide) {
  return db
    .select({
      id: accesses.id,
      firstName: users.firstName,
      lastName: users.lastName,
      own: sql<boolean>`${accesses.userId} = ${actor.id}`,
      title: accesses.title,
      firm: firms.denomination,
      delegationId: accesses.delegationId,
      validFrom: accesses.validFrom,
      validTo: accesses.validTo,
      open: sql<boolean>`${accesses.validFrom} <= now()`,
    })
    .from(accesses)
    .innerJoin(users, eq(users.id, accesses.userId))
    .leftJoin(firms, eq(firms.id, accesses.firmId))
    .where(
      and(
        visibleAccesses(actor),
        or(isNull(accesses.validTo), and(gt(accesses.validTo, sql`now()`), gt(accesses.validTo, accesses.validFrom))),
      ),
    )
    .orderBy(...strongestFirst)
}
export type ListedAccess = Awaited<ReturnType<typeof listAccesses>>[number]

/** Everyone who ever had a right over the contributor, by name: of whom one may ask what they did. */
export function listPeople(actor: ContributorSide) {
  return db
    .selectDistinct({ id: users.id, firstName: users.firstName, lastName: users.lastName })
    .from(accesses)
    .innerJoin(users, eq(users.id, accesses.userId))
    .where(visibleAccesses(actor))
    .orderBy(asc(users.lastName), asc(users.firstName), asc(users.id))
}

/**
 * «Perché vedo questa posizione»: the right by which one acts here, and what it comes from: the delegation, with who gave it
 * and for which firm, or the appointment as altro responsabile, with who made it. Undefined when it has just ended.
 */
export async function findOwnAccess(actor: ContributorSide) {
  const author = alias(users, 'author')
  const delegate = alias(users, 'delegate')
  const appointer = alias(users, 'appointer')
  const named = (person: typeof author | typeof delegate | typeof appointer) =>
    sql<string | null>`${person.firstName} || ' ' || ${person.lastName}`
  const [access] = await db
    .select({
      title: accesses.title,
      validFrom: accesses.validFrom,
      validTo: accesses.validTo,
      denomination: contributors.denomination,
      firm: firms.denomination,
      delegation: {
        id: delegations.id,
        channel: delegations.channel,
        scope: delegations.scope,
        exclusive: delegations.exclusive,
        startsOn: delegations.startsOn,
        endsOn: delegations.endsOn,
        signedOn: delegations.signedOn,
      },
      /** Who conferred it on the portal, or compiled it for the contributor to sign. */
      author: named(author),
      /** To whom it was given: not the person, when they are subdelegated. */
      delegate: named(delegate),
      appointedBy: sql<string | null>`case ${representatives.side} when 'contributor' then ${named(appointer)} end`,
      appointedByOffice: sql<boolean>`coalesce(${representatives.side} = 'office', false)`,
    })
    .from(accesses)
    .innerJoin(contributors, eq(contributors.id, accesses.contributorId))
    .leftJoin(delegations, eq(delegations.id, accesses.delegationId))
    .leftJoin(firms, eq(firms.id, accesses.firmId))
    .leftJoin(author, eq(author.id, delegations.createdBy))
    .leftJoin(delegate, eq(delegate.id, delegations.delegateId))
    .leftJoin(
      representatives,
      and(
        eq(accesses.title, 'other_representative'),
        eq(representatives.userId, accesses.userId),
        eq(representatives.contributorId, accesses.contributorId),
        eq(representatives.status, 'active'),
      ),
    )
    .leftJoin(appointer, eq(appointer.id, representatives.appointedBy))
    .where(and(openAccesses(actor), eq(accesses.contributorId, actor.contributorId)))
    .orderBy(...strongestFirst)
    .limit(1)
  return access
}
export type OwnAccess = NonNullable<Awaited<ReturnType<typeof findOwnAccess>>>

/** The name of the firm for which one acts, to stand beside the title. */
export async function findActingFirm(actor: ContributorSide) {
  const firmId = actor.delegation?.firmId
  if (!firmId) return undefined
  const [firm] = await db.select({ name: firms.denomination }).from(firms).where(eq(firms.id, firmId))
  return firm?.name
}
