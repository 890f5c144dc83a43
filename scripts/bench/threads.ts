import type { Sql } from 'postgres'
import { months, replies } from './words'

/** What follows the sending of a request, by its status: at which moment, on which side, and with how many words. */
const steps = [
  { act: 'take_up', after: '40 minutes', statuses: ['taken_up', 'supplemented', 'awaiting_documents', 'closed'] },
  { act: 'request_documents', after: '50 minutes', statuses: ['supplemented', 'awaiting_documents'] },
  { act: 'supplement', after: '55 minutes', statuses: ['supplemented'] },
] as const

/**
 * Writes the thread of every request: what opened it, what was done to it, and a reply for half of those that are closed.
 * Of each contributor's replies the newest hundredth is still to be read.
 */
export async function loadThreads(sql: Sql) {
  const answer = sql`replace(replace(replace(replace((${replies}::text[])[1 + floor(luck[1] * ${replies.length}::int)::int],
    '{mese}', (${months}::text[])[1 + floor(fate * 12)::int]), '{anno}', extract(year from submitted_at)::text),
    '{importo}', trim(to_char(detail * 9000, '9990D00'))), '{numero}', floor(fate * 1e9)::text)`
  await sql`
    insert into thread_entries (id, request_id, contributor_id, act, side, author_id, office_code, unit_code, text, created_at)
    select id, id, contributor_id, 'submit', 'contributor', user_id, office_code, unit_code, words, submitted_at
    from bench.requests order by submitted_at`
  for (const { act, after, statuses } of steps)
    await sql`
      insert into thread_entries (id, request_id, contributor_id, act, side, author_id, office_code, unit_code, text, due_by, created_at)
      select uuidv7(submitted_at + ${after}::interval - now()), id, contributor_id, ${act}::request_act,
        case when ${act} = 'supplement' then 'contributor' else 'office' end::thread_side,
        case when ${act} = 'supplement' then user_id else officer_id end, office_code, unit_code,
        case when ${act} <> 'take_up' then ${answer} end,
        case when ${act} = 'request_documents' then current_date + 20 end, submitted_at + ${after}::interval
      from bench.requests where status::text = any(${[...statuses]}::text[]) order by submitted_at`
  await sql`
    create unlogged table bench.replies as
    select uuidv7(closed_at - interval '1 minute' - now()) as entry_id, requests.*, ${answer} as answer
    from bench.requests where status = 'closed' and n / 10 % 2 = 0`
  await sql`
    insert into thread_entries (id, request_id, contributor_id, act, side, author_id, office_code, unit_code, text, created_at)
    select entry_id, id, contributor_id, 'reply', 'office', officer_id, office_code, unit_code, answer, closed_at - interval '1 minute'
    from bench.replies order by submitted_at`
  await sql`
    insert into thread_entries (id, request_id, contributor_id, act, side, author_id, office_code, unit_code, text, outcome, created_at)
    select uuidv7(closed_at - now()), id, contributor_id, case when status = 'closed' then 'close' else 'withdraw' end::request_act,
      case when status = 'closed' then 'office' else 'contributor' end::thread_side,
      case when status = 'closed' then officer_id else user_id end, office_code, unit_code,
      case when status = 'closed' then ${answer} end, outcome, closed_at
    from bench.requests where closed_at is not null order by submitted_at`
  await sql`
    insert into unread_replies (user_id, contributor_id, request_id, entry_id, to_application)
    select user_id, contributor_id, id, entry_id, false
    from (select *, percent_rank() over (partition by contributor order by submitted_at desc) as age from bench.replies) ranked
    where age < 0.01`
}
