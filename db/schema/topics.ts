import { date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Question } from '../question'
import { unitCode, units } from './offices'

/** Argomento: first level of «Oggetto della richiesta» (messaggio 6838/2015: a tree of two levels). */
export const topicAreas = pgTable('topic_areas', {
  code: text().primaryKey(),
  label: text().notNull(),
  position: integer().notNull(),
})

/** Dettaglio: second level. Rows, never code: the tree is edited without a release. */
export const topics = pgTable('topics', {
  code: text().primaryKey(),
  areaCode: text()
    .notNull()
    .references(() => topicAreas.code),
  label: text().notNull(),
  unitCode: unitCode()
    .notNull()
    .references(() => units.code),
  guidance: text().notNull(),
  fields: jsonb().$type<Question[]>().notNull(),
  attachmentHint: text().notNull(),
  synonyms: text().array().notNull(),
  validFrom: date({ mode: 'string' }).notNull(),
  validTo: date({ mode: 'string' }),
})
