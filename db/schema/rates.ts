import { bigint, date, pgEnum, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { rateCodes } from '../vocabulary'

export const rateCode = pgEnum('rate_code', rateCodes)

/** A value set from a day on, until the next of its code. The unit is said in `lib/rates/values.ts`. */
export const rates = pgTable(
  'rates',
  {
    code: rateCode().notNull(),
    validFrom: date({ mode: 'string' }).notNull(),
    /** Hundredths of a percentage point, cents, or a count. */
    value: bigint({ mode: 'number' }).notNull(),
    /** The act that set it. */
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.validFrom] })],
)
