import 'server-only'
import { sql } from 'drizzle-orm'
import type { NotificationChannel } from '@/db/vocabulary'
import type { Transaction } from '@/db/write'
import { newsKind, onEachChannel, ownAddresses, reached, type Reached } from './audience'
import { post } from './post'
import { closing, portalAddress } from './words'

/** What people are told of: a whole campaign, once however many notices it brings them, or one notice. */
type Occasion = { campaignId: string } | { noticeId: string }

/** Like every notification it points at a thing and never carries its content (security.md §6). */
const words: Record<NotificationChannel, (portal: string) => { subject: string; body: string }> = {
  email: (portal) => ({
    subject: 'Ci sono nuove comunicazioni di irregolarità da leggere',
    body:
      'Nel portale ci sono nuove comunicazioni di irregolarità da leggere.\n\n' +
      `Per leggerle entra nel portale:\n${portal}/area\n\n${closing}`,
  }),
  sms: (portal) => ({
    subject: '',
    body: `Ci sono nuove comunicazioni di irregolarità da leggere. Leggile su ${portal}/area`,
  }),
}

const published = (occasion: Occasion) =>
  'campaignId' in occasion ? sql`notices.campaign_id = ${occasion.campaignId}` : sql`notices.id = ${occasion.noticeId}`

/**
 * Tells, inside the change that publishes, the people who may act for these contributors now: at once, or in their next
 * digest (`audience.ts`). The contributor's own PEC, or e-mail, gets one message too (domain.md §5.3). The same occasion is
 * told once to each address, and the same notice once to each person.
 */
export async function announceNotices(tx: Transaction, occasion: Occasion, contributorIds: string[]) {
  if (contributorIds.length === 0) return
  const entitled = sql`
    select distinct user_id, contributor_id from accesses
    where contributor_id = any(${sql.param(contributorIds)}::uuid[])
      and valid_from <= now() and (valid_to is null or valid_to > now())`
  const people = await tx.execute<Reached>(sql`
    with reached as materialized (${reached(entitled, newsKind('notice'))}),
    waiting as (
      insert into digest_items (user_id, kind, item_id, event, contributor_id)
      select reached.user_id, reached.kind, notices.id, 'published', notices.contributor_id
      from reached join notices on notices.contributor_id = reached.contributor_id and ${published(occasion)}
      where reached.later and num_nonnulls(reached.email, reached.mobile) > 0
      on conflict do nothing
    )
    select user_id, max(email) as email, max(mobile) as mobile from reached where not later group by user_id`)
  const contributors = await tx.execute<{ email: string }>(ownAddresses(contributorIds))
  const portal = portalAddress()
  const told = { change: 'notice.published' as const, ...occasion }
  await post(tx, [
    ...people.flatMap((person) => onEachChannel(person, (channel) => ({ ...told, ...words[channel](portal) }))),
    ...contributors.map(({ email }) => ({
      ...told,
      channel: 'email' as const,
      recipient: email,
      ...words.email(portal),
    })),
  ])
}
