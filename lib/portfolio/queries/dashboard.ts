import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { accesses, notices, requests, unreadReplies } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { pageSize } from '@/lib/pagination'
import type { DashboardCursor } from '../cursor'
import type { DashboardSort } from '../filters'
import { chosenContributors, type Narrowing, partialDelegations } from '../policy'

/** What the Cruscotto counts, of one contributor or of all. */
export type Counts = Record<Exclude<DashboardSort, 'name'>, number>
export type DashboardRow = Counts & {
  id: string
  denomination: string
  codiceFiscale: string
  clientCode: string | null
  assignee: string | null
}

export const soonDays = 7
export const laterDays = 30

/** Notices whose term comes within so many days from today, of each contributor of `mine` that has any. */
const due = (today: string) =>
  sql`select ${notices.contributorId}, count(*) filter (where ${notices.dueBy} <= ${addDays(today, soonDays)}::date)::int as soon, count(*)::int as later from ${notices} where ${notices.contributorId} in (select id from mine) and ${notices.status} in ('open', 'in_progress') and ${notices.dueBy} between ${today}::date and ${addDays(today, laterDays)}::date group by 1`

/** Of the contributors seen in part, the requests sent under one's own delegation: their own counts say more than one may see. */
const countedApart = (actor: Portfolio, narrowing: Narrowing) =>
  sql`select apart.contributor_id, count(${requests.id}) filter (where ${requests.phase} <> 'closed' and ${requests.applicationKind} is null)::int as open, count(${requests.id}) filter (where ${requests.status} = 'awaiting_documents')::int as awaiting from (${partialDelegations(actor, narrowing)}) apart(contributor_id, delegation_id) left join ${requests} on ${requests.contributorId} = apart.contributor_id and ${requests.submittedBy} in (select ${accesses.userId} from ${accesses} where ${accesses.delegationId} = apart.delegation_id) group by 1`

/** Every contributor of `mine` with its counts, under the names of `DashboardRow`. */
const everyone = (actor: Portfolio, narrowing: Narrowing, today: string) => sql`
  select party.id, party.denomination, party.codice_fiscale,
    coalesce(held.unread, 0) as unread, coalesce(due.soon, 0) as soon, coalesce(due.later, 0) as later,
    coalesce(apart.awaiting, counted.awaiting, 0) as awaiting, coalesce(replies.unread, 0) as replies,
    coalesce(apart.open, counted.open, 0) as open
  from mine chosen
  join contributors party on party.id = chosen.id
  left join notice_counts held on held.contributor_id = chosen.id
  left join request_counts counted on counted.contributor_id = chosen.id
  left join (${countedApart(actor, narrowing)}) apart on apart.contributor_id = chosen.id
  left join (
    select contributor_id, count(*)::int as unread from ${unreadReplies} where user_id = ${actor.id} group by 1
  ) replies on replies.contributor_id = chosen.id
  left join (${due(today)}) due on due.contributor_id = chosen.id`

/** What the firm keeps of the contributors of `rows`: for those shown alone, and not for all that are counted. */
const keptByFirm = (actor: Portfolio, rows: SQL) =>
  sql`left join firm_clients client on client.firm_id = ${actor.firm?.id ?? null}::uuid and client.contributor_id = ${rows}.id left join users on users.id = client.assignee_id`

const columns: Record<Exclude<DashboardSort, 'name'>, ReturnType<typeof sql>> = {
  unread: sql`unread`,
  soon: sql`soon`,
  later: sql`later`,
  awaiting: sql`awaiting`,
  replies: sql`replies`,
  open: sql`open`,
}

type Asked = Narrowing & { sort?: DashboardSort | undefined }
type Found = { totals: Counts & { contributors: number }; rows: DashboardRow[] }

/**
 * Cruscotto: the contributors with their counts, exact at this moment, those with most of what they are sorted by first,
 * then by name; and the totals of them all.
 * @param most how many; a page unless more are asked for
 */
export async function listDashboard(
  actor: Portfolio,
  { sort = 'name', ...narrowing }: Asked = {},
  after?: DashboardCursor,
  { today = romeDate(new Date()), most = pageSize } = {},
) {
  const by = sort === 'name' ? sql`0::int` : columns[sort]
  const place = sql`(select denomination, id from everyone where id = ${after?.id ?? null}::uuid)`
  const from = after
    ? sql`where ${by} < ${after.value}::int or (${by} = ${after.value}::int and (denomination, id) > ${place})`
    : sql``
  const mine = chosenContributors(actor, narrowing)
  const [found] = await db.select({ totals: sql<Found['totals']>`totals`, rows: sql<Found['rows']>`rows` }).from(
    sql`(
        with mine(id) as materialized (${mine}),
        everyone as materialized (${everyone(actor, narrowing, today)}),
        page as (select * from everyone ${from} order by ${by} desc, denomination, id limit ${most + 1})
        select
          (select json_build_object('contributors', count(*), 'unread', coalesce(sum(unread), 0), 'soon', coalesce(sum(soon), 0),
            'later', coalesce(sum(later), 0), 'awaiting', coalesce(sum(awaiting), 0), 'replies', coalesce(sum(replies), 0),
            'open', coalesce(sum(open), 0)) from everyone) as totals,
          (select coalesce(json_agg(json_build_object('id', page.id, 'denomination', denomination, 'codiceFiscale', page.codice_fiscale,
            'clientCode', client_code, 'assignee', users.first_name || ' ' || users.last_name, 'unread', unread, 'soon', soon,
            'later', later, 'awaiting', awaiting, 'replies', replies, 'open', open)
            order by ${by} desc, denomination, page.id), '[]') from page ${keptByFirm(actor, sql`page`)}) as rows
      ) dashboard`,
  )
  const { totals, rows } = found!
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return {
    totals,
    rows: shown,
    next: rows.length > most && last ? `${sort === 'name' ? 0 : last[sort]}_${last.id}` : undefined,
  }
}

/** How many contributors a piece of the file has. */
const pieceSize = 1000

/**
 * The same, for a file: by name, a piece at a time, each counted by itself, so that what is held is one piece however many
 * there are.
 * @param after the id of the last one of the piece before
 */
export async function listDashboardPiece(
  actor: Portfolio,
  narrowing: Narrowing,
  after?: string,
  today = romeDate(new Date()),
) {
  const mine = chosenContributors(actor, narrowing)
  const from = after
    ? sql`and (denomination, id) > (select denomination, id from contributors where id = ${after}::uuid)`
    : sql``
  const rows = await db
    .select({
      id: sql<string>`piece.id`,
      denomination: sql<string>`denomination`,
      codiceFiscale: sql<string>`piece.codice_fiscale`,
      clientCode: sql<string | null>`client_code`,
      assignee: sql<string | null>`users.first_name || ' ' || users.last_name`,
      unread: sql<number>`unread`,
      soon: sql<number>`soon`,
      later: sql<number>`later`,
      awaiting: sql<number>`awaiting`,
      replies: sql<number>`replies`,
      open: sql<number>`open`,
    })
    .from(
      sql`(
        with mine as materialized (
          select id from contributors where id in (${mine}) ${from} order by denomination, id limit ${pieceSize}
        )
        ${everyone(actor, narrowing, today)}
      ) piece ${keptByFirm(actor, sql`piece`)}`,
    )
    .orderBy(sql`denomination`, sql`piece.id`)
  return { rows, next: rows.length === pieceSize ? rows.at(-1)!.id : undefined }
}
