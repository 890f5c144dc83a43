import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import { contactKinds, contactStatuses, digestRhythms, newsKinds } from '../vocabulary'
import { contributors } from './contributors'
import { clientGroups } from './firms'
import { users } from './users'

export const contactKind = pgEnum('contact_kind', contactKinds)
export const contactStatus = pgEnum('contact_status', contactStatuses)
export const newsKind = pgEnum('news_kind', newsKinds)
export const digestRhythm = pgEnum('digest_rhythm', digestRhythms)

/**
 * Recapito, of a contributor or of a person: two things that never mix (domain.md §9.5). What was there before stays as
 * history; nothing is sent to one that is not verified, but its own code.
 */
export const contacts = pgTable(
  'contacts',
  {
    id: identifier(),
    contributorId: uuid().references(() => contributors.id),
    userId: uuid().references(() => users.id),
    kind: contactKind().notNull(),
    /** An address in lower-case domain, or a mobile in E.164. */
    value: text().notNull(),
    status: contactStatus().notNull(),
    /** Who wrote it. */
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: bornNow(),
    /** Who confirmed it, when it was proposed by a delegate. */
    confirmedBy: uuid().references(() => users.id),
    verifiedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('one_contact_of_contributor')
      .on(table.contributorId, table.kind)
      .where(sql`status = 'verified'`),
    uniqueIndex('one_contact_of_person')
      .on(table.userId, table.kind)
      .where(sql`status = 'verified'`),
    index().on(table.contributorId, table.createdAt),
    index().on(table.userId, table.createdAt),
    check('it_is_of_a_contributor_or_of_a_person', sql`num_nonnulls(contributor_id, user_id) = 1`),
    check('a_verified_contact_has_its_time', sql`status <> 'verified' or verified_at is not null`),
  ],
)

/** A code of six digits sent to a contact; only its hash is kept. */
export const contactCodes = pgTable(
  'contact_codes',
  {
    id: identifier(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id),
    codeHash: text().notNull(),
    sentAt: bornNow(),
    expiresAt: instant().notNull(),
    tries: integer().notNull().default(0),
    usedAt: instant(),
  },
  (table) => [index().on(table.contactId, table.sentAt)],
)

/** How often a person with more than one contributor wants to hear of them; without a row, once a day. */
export const notificationRhythms = pgTable('notification_rhythms', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  rhythm: digestRhythm().notNull(),
})

/** What a person wants to be told of, by which channel: in general, for a group of clients, for one contributor. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    id: identifier(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    contributorId: uuid().references(() => contributors.id),
    groupId: uuid().references(() => clientGroups.id, { onDelete: 'cascade' }),
    kind: newsKind().notNull(),
    byEmail: boolean().notNull(),
    bySms: boolean().notNull(),
  },
  (table) => [
    unique('one_preference_for_each_kind')
      .on(table.userId, table.contributorId, table.groupId, table.kind)
      .nullsNotDistinct(),
    check('of_a_contributor_or_of_a_group', sql`num_nonnulls(contributor_id, group_id) <= 1`),
  ],
)

export const digests = pgTable(
  'digests',
  {
    id: identifier(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    sentAt: bornNow(),
  },
  (table) => [index().on(table.userId, table.sentAt)],
)

/** One thing that a person is to be told of, once: the key makes a second telling impossible. */
export const digestItems = pgTable(
  'digest_items',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: newsKind().notNull(),
    /** The notice, thread entry or delegation. */
    itemId: uuid().notNull(),
    /** What happened to it, such as `published`. */
    event: text().notNull(),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    createdAt: bornNow(),
    /** When it was told, or found to be no longer news. */
    settledAt: instant(),
    digestId: uuid().references(() => digests.id),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.itemId, table.event] }),
    index('digest_items_waiting')
      .on(table.userId)
      .where(sql`settled_at is null`),
  ],
)
