import { date, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow } from '../columns'
import { officerRoles, unitCodes } from '../vocabulary'
import { users } from './users'

export const unitCode = pgEnum('unit_code', unitCodes)
export const officerRole = pgEnum('officer_role', officerRoles)

/** Sede: four digits, as in the F24 tables of Agenzia delle Entrate. */
export const offices = pgTable('offices', {
  code: text().primaryKey(),
  name: text().notNull(),
  /** Feast of the patron saint, mm-dd: not a working day of this office. */
  patronDay: text(),
})

/** Unità: the same five in every office (circ. 36/2014). */
export const units = pgTable('units', {
  code: unitCode().primaryKey(),
  name: text().notNull(),
})

/** Operatore di sede. */
export const officers = pgTable('officers', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  officeCode: text()
    .notNull()
    .references(() => offices.code),
  role: officerRole().notNull(),
  validFrom: date({ mode: 'string' }).notNull(),
  validTo: date({ mode: 'string' }),
})

export const officerUnits = pgTable(
  'officer_units',
  {
    officerId: uuid()
      .notNull()
      .references(() => officers.userId),
    unitCode: unitCode()
      .notNull()
      .references(() => units.code),
  },
  (table) => [primaryKey({ columns: [table.officerId, table.unitCode] })],
)

/** Amministratore. */
export const administrators = pgTable('administrators', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  createdAt: bornNow(),
})
