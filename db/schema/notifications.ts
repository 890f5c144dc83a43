import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import { deliveryStatuses, notificationChannels } from '../vocabulary'
import { changeNames } from '../vocabulary-changes'
import { campaigns } from './campaigns'
import { contacts, digests } from './contacts'
import { delegations } from './delegations'
import { notices } from './notices'
import { threadEntries } from './requests'
import { users } from './users'

export const notificationChannel = pgEnum('notification_channel', notificationChannels)
export const deliveryStatus = pgEnum('delivery_status', deliveryStatuses)
export const changeName = pgEnum('change_name', changeNames)

/** Avviso: points at a thing and never carries its content. One for each entry and address, however often retried. */
export const outgoingMessages = pgTable(
  'outgoing_messages',
  {
    id: identifier(),
    change: changeName().notNull(),
    /** What it tells of: an entry of a thread, a campaign of notices, one published alone, a digest, a contact, a delegation. */
    entryId: uuid().references(() => threadEntries.id),
    campaignId: uuid().references(() => campaigns.id),
    noticeId: uuid().references(() => notices.id),
    digestId: uuid().references(() => digests.id),
    contactId: uuid().references(() => contacts.id),
    delegationId: uuid().references(() => delegations.id),
    /** The person told, when it is known who: «Cosa ti abbiamo inviato». */
    userId: uuid().references(() => users.id),
    channel: notificationChannel().notNull(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    status: deliveryStatus().notNull().default('promised'),
    attempts: integer().notNull().default(0),
    providerId: text(),
    lastError: text(),
    createdAt: bornNow(),
    handedOverAt: instant(),
  },
  (table) => [
    unique('one_message_for_each_entry_and_address').on(table.entryId, table.channel, table.recipient),
    unique('one_message_for_each_campaign_and_address').on(table.campaignId, table.channel, table.recipient),
    unique('one_message_for_each_notice_and_address').on(table.noticeId, table.channel, table.recipient),
    unique('one_message_for_each_digest_and_address').on(table.digestId, table.channel, table.recipient),
    index().on(table.userId, table.createdAt),
    check(
      'it_tells_of_one_thing',
      sql`num_nonnulls(entry_id, campaign_id, notice_id, digest_id, contact_id, delegation_id) = 1`,
    ),
    index().on(table.createdAt),
  ],
)
