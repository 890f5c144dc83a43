import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { bornNow, identifier } from '../columns'

/** What people say of the portal (AgID guidelines: easy user feedback). Nobody's name is kept. */
export const feedback = pgTable('feedback', {
  id: identifier(),
  rating: integer().notNull(),
  page: text().notNull(),
  text: text(),
  createdAt: bornNow(),
})
