import { sql } from 'drizzle-orm'
import { check, customType, index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier } from '../columns'
import { storageDrivers } from '../vocabulary'
import { contributors } from './contributors'
import { drafts } from './drafts'
import { requests, threadEntries } from './requests'
import { users } from './users'

export const storageDriver = pgEnum('storage_driver', storageDrivers)
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Allegato: uploaded into a draft first, claimed by the entry it is sent with. */
export const attachments = pgTable(
  'attachments',
  {
    id: identifier(),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    uploaderId: uuid()
      .notNull()
      .references(() => users.id),
    draftId: uuid().references(() => drafts.id, { onDelete: 'set null' }),
    requestId: uuid().references(() => requests.id),
    entryId: uuid().references(() => threadEntries.id),
    name: text().notNull(),
    mediaType: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    sha256: text().notNull(),
    storage: storageDriver().notNull(),
    /** Where the outside driver keeps it; null when the bytes are in `attachment_contents`. */
    storageKey: text(),
    createdAt: bornNow(),
  },
  (table) => [
    index().on(table.requestId),
    index().on(table.entryId),
    index().on(table.draftId),
    index('attachments_unclaimed')
      .on(table.createdAt)
      .where(sql`entry_id is null`),
    check('claimed_whole', sql`(${table.entryId} is null) = (${table.requestId} is null)`),
    check('kept_somewhere', sql`(${table.storage} = 'database') = (${table.storageKey} is null)`),
  ],
)

/** The bytes, apart: lists never drag them along. */
export const attachmentContents = pgTable('attachment_contents', {
  attachmentId: uuid()
    .primaryKey()
    .references(() => attachments.id, { onDelete: 'cascade' }),
  bytes: bytea().notNull(),
})
