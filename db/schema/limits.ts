import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns'

/** How often something was tried of late. The key is a keyed hash: no address and no codice fiscale is kept. */
export const limits = pgTable('limits', {
  key: text().primaryKey(),
  count: integer().notNull(),
  countedSince: instant().notNull(),
  blockedUntil: instant(),
})
