import { index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import { pinLevels } from '../vocabulary'

export const pinLevel = pgEnum('pin_level', pinLevels)

/** Utente: a natural person, known by codice fiscale. */
export const users = pgTable('users', {
  id: identifier(),
  codiceFiscale: text().notNull().unique(),
  firstName: text().notNull(),
  lastName: text().notNull(),
  pinHash: text().notNull(),
  pinLevel: pinLevel().notNull(),
  /** Null while the PIN is the initial one of 16 characters, which opens only the choice of a new one. */
  pinChosenAt: instant(),
  /** When an initial PIN stops working (ASVS 6.4.1). */
  initialPinExpiresAt: instant(),
  disabledAt: instant(),
  createdAt: bornNow(),
})

/** Sessione: one browser in which a person is signed in. The cookie carries the token, the table only its hash. */
export const sessions = pgTable(
  'sessions',
  {
    id: identifier(),
    tokenHash: text().notNull().unique(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    browser: text().notNull(),
    startedAt: bornNow(),
    lastSeenAt: bornNow(),
    endedAt: instant(),
  },
  (table) => [index().on(table.userId, table.lastSeenAt)],
)
