import { timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'

/** A UUIDv7 made in the application: sorted by birth, never guessed in sequence. */
export const identifier = () =>
  uuid()
    .primaryKey()
    .$defaultFn(() => v7())

/** To the millisecond, as JavaScript tells time: a row read and asked for again is the same row. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
export const bornNow = () => instant().notNull().defaultNow()
