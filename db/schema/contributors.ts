import { index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import { accessTitles } from '../vocabulary'
import { offices } from './offices'
import { users } from './users'

export const accessTitle = pgEnum('access_title', accessTitles)

/** Committente o associante: the party the papers are about. */
export const contributors = pgTable('contributors', {
  id: identifier(),
  codiceFiscale: text().notNull().unique(),
  denomination: text().notNull(),
  officeCode: text()
    .notNull()
    .references(() => offices.code),
  createdAt: bornNow(),
})

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
    validFrom: instant().notNull(),
    validTo: instant(),
  },
  (table) => [index().on(table.userId, table.contributorId), index().on(table.contributorId)],
)
