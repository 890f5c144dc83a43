import type { Sql } from 'postgres'
import { firstNames, lastNames } from './words'

/** An intermediary whose lists are measured: delegated by so many contributors, of a firm of their own. */
export type Intermediary = { codiceFiscale: string; clients: number }

const groupsOfFirm = 10
const assigned = 0.8

/** The codes by which the two intermediaries sign in. */
const codes = ['VRDGPP70R15F839P', 'DNTPLA72B52H501Y']

export const intermediaries = (...clients: number[]): Intermediary[] =>
  clients.map((count, place) => ({ codiceFiscale: codes[place]!, clients: count }))

/**
 * Gives an intermediary a firm and the total delegations of the contributors from the second on, with a colleague
 * subdelegated for all of them and in charge of most, client codes, ten groups, and a hundredth of the replies still to be read.
 */
export async function loadPortfolio(sql: Sql, { codiceFiscale, clients }: Intermediary) {
  const [made] = await sql<{ firm: string; holder: string; clerk: string }[]>`
    select uuidv7() as firm, uuidv7() as holder, uuidv7() as clerk`
  const { firm, holder, clerk } = made!
  await sql`
    insert into users (id, codice_fiscale, first_name, last_name, pin_hash, pin_level, pin_chosen_at)
    select given.id::uuid, given.code, ${firstNames[0]!}, ${lastNames[clients % lastNames.length]!}, pin_hash, 'dispositivo', now()
    from (values (${holder}::text, ${codiceFiscale}::text), (${clerk}, ${`C${String(clients).padStart(15, '0')}`})) given(id, code),
      (select pin_hash from users limit 1) any_user`
  await sql`insert into firms (id, kind, denomination) values (${firm}, 'firm', ${`Studio da ${clients}`})`
  await sql`
    insert into firm_members (id, firm_id, codice_fiscale, role, user_id, accepted_at)
    select uuidv7(), ${firm}, codice_fiscale, case when id = ${holder} then 'holder' else 'collaborator' end::firm_role, id, now()
    from users where id in (${holder}, ${clerk})`
  await sql`
    create table bench.clients as
    select n, id as contributor_id, uuidv7() as delegation_id from bench.contributors where n between 2 and ${1 + clients}::int`
  await sql`
    insert into delegations (id, contributor_id, channel, scope, exclusive, status, delegate_code, delegate_id, firm_id, starts_on, created_by, activated_at, activated_by)
    select delegation_id, contributor_id, 'direct', 'total', false, 'active', ${codiceFiscale}, ${holder}::uuid, ${firm}::uuid, '2020-01-01', ${holder}::uuid, '2020-01-01', ${holder}::uuid
    from bench.clients`
  await sql`
    insert into accesses (id, user_id, contributor_id, title, delegation_id, firm_id, valid_from)
    select uuidv7(), ${holder}::uuid, contributor_id, 'delegate', delegation_id, ${firm}::uuid, '2020-01-01' from bench.clients`
  await sql`
    insert into subdelegations (id, firm_id, member_id, created_by)
    select uuidv7(), ${firm}::uuid, id, ${holder}::uuid from firm_members where user_id = ${clerk}`
  await sql`
    insert into accesses (id, user_id, contributor_id, title, delegation_id, firm_id, valid_from)
    select uuidv7(), ${clerk}::uuid, contributor_id, 'subdelegate', delegation_id, ${firm}::uuid, '2020-01-01' from bench.clients`
  await sql`
    insert into firm_clients (firm_id, contributor_id, client_code, assignee_id)
    select ${firm}::uuid, contributor_id, 'CL-' || lpad(n::text, 6, '0'),
      case when random() < ${assigned} then case when n % 2 = 0 then ${holder}::uuid else ${clerk}::uuid end end
    from bench.clients`
  await sql`
    insert into client_groups (id, firm_id, name)
    select uuidv7(), ${firm}::uuid, 'Gruppo ' || place from generate_series(1, ${groupsOfFirm}::int) place`
  await sql`
    insert into client_group_members (group_id, contributor_id)
    select client_groups.id, contributor_id from bench.clients
    join client_groups on firm_id = ${firm} and name = 'Gruppo ' || 1 + n % ${groupsOfFirm}::int`
  await sql`
    insert into unread_replies (user_id, contributor_id, request_id, entry_id, to_application)
    select ${holder}::uuid, contributor_id, request_id, entry_id, to_application from unread_replies
    where contributor_id in (select contributor_id from bench.clients) on conflict do nothing`
  await sql`drop table bench.clients`
}
