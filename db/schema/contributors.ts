import { index, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
import { bornNow, identifier } from '../columns'
import { accessTitles } from '../vocabulary'
import { offices } from './offices'

export const accessTitle = pgEnum('access_title', accessTitles)

/** Committente o associante: the party the papers are about. */
export const contributors = pgTable(
  'contributors',
  {
    id: identifier(),
    codiceFiscale: text().notNull().unique(),
    denomination: text().notNull(),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    createdAt: bornNow(),
  },
  (table) => [index().on(table.officeCode, table.denomination, table.id)],
)
