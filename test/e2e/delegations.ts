import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { newPerson } from './people'

/** A partial delegation in force to somebody of this test alone, for one worker. */
export async function newDelegation(sql: Sql, { contributorId, userId }: { contributorId: string; userId: string }) {
  const delegate = await newPerson(sql)
  const id = randomUUID()
  await sql`
    insert into delegations (id, contributor_id, channel, scope, exclusive, status, delegate_code, delegate_id, starts_on,
      created_by, activated_at, activated_by)
    values (${id}, ${contributorId}, 'direct', 'partial', false, 'active', ${delegate.codiceFiscale}, ${delegate.userId},
      '2026-01-01', ${userId}, now(), ${delegate.userId})`
  await sql`
    insert into delegation_workers (id, delegation_id, codice_fiscale)
    values (${randomUUID()}, ${id}, ${(await newPerson(sql)).codiceFiscale})`
  await sql`
    insert into accesses (id, user_id, contributor_id, title, delegation_id, valid_from)
    values (${randomUUID()}, ${delegate.userId}, ${contributorId}, 'partial_delegate', ${id}, now())`
  return { id, delegate }
}
