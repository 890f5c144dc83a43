import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identifier, instant } from '../columns'
import { accessTitle, contributors } from './contributors'
import { delegations } from './delegations'
import { firms } from './firm'
import { users } from './users'

/** Who may act for whom, by which title, from when to when. Every read of the contributor's side begins here. */
export const accesses = pgTable(
  'accesses',
  {
    id: identifier(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    title: accessTitle().notNull(),
    /** The delegation it comes from, and the firm it was given to; null for representatives. */
    delegationId: uuid().references(() => delegations.id),
    firmId: uuid().references(() => firms.id),
    validFrom: instant().notNull(),
    validTo: instant(),
  },
  (table) => [
    // All that tells whether a right is in force, and over whom: thousands of them are gone through in the index alone.
    index('accesses_of_person').on(
      table.userId,
      table.contributorId,
      table.title,
      table.validFrom,
      table.validTo,
      table.firmId,
    ),
    index().on(table.contributorId),
    unique('one_access_for_each_delegation').on(table.delegationId, table.userId),
  ],
)
