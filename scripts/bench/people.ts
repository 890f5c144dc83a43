import { hash } from '@node-rs/argon2'
import type { Sql } from 'postgres'
import { firstNames, lastNames } from './words'

/** Who is signed in while the portal is measured. */
export const representative = 'RSSMRA85T10A562S'
export const officer = 'GLLFNC82H23H501U'
export const pin = 'misura-2026'

/** The office of the large contributor and of the measured officer. */
export const largeOffice = '7000'
/** How many contributors there are unless more are asked for; the first one holds a tenth of all requests. */
export const contributors = 2000

/**
 * Writes contributors, each with one representative, and three officers for each office, who work in every unit. Their
 * numbers and ids stay in the schema `bench`, for the requests that follow.
 */
export async function loadPeople(sql: Sql, people = contributors) {
  const pinHash = await hash(pin, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  await sql`
    create table bench.contributors as
    select n, uuidv7() as id, uuidv7() as user_id, case when n = 1 then ${largeOffice} else office.code end as office_code
    from generate_series(1, ${people}::int) n
    join (select code, row_number() over (order by code) - 1 as place, count(*) over () as places from offices) office
      on office.place = n % office.places`
  await sql`
    create table bench.officers as
    select offices.code as office_code, seat, uuidv7() as user_id
    from offices cross join generate_series(1, 3) seat`
  await sql`
    insert into users (id, codice_fiscale, first_name, last_name, pin_hash, pin_level, pin_chosen_at)
    select user_id, case when n = 1 then ${representative} else 'R' || lpad(n::text, 15, '0') end,
      (${firstNames}::text[])[1 + n % ${firstNames.length}::int], (${lastNames}::text[])[1 + n % ${lastNames.length}::int],
      ${pinHash}, 'dispositivo'::pin_level, now()
    from bench.contributors
    union all
    select user_id, case when office_code = ${largeOffice} and seat = 1 then ${officer} else 'O' || lpad(office_code || seat, 15, '0') end,
      (${firstNames}::text[])[seat], (${lastNames}::text[])[1 + office_code::int % ${lastNames.length}::int],
      ${pinHash}, 'dispositivo'::pin_level, now()
    from bench.officers`
  await sql`
    insert into contributors (id, codice_fiscale, denomination, office_code)
    select id, lpad(n::text, 11, '0'), 'COMMITTENTE ' || n || ' S.R.L.', office_code from bench.contributors`
  await sql`
    insert into accesses (id, user_id, contributor_id, title, valid_from)
    select uuidv7(), user_id, id, 'legal_representative', '2015-10-06' from bench.contributors`
  await sql`
    insert into officers (user_id, office_code, role, valid_from)
    select user_id, office_code, case when seat = 1 then 'head' else 'officer' end::officer_role, '2015-10-06'
    from bench.officers`
  await sql`
    insert into officer_units (officer_id, unit_code)
    select user_id, units.code from bench.officers cross join units`
}
