import { and, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import { accesses, representatives, users } from '@/db/schema'
import { romeDate } from '@/lib/calendar/working-days'
import type { Transaction } from '@/lib/change'
import { inForce } from '@/lib/contributors/policy'

/** Appointments of a person for a contributor that wait or are in force, whether or not their last day has passed. */
export const standing = (contributorId: string, codiceFiscale: string) =>
  and(
    eq(representatives.contributorId, contributorId),
    eq(representatives.codiceFiscale, codiceFiscale),
    inArray(representatives.status, ['proposed', 'active']),
  )

/** Why a person cannot be appointed for a contributor, if they cannot: in a sentence. */
export async function whyTaken(reader: Pick<Transaction, 'select'>, contributorId: string, codiceFiscale: string) {
  const [appointed] = await reader
    .select({ status: representatives.status })
    .from(representatives)
    .where(
      and(
        standing(contributorId, codiceFiscale),
        or(isNull(representatives.endsOn), gte(representatives.endsOn, romeDate(new Date()))),
      ),
    )
  if (appointed?.status === 'proposed')
    return 'Questa persona è già stata indicata e deve ancora rispondere: se vuoi cambiare le date, prima annulla.'
  const [access] = await reader
    .select({ id: accesses.id })
    .from(accesses)
    .where(
      and(
        eq(accesses.contributorId, contributorId),
        inArray(accesses.title, ['legal_representative', 'other_representative']),
        inForce(),
        sql`${accesses.userId} = (select ${users.id} from ${users} where ${users.codiceFiscale} = ${codiceFiscale})`,
      ),
    )
    .limit(1)
  return appointed || access ? 'Questa persona rappresenta già il contribuente.' : undefined
}
