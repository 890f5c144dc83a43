import { and, asc, eq, gt, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import { accesses } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'

/** The rights a person holds at this moment. Every read of the contributor's side begins here. */
export const openAccesses = (actor: Pick<Person, 'id'>): SQL => and(eq(accesses.userId, actor.id), inForce())!

/** Rights in force now, whoever holds them. */
export const inForce = (): SQL =>
  and(lte(accesses.validFrom, sql`now()`), or(isNull(accesses.validTo), gt(accesses.validTo, sql`now()`)))!

/** Of many rights over one contributor the one that can most: titles are told in that order. */
export const strongestFirst = [asc(accesses.title), asc(accesses.validFrom), asc(accesses.id)]
