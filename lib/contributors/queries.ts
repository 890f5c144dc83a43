import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { accesses, contributors, noticeCounts, offices, unreadReplies } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'
import { openAccesses, strongestFirst } from './policy'

/** One of the counts that a trigger keeps: a contributor who never had a notice has no row. */
const noticesHeld = (count: 'unread' | 'read') =>
  sql<number>`coalesce((select ${noticeCounts[count]} from ${noticeCounts} where ${noticeCounts.contributorId} = ${contributors.id}), 0)`

/** Replies that a person has not read: to plain requests, or to istanze. */
const repliesUnread = (actor: Person, toApplication: boolean) =>
  sql<number>`(select count(*)::int from ${unreadReplies} where ${and(
    eq(unreadReplies.userId, actor.id),
    eq(unreadReplies.contributorId, contributors.id),
    eq(unreadReplies.toApplication, toApplication),
  )})`

/**
 * The contributor that a person may act for now, by their strongest title, and what stands around each of its pages: competent
 * office, whether there are others, how many replies to requests and to istanze the person has not read, how many notices the
 * contributor has and has not read. Undefined tells nothing more.
 */
export async function findContributor(actor: Person, contributorId: string) {
  const [contributor] = await db
    .select({
      id: contributors.id,
      title: accesses.title,
      delegationId: accesses.delegationId,
      firmId: accesses.firmId,
      validFrom: accesses.validFrom,
      validTo: accesses.validTo,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      officeCode: offices.code,
      officeName: offices.name,
      others: sql<boolean>`exists (select from ${accesses} where ${and(openAccesses(actor), ne(accesses.contributorId, contributors.id))})`,
      unreadReplies: repliesUnread(actor, false),
      unreadApplicationReplies: repliesUnread(actor, true),
      unreadNotices: noticesHeld('unread'),
      readNotices: noticesHeld('read'),
    })
    .from(accesses)
    .innerJoin(contributors, eq(contributors.id, accesses.contributorId))
    .innerJoin(offices, eq(offices.code, contributors.officeCode))
    .where(and(openAccesses(actor), eq(accesses.contributorId, contributorId)))
    .orderBy(...strongestFirst)
    .limit(1)
  return contributor
}

/** By which of their rights a person acts for a contributor now: the strongest. */
export async function findAccess(actor: Pick<Person, 'id'>, contributorId: string) {
  const [access] = await db
    .select({ title: accesses.title, delegationId: accesses.delegationId, firmId: accesses.firmId })
    .from(accesses)
    .where(and(openAccesses(actor), eq(accesses.contributorId, contributorId)))
    .orderBy(...strongestFirst)
    .limit(1)
  return access
}
