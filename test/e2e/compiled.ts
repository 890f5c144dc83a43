import type { Sql } from 'postgres'
import type { Contributor } from './people'

/** A delegation that the holder of a firm compiled, still to be signed and validated; gives its id. */
export async function newCompiled(sql: Sql, { codiceFiscale, userId, contributorId }: Contributor) {
  const id = crypto.randomUUID()
  await sql`
    insert into delegations (id, contributor_id, channel, scope, exclusive, status, delegate_code, delegate_id, firm_id,
      starts_on, created_by)
    select ${id}, ${contributorId}, 'indirect', 'total', false, 'awaiting_signature', ${codiceFiscale}, ${userId}, firm_id,
      current_date, ${userId}
    from firm_members where user_id = ${userId} and ended_at is null`
  return id
}
