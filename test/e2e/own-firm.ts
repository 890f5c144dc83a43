import type { Sql } from 'postgres'
import { delegateTo, newFirm } from './firms'
import { type Contributor, newPerson } from './people'

/** A firm held by somebody who is its client too, in a group, with a collaborator; gives the ids of all three. */
export async function newOwnFirm(sql: Sql, holder: Contributor) {
  const clerk = await newPerson(sql)
  const firm = await newFirm(sql, holder, [clerk])
  await delegateTo(sql, firm, holder, [holder])
  const group = crypto.randomUUID()
  await sql`insert into client_groups (id, firm_id, name) values (${group}, ${firm}, 'Artigiani')`
  await sql`insert into client_group_members (group_id, contributor_id) values (${group}, ${holder.contributorId})`
  const [member] = await sql`select id from firm_members where firm_id = ${firm} and user_id = ${clerk.userId}`
  return { firm, member: member!.id as string, group }
}
