import 'server-only'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { accesses, contributors, offices } from '@/db/schema'
import type { ContributorSide, Person } from '@/lib/auth/actor'
import { openAccesses } from './policy'

/** The right by which a person may act for a contributor now, or undefined: nothing tells which. */
export async function findAccess(actor: Person, contributorId: string) {
  const [access] = await db
    .select({ contributorId: accesses.contributorId, title: accesses.title })
    .from(accesses)
    .where(and(openAccesses(actor), eq(accesses.contributorId, contributorId)))
    .limit(1)
  return access
}

/** Everyone the person may act for. */
export function listContributors(actor: Person) {
  return db
    .selectDistinct({
      id: contributors.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      officeName: offices.name,
    })
    .from(accesses)
    .innerJoin(contributors, eq(contributors.id, accesses.contributorId))
    .innerJoin(offices, eq(offices.code, contributors.officeCode))
    .where(openAccesses(actor))
    .orderBy(asc(contributors.denomination), asc(contributors.id))
}

/** The contributor one is acting for, with the competent office. */
export async function findContributor(actor: ContributorSide) {
  const [contributor] = await db
    .select({
      id: contributors.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      officeCode: offices.code,
      officeName: offices.name,
      others: sql<boolean>`exists (select from ${accesses} where ${and(openAccesses(actor), ne(accesses.contributorId, actor.contributorId))})`,
    })
    .from(contributors)
    .innerJoin(offices, eq(offices.code, contributors.officeCode))
    .where(eq(contributors.id, actor.contributorId))
  return contributor!
}
