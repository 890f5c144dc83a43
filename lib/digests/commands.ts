import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { digests, users } from '@/db/schema'
import type { NewsKind } from '@/db/vocabulary'
import type { System } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { mondayOf } from '@/lib/calendar/weeks'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { expiringDays } from '@/lib/delegations/status'
import { newsKind, onEachChannel, reached } from '@/lib/notifications/audience'
import { announceExpiring } from '@/lib/notifications/delegations'
import { post } from '@/lib/notifications/post'
import { isStillNews } from './policy'
import { listAwaitingDigest } from './queries'
import { digestWords, type Tally } from './words'

/** Days before a notice's term from which people are told of it. */
const noticeDays = 7

/**
 * Once a day puts aside, for the next digest, the terms that are near: notices due within seven days and still open,
 * delegations whose last day comes within thirty. Done twice it finds everything there.
 */
export async function gatherReminders(actor: System, now = new Date()) {
  const today = romeDate(now)
  await change(actor, 'digest.sent', async (tx) => {
    const due = sql`
      select distinct accesses.user_id, notices.contributor_id from notices
      join accesses on accesses.contributor_id = notices.contributor_id
        and accesses.valid_from <= now() and (accesses.valid_to is null or accesses.valid_to > now())
      where ${nearTerm(today)}`
    await tx.execute(sql`
      insert into digest_items (user_id, kind, item_id, event, contributor_id)
      select reached.user_id, reached.kind, notices.id, 'due_soon', notices.contributor_id
      from (${reached(due, newsKind('deadline'))}) reached
      join notices on notices.contributor_id = reached.contributor_id and ${nearTerm(today)}
      where reached.verified and num_nonnulls(reached.email, reached.mobile) > 0
      on conflict do nothing`)
    await announceExpiring(tx, today, addDays(today, expiringDays))
    return undefined
  })
}

const nearTerm = (today: string) =>
  sql`notices.status = 'open' and notices.due_by between ${today}::date and ${addDays(today, noticeDays)}::date`

/**
 * Sends what waits, one message for each person and channel: every day, on Mondays also to who wants it once a week. Each
 * person is a change of its own, in which what waits is looked at again: killed half-way it goes on with the others, twice
 * at once it takes turns and finds nothing.
 * @param now says which day it is in Rome
 * @throws the first failure, after everybody else had their turn
 */
export async function sendDigests(actor: System, now = new Date()) {
  const today = romeDate(now)
  const failures: unknown[] = []
  for (const userId of await listAwaitingDigest(actor, mondayOf(today) === today))
    await change(actor, 'digest.sent', (tx) => sendDigest(tx, userId, today)).catch((failure: unknown) =>
      failures.push(failure),
    )
  if (failures.length > 0) throw failures[0]
}

type Item = {
  item_id: string
  event: string
  kind: NewsKind
  contributor_id: string
  news: boolean
  wanted: boolean
  email: string | null
  mobile: string | null
}

async function sendDigest(tx: Transaction, userId: string, today: string) {
  // One at a time for each person: whoever comes second finds everything settled.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
  const items = await listWaiting(tx, userId, today)
  await settle(
    tx,
    userId,
    items.filter(({ news, wanted }) => !news || !wanted),
  )
  const told = items.filter(({ news, wanted, email, mobile }) => news && wanted && (email ?? mobile) !== null)
  if (told.length === 0) return undefined
  const [digest] = await tx.insert(digests).values({ userId }).returning({ id: digests.id })
  await settle(tx, userId, told, digest!.id)
  const first = (channel: 'email' | 'mobile') => told.find((item) => item[channel] !== null)?.[channel] ?? null
  const messages = onEachChannel({ user_id: userId, email: first('email'), mobile: first('mobile') }, (channel) => {
    const on = told.filter((item) => item[channel === 'email' ? 'email' : 'mobile'] !== null)
    return { change: 'digest.sent' as const, digestId: digest!.id, ...digestWords(channel, tallyOf(on)) }
  })
  await post(tx, messages)
  return { id: digest!.id, details: { items: told.length } }
}

const listWaiting = async (tx: Transaction, userId: string, today: string) => {
  const about = sql`
    select distinct user_id, contributor_id, kind from digest_items where user_id = ${userId} and settled_at is null`
  return tx.execute<Item>(sql`
    select item.item_id, item.event, item.kind, item.contributor_id, ${isStillNews(sql`item`, today)} as news,
      reached.wanted, reached.email, reached.mobile
    from digest_items item
    join (${reached(about, sql`person.kind`)}) reached
      on reached.contributor_id = item.contributor_id and reached.kind = item.kind
    where item.user_id = ${userId} and item.settled_at is null`)
}

/** What was told, or is no news any more, is done with. */
async function settle(tx: Transaction, userId: string, items: Item[], digestId?: string) {
  if (items.length === 0) return
  const keys = items.map(({ item_id, event }) => ({ item_id, event }))
  await tx.execute(sql`
    update digest_items set settled_at = now(), digest_id = ${digestId ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as done (item_id uuid, event text)
    where digest_items.user_id = ${userId} and digest_items.item_id = done.item_id and digest_items.event = done.event
      and digest_items.settled_at is null`)
}

function tallyOf(items: Item[]): Tally {
  const of = (kind: NewsKind) => {
    const some = items.filter((item) => item.kind === kind)
    return { items: some.length, contributors: new Set(some.map(({ contributor_id }) => contributor_id)).size }
  }
  return { deadline: of('deadline'), notice: of('notice'), reply: of('reply'), delegation: of('delegation') }
}
