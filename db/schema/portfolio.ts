import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow, instant } from '../columns'
import { contributors } from './contributors'
import { firms } from './firm'
import { users } from './users'

/** When a person last entered a contributor's pages: the list «Operi per…» begins with these. Theirs alone. */
export const visits = pgTable(
  'visits',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    at: bornNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.contributorId] }), index().on(table.userId, table.at)],
)

export const favourites = pgTable(
  'favourites',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
  },
  (table) => [primaryKey({ columns: [table.userId, table.contributorId] })],
)

/** How many requests of a contributor are open, and wait for it; kept by a trigger, as `noticeCounts`. */
export const requestCounts = pgTable('request_counts', {
  contributorId: uuid()
    .primaryKey()
    .references(() => contributors.id),
  /** Plain requests sent, and those still open. */
  sent: integer().notNull().default(0),
  open: integer().notNull(),
  /** Requests and istanze that wait for the contributor. */
  awaiting: integer().notNull(),
})

/** One text for many contributors; each becomes a request of its own. */
export const bulkRequests = pgTable('bulk_requests', {
  /** Made with the form: done twice, it is one. */
  id: uuid().primaryKey(),
  authorId: uuid()
    .notNull()
    .references(() => users.id),
  firmId: uuid().references(() => firms.id),
  content: jsonb().$type<Record<string, string>>().notNull(),
  createdAt: bornNow(),
})

/** What became of it for one contributor: the request, or why not yet. */
export const bulkRequestItems = pgTable(
  'bulk_request_items',
  {
    bulkId: uuid()
      .notNull()
      .references(() => bulkRequests.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    /** Made at the beginning: the id that its request will have, however often it is tried. */
    requestId: uuid().notNull(),
    sentAt: instant(),
    error: text(),
  },
  (table) => [primaryKey({ columns: [table.bulkId, table.contributorId] })],
)
