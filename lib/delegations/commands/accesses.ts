import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { accesses, clientGroupMembers, delegations, firmMembers, subdelegations } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'

/** Midnight in Rome at the beginning of a day, whatever the clocks do that night. */
const midnight = (day: SQL) => sql`((${day})::timestamp at time zone 'Europe/Rome')`

/** Who is entitled by the delegations of the scope: the delegate, and the people of the firm who are subdelegated. */
const entitled = (scope: SQL) => sql`
  select ${delegations.id} as delegation_id, ${delegations.contributorId} as contributor_id, ${delegations.firmId} as firm_id,
    person.user_id, person.title::access_title as title,
    greatest(${midnight(sql`${delegations.startsOn}`)}, ${delegations.activatedAt}, person.since) as valid_from,
    ${midnight(sql`${delegations.endsOn} + 1`)} as valid_to
  from ${delegations}
  cross join lateral (
    select ${delegations.delegateId} as user_id, ${delegations.activatedAt} as since,
      case ${delegations.scope} when 'partial' then 'partial_delegate' else 'delegate' end as title
    union all
    select member.user_id, min(greatest(given.created_at, member.accepted_at)),
      case ${delegations.scope} when 'partial' then 'partial_subdelegate' else 'subdelegate' end
    from ${subdelegations} given
    join ${firmMembers} member on member.id = given.member_id and member.accepted_at is not null and member.ended_at is null
    where given.firm_id = ${delegations.firmId} and given.ended_at is null and member.user_id <> ${delegations.delegateId}
      and (given.group_id is null or exists (
        select from ${clientGroupMembers} client
        where client.group_id = given.group_id and client.contributor_id = ${delegations.contributorId}))
    group by member.user_id
  ) person
  where ${delegations.status} = 'active' and ${scope}`

type Scope = { delegationIds: string[] } | { firmId: string }

const within = (scope: Scope) =>
  'firmId' in scope
    ? sql`${delegations.firmId} = ${scope.firmId}`
    : sql`${delegations.id} = any(${sql.param(scope.delegationIds)}::uuid[])`

/**
 * Part of every change of a delegation, a subdelegation, a firm or a group of its clients: brings the rights of `accesses` in
 * line with them, inside the same transaction. What is no longer given ends now; a subdelegation never outlives its parent.
 * @param scope the delegations to look at: some, or all of a firm
 */
export async function keepAccesses(_actor: Actor, tx: Transaction, scope: Scope) {
  // One at a time for each firm, in a statement of its own: who looks at all its delegations while one is being revoked
  // would wait for the row of the right, and then write it again as it stood before.
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(firm_id::text, 0))
    from (select distinct firm_id from ${delegations} where ${within(scope)} and firm_id is not null order by 1) firms`)
  await tx.execute(sql`
    with entitled as (${entitled(within(scope))}),
    ended as (
      update ${accesses} held set valid_to = greatest(held.valid_from, now())
      where held.delegation_id in (select ${delegations.id} from ${delegations} where ${within(scope)})
        and (held.valid_to is null or held.valid_to > now())
        and not exists (
          select from entitled where entitled.delegation_id = held.delegation_id and entitled.user_id = held.user_id)
    )
    insert into ${accesses} as held (id, user_id, contributor_id, title, delegation_id, firm_id, valid_from, valid_to)
    select gen_random_uuid(), user_id, contributor_id, title, delegation_id, firm_id, valid_from, valid_to from entitled
    on conflict (delegation_id, user_id) do update
    set title = excluded.title, firm_id = excluded.firm_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to
    where (held.title, held.firm_id, held.valid_from, held.valid_to)
      is distinct from (excluded.title, excluded.firm_id, excluded.valid_from, excluded.valid_to)`)
}
