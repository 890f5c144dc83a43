import 'server-only'
import { sql } from 'drizzle-orm'
import { outgoingMessages } from '@/db/schema'
import type { NotificationChannel } from '@/db/vocabulary'
import type { Transaction } from '@/db/write'
import { env } from '@/lib/env'
import { promiseDeliveries } from './delivery-job'

/** What people are told of: a whole campaign, once however many notices it brings them, or one notice. */
type Occasion = { campaignId: string } | { noticeId: string }

/** Like every notification it points at a thing and never carries its content (security.md §6). */
const words: Record<NotificationChannel, (portal: string) => { subject: string; body: string }> = {
  email: (portal) => ({
    subject: 'Ci sono nuove comunicazioni di irregolarità da leggere',
    body:
      'Nel portale ci sono nuove comunicazioni di irregolarità da leggere.\n\n' +
      `Per leggerle entra nel portale:\n${portal}/area\n\n` +
      'Per la tua riservatezza questo messaggio non dice di più. Il portale non chiede mai il PIN per e-mail. ' +
      'Non rispondere: nessuno legge questa casella.\n',
  }),
  sms: (portal) => ({
    subject: '',
    body: `Ci sono nuove comunicazioni di irregolarità da leggere. Leggile su ${portal}/area`,
  }),
}

/**
 * Promises, inside the change that publishes, one message for each person who may act for these contributors now, on each
 * channel they consented to when they last wrote to an office. The same occasion is told once to each address.
 */
export async function announceNotices(tx: Transaction, occasion: Occasion, contributorIds: string[]) {
  const people = await tx.execute<{ email: string | null; mobile: string | null }>(sql`
    select case when reach.notify_by_email then reach.email end as email,
      case when reach.notify_by_sms then reach.mobile end as mobile
    from (
      select distinct user_id from accesses
      where contributor_id = any(${sql.param(contributorIds)}::uuid[])
        and valid_from <= now() and (valid_to is null or valid_to > now())
    ) holder
    join lateral (
      select email, mobile, notify_by_email, notify_by_sms from requests
      where submitted_by = holder.user_id order by submitted_at desc limit 1
    ) reach on true`)
  const portal = env.PORTAL_URL.replace(/\/+$/, '')
  const messages = people.flatMap(({ email, mobile }) =>
    (
      [
        ['email', email],
        ['sms', mobile],
      ] as const
    ).flatMap(([channel, recipient]) =>
      recipient === null
        ? []
        : [{ change: 'notice.published' as const, ...occasion, channel, recipient, ...words[channel](portal) }],
    ),
  )
  if (messages.length === 0) return
  const promised = await tx
    .insert(outgoingMessages)
    .values(messages)
    .onConflictDoNothing()
    .returning({ id: outgoingMessages.id })
  await promiseDeliveries(
    tx,
    promised.map(({ id }) => id),
  )
}
