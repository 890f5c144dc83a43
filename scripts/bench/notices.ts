import type { Sql } from 'postgres'
import { contributors, largeOffice } from './people'

/** Notices of the two contributors whose list is measured: the same page must cost the same. */
export const many = 70_000
export const few = 20_000

/**
 * Writes `rows` notices of the last years: `many` unread ones of the large contributor, `few` of another of the same office,
 * the rest spread over all. What they say is one row of each table.
 * @returns the id of the other contributor
 */
export async function loadNotices(sql: Sql, rows: number, people = contributors) {
  await sql`select setseed(0.5548)`
  const [other] = await sql<{ n: number; id: string }[]>`
    select n, id from bench.contributors where office_code = ${largeOffice} and n > 1 order by n limit 1`
  await sql`
    create unlogged table bench.notices as
    select drawn.n, contributors.id as contributor_id, contributors.user_id, contributors.office_code, published_at,
      uuidv7(published_at - now()) as id, 2015 + drawn.n % 10 as year, lpad((1 + drawn.n % 12)::text, 2, '0') as month,
      ${many + few}::int < drawn.n and luck < 0.9 as is_read,
      row_number() over (partition by contributors.office_code, extract(year from published_at) order by published_at) as number
    from (
      select n, random() as luck,
        case when n <= ${many}::int then 1 when n <= ${many + few}::int then ${other!.n}::int
          else 2 + floor(random() * ${people - 2}::int)::int end as contributor,
        date_trunc('milliseconds', now() - interval '1 hour' - random() * interval '1825 days') as published_at
      from generate_series(1, ${rows}::int) n
    ) drawn join bench.contributors contributors on contributors.n = drawn.contributor
    where drawn.n <= ${many + few}::int or contributors.id <> ${other!.id}`
  await sql`
    insert into notices (id, contributor_id, office_code, protocollo, external_number, kind, year, period_from, period_to,
      elaborated_on, due_by, contributions_cents, sanctions_cents, content, sha256, published_at, published_by, status_at,
      first_read_at, search)
    select id, contributor_id, office_code,
      'INPS.' || office_code || '.' || to_char(published_at, 'DD/MM/YYYY') || '.N' || lpad(number::text, 7, '0'),
      'ELAB-' || n, 'DEB-OMI', year, year || '-' || month, year || '-' || month, published_at::date - 5,
      published_at::date + 30, 70060, 1200,
      jsonb_build_object(
        'contributions', jsonb_build_array(jsonb_build_object('month', year || '-' || month, 'causale', 'CXX', 'due', 70060, 'paid', 0)),
        'sanctions', jsonb_build_array(jsonb_build_object('month', year || '-' || month, 'term', year || '-' || month || '-16',
          'paidOn', null, 'days', 90, 'base', 70060, 'rule', 'a', 'amount', 1200)),
        'f24', jsonb_build_array(jsonb_build_object('causale', 'CXX', 'branch', '00142 ROMA', 'from', year || '-' || month, 'to', null, 'amount', 71260))),
      encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), published_at,
      (select user_id from bench.officers limit 1), published_at, case when is_read then published_at + interval '1 day' end,
      to_tsvector('italian', concat_ws(e'\n', 'ELAB-' || n, 'DEB-OMI omesso o parziale versamento', year, month || '/' || year, 'CXX'))
    from bench.notices order by published_at`
  return other!.id
}
