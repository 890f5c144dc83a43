import type { Sql } from 'postgres'
import type { Contributor, Person } from './people'

/** A firm admitted by an administrator, its holder already in it. */
export async function newFirm(sql: Sql, holder: Person, collaborators: Person[] = []) {
  const id = crypto.randomUUID()
  await sql`insert into firms (id, kind, denomination) values (${id}, 'firm', ${`Studio ${holder.name}`})`
  for (const [index, person] of [holder, ...collaborators].entries())
    await sql`
      insert into firm_members (id, firm_id, codice_fiscale, role, user_id, accepted_at)
      values (${crypto.randomUUID()}, ${id}, ${person.codiceFiscale}, ${index === 0 ? 'holder' : 'collaborator'}, ${person.userId}, now())`
  return id
}

/** Active total delegations of these contributors to the holder of a firm, and the right they give. */
export async function delegateTo(sql: Sql, firmId: string, holder: Person, contributors: Contributor[]) {
  for (const { contributorId } of contributors) {
    const id = crypto.randomUUID()
    await sql`
      insert into delegations (id, contributor_id, channel, scope, exclusive, status, delegate_code, delegate_id, firm_id,
        starts_on, created_by, activated_at, activated_by)
      values (${id}, ${contributorId}, 'direct', 'total', false, 'active', ${holder.codiceFiscale}, ${holder.userId}, ${firmId},
        '2024-01-01', ${holder.userId}, now(), ${holder.userId})`
    await sql`
      insert into accesses (id, user_id, contributor_id, title, delegation_id, firm_id, valid_from)
      values (${crypto.randomUUID()}, ${holder.userId}, ${contributorId}, 'delegate', ${id}, ${firmId}, '2024-01-01')`
  }
}
