import 'server-only'
import { and, asc, eq, ilike, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { accesses, contributors, users } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { inForce } from '@/lib/contributors/policy'
import { isCodiceFiscale, normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { pageSize } from '@/lib/pagination'

const visibleContributors = (actor: Officer): SQL => eq(contributors.officeCode, actor.officeCode)

/** A codice fiscale, or a piece of a denomination. */
function matching(typed: string) {
  const codiceFiscale = normaliseCodiceFiscale(typed)
  return isCodiceFiscale(codiceFiscale)
    ? eq(contributors.codiceFiscale, codiceFiscale)
    : ilike(contributors.denomination, `%${typed.replace(/[\\%_]/g, '\\$&')}%`)
}

/** The office's contributors by name, 25 at a time; those after the one whose id is `after`, if it is the office's. */
export async function listOfficeContributors(actor: Officer, typed?: string, after?: string) {
  const rows = await db
    .select({
      id: contributors.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
    })
    .from(contributors)
    .where(
      and(
        visibleContributors(actor),
        typed ? matching(typed) : undefined,
        after
          ? sql`(${contributors.denomination}, ${contributors.id}) > (
              select before.denomination, before.id from ${contributors} before
              where before.id = ${after}::uuid and before.office_code = ${actor.officeCode})`
          : undefined,
      ),
    )
    .orderBy(asc(contributors.denomination), asc(contributors.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)!.id : undefined }
}

/** One of the office's contributors. */
export async function findOfficeContributor(actor: Officer, id: string) {
  const [contributor] = await db
    .select({
      id: contributors.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
    })
    .from(contributors)
    .where(and(visibleContributors(actor), eq(contributors.id, id)))
  return contributor
}

/** Who is the legal representative of one of the office's contributors now, and since when. */
export function listLegalRepresentatives(actor: Officer, contributorId: string) {
  return db
    .select({
      id: accesses.id,
      name: sql<string>`${users.firstName} || ' ' || ${users.lastName}`,
      codiceFiscale: users.codiceFiscale,
      validFrom: accesses.validFrom,
    })
    .from(accesses)
    .innerJoin(contributors, and(eq(contributors.id, accesses.contributorId), visibleContributors(actor)))
    .innerJoin(users, eq(users.id, accesses.userId))
    .where(and(eq(contributors.id, contributorId), eq(accesses.title, 'legal_representative'), inForce()))
    .orderBy(asc(accesses.validFrom), asc(accesses.id))
}
