import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import { contributors } from './contributors'
import { users } from './users'

/** A private iCalendar address: only the hash of its secret is kept. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: identifier(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    secretHash: text().notNull().unique(),
    createdAt: bornNow(),
    revokedAt: instant(),
  },
  (table) => [index().on(table.userId, table.contributorId)],
)
