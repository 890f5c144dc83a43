import type { Sql } from 'postgres'
import { contributors, largeOffice } from './people'
import { firstNames, lastNames, months, rareWord, scarceWord, sentences } from './words'

/** Live requests that a unit has at most, and that each unit of the measured office has at least: its pages are full. */
const mostLive = 600
const leastLive = 30

/**
 * Draws `rows` requests of the last five years into the schema `bench`: whose, when, of what and in which words. Every
 * tenth is the large contributor's; the others are spread unevenly, some contributors having many and most few.
 */
async function drawRequests(sql: Sql, rows: number, people: number) {
  await sql`
    create unlogged table bench.drawn as
    with topic as (
      select topics.code, topics.label, topics.unit_code, topics.area_code, areas.label as area_label,
        row_number() over (order by topics.code)::int as place, count(*) over ()::int as places
      from topics join topic_areas areas on areas.code = topics.area_code
    ), drawn as materialized (
      select n,
        case when n % 10 = 0 then 1 else 2 + floor(${people - 1}::int * power(random(), 2))::int end as contributor,
        date_trunc('milliseconds', now() - interval '1 hour' - random() * interval '1825 days') as submitted_at,
        1 + floor(random() * (select max(places) from topic))::int as topic,
        array[random(), random(), random(), random(), random()] as luck, random() as fate, random() as detail
      from generate_series(1, ${rows}::int) n
    )
    select drawn.n, drawn.contributor, uuidv7(submitted_at - now()) as id, contributors.id as contributor_id,
      contributors.user_id, contributors.office_code, topic.code as topic_code, topic.label, topic.unit_code,
      topic.area_code, topic.area_label, submitted_at, fate, detail, luck,
      replace(replace(replace(replace(replace(
        (select string_agg((${sentences}::text[])[1 + floor(each * ${sentences.length}::int)::int], ' ') from unnest(luck) each)
          || case when floor(detail * 1e6)::int % 100 = 7 then ${` Offriamo una ${scarceWord} bancaria.`} else '' end
          || case when drawn.n % ${rows / 10}::int = 0 then ${` Il terreno è in uso a un ${rareWord}.`} else '' end,
        '{mese}', (${months}::text[])[1 + floor(fate * 12)::int]),
        '{anno}', extract(year from submitted_at)::text),
        '{importo}', trim(to_char(detail * 9000, '9990D00'))),
        '{numero}', floor(fate * 1e9)::text),
        '{nome}', (${firstNames}::text[])[1 + floor(detail * ${firstNames.length}::int)::int] || ' '
          || (${lastNames}::text[])[1 + floor(fate * ${lastNames.length}::int)::int]) as words
    from drawn
    join bench.contributors contributors on contributors.n = drawn.contributor
    join topic on topic.place = drawn.topic`
}

/**
 * Gives each drawn request its number and its status: in each unit the newest are live, the others closed or withdrawn.
 * The backlog of a unit does not grow with its archive.
 */
async function settleRequests(sql: Sql) {
  await sql`
    create unlogged table bench.requests as
    with ranked as (
      select *,
        row_number() over (partition by office_code, extract(year from submitted_at) order by submitted_at) as number,
        row_number() over (partition by office_code, unit_code order by submitted_at desc) as recency,
        count(*) over (partition by office_code, unit_code) as archive
      from bench.drawn
    ), settled as (
      select ranked.*, officers.user_id as officer_id,
        case when recency <= least(${mostLive}::int, greatest(case when ranked.office_code = ${largeOffice} then ${leastLive}::int else 0 end, archive * 0.08))
          then case when fate < 0.30 then 'submitted' when fate < 0.36 then 'transferred' when fate < 0.40 then 'reopened'
            when fate < 0.65 then 'taken_up' when fate < 0.75 then 'supplemented' else 'awaiting_documents' end
          else case when fate < 0.04 then 'withdrawn' else 'closed' end
        end::request_status as status,
        'INPS.' || ranked.office_code || '.' || to_char(submitted_at, 'DD/MM/YYYY') || '.' || lpad(number::text, 7, '0') as protocollo
      from ranked
      join bench.officers officers on officers.office_code = ranked.office_code
        and officers.seat = case when detail < 0.5 then 1 when detail < 0.75 then 2 else 3 end
    )
    select *,
      case when status = 'closed' then
        case when detail < 0.7 then 'granted' when detail < 0.8 then 'partly_granted' when detail < 0.92 then 'not_granted'
          when detail < 0.95 then 'not_competent' else 'documents_missing' end
      end::request_outcome as outcome,
      case when status in ('closed', 'withdrawn') then date_trunc('milliseconds', least(now(), submitted_at + interval '1 hour' + detail * interval '9 days')) end as closed_at
    from settled`
  await sql`create index on bench.requests (n)`
  await sql`analyze bench.requests`
}

async function insertRequests(sql: Sql) {
  await sql`
    insert into requests (id, contributor_id, protocollo, office_code, unit_code, topic_code, area_code, area_label,
      topic_label, facts, email, notify_by_email, notify_by_sms, status, outcome, officer_id, submitted_by, submitted_at,
      expected_by, paused_on, documents_due_by, closed_at, reopenings, updated_at, search)
    select id, contributor_id, protocollo, office_code, unit_code, topic_code, area_code, area_label, label, '[]',
      'ufficio@esempio.it', true, false, status, outcome,
      case when status in ('taken_up', 'supplemented', 'awaiting_documents', 'closed') then officer_id end,
      user_id, submitted_at, submitted_at::date + 7,
      case when status = 'awaiting_documents' then submitted_at::date + 2 end,
      case when status = 'awaiting_documents' then current_date + 20 end,
      closed_at, case when status = 'reopened' then 1 else 0 end, coalesce(closed_at, submitted_at),
      to_tsvector('italian', concat_ws(e'\n', protocollo, area_label, label, words))
    from bench.requests order by submitted_at`
  await sql`
    insert into protocol_counters (office_code, year, last)
    select office_code, extract(year from submitted_at)::int, count(*) from bench.requests group by 1, 2`
}

/** Writes `rows` requests, without what follows them. The load begins here: a seed makes it the same at every run. */
export async function loadRequests(sql: Sql, rows: number, people = contributors) {
  await sql`select setseed(0.6838)`
  await drawRequests(sql, rows, people)
  await settleRequests(sql)
  await insertRequests(sql)
}
