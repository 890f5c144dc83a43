import { index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import { changeNames, deliveryStatuses, notificationChannels } from '../vocabulary'
import { threadEntries } from './requests'

export const notificationChannel = pgEnum('notification_channel', notificationChannels)
export const deliveryStatus = pgEnum('delivery_status', deliveryStatuses)
export const changeName = pgEnum('change_name', changeNames)

/** Avviso: points at a thing and never carries its content. One for each entry and address, however often retried. */
export const outgoingMessages = pgTable(
  'outgoing_messages',
  {
    id: identifier(),
    change: changeName().notNull(),
    entryId: uuid()
      .notNull()
      .references(() => threadEntries.id),
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
    index().on(table.createdAt),
  ],
)
