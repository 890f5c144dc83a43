import { date, index, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
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
    /** Where it is, as last told in a granted istanza: «Via Roma 1, 00100 Roma». */
    seat: text(),
    /** First and last day as principal of collaborators, as last told. */
    enrolledOn: date({ mode: 'string' }),
    ceasedOn: date({ mode: 'string' }),
    createdAt: bornNow(),
  },
  (table) => [index().on(table.officeCode, table.denomination, table.id)],
)
