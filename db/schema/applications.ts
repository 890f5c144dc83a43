import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import type { Figure, Section } from '../application-content'
import { proposalAnswers } from '../vocabulary'
import { contributors } from './contributors'
import { notices } from './notices'
import { requestOutcome, requests, threadEntries } from './requests'
import { users } from './users'

export const proposalAnswer = pgEnum('proposal_answer', proposalAnswers)

/** Istanza: what the request that starts a procedure contains. Written once, with the request. Append-only. */
export const applications = pgTable('applications', {
  requestId: uuid()
    .primaryKey()
    .references(() => requests.id),
  contributorId: uuid()
    .notNull()
    .references(() => contributors.id),
  /** The version of the kind's form that it was filled in with. */
  kindVersion: integer().notNull(),
  /** What was answered, normalised, by step: read by the kind alone. */
  answers: jsonb().$type<Record<string, unknown>>().notNull(),
  /** The same as people read it, whatever becomes of the kind. */
  sections: jsonb().$type<Section[]>().notNull(),
  /** What the portal worked out from it on the day it was sent. */
  figures: jsonb().$type<Figure[]>().notNull(),
  declaration: text().notNull(),
  /** Calendar days that the law gives to decide. */
  termDays: integer().notNull(),
  /** The notice that it is about. */
  noticeId: uuid().references(() => notices.id),
})

/** A refusal proposed by one officer, which another confirms or sends back (two-person check). Never leaves the office. */
export const refusalProposals = pgTable(
  'refusal_proposals',
  {
    id: identifier(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    proposedBy: uuid()
      .notNull()
      .references(() => users.id),
    proposedAt: bornNow(),
    /** Reasons in fact and in law (L. 241/1990 art. 3). */
    facts: text().notNull(),
    law: text().notNull(),
    answer: proposalAnswer(),
    answeredBy: uuid().references(() => users.id),
    answeredAt: instant(),
    /** Why it was sent back. */
    note: text(),
  },
  (table) => [
    uniqueIndex('one_open_proposal')
      .on(table.requestId)
      .where(sql`answer is null`),
    check('answered_whole', sql`(answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)`),
    check('it_takes_two', sql`answer is distinct from 'confirmed' or answered_by <> proposed_by`),
  ],
)

/** Provvedimento: the reasoned decision on an istanza. Append-only. */
export const provisions = pgTable('provisions', {
  /** The entry of the thread that announces it. */
  entryId: uuid()
    .primaryKey()
    .references(() => threadEntries.id),
  requestId: uuid()
    .notNull()
    .unique()
    .references(() => requests.id),
  contributorId: uuid()
    .notNull()
    .references(() => contributors.id),
  /** Its own number, from the same counter as requests. */
  protocollo: text().notNull().unique(),
  outcome: requestOutcome().notNull(),
  content: jsonb().$type<Record<string, unknown>>().notNull(),
  /** SHA-256 of the content's canonical JSON, hexadecimal. */
  sha256: text().notNull(),
  proposedBy: uuid().references(() => users.id),
  decidedBy: uuid()
    .notNull()
    .references(() => users.id),
  decidedAt: instant().notNull(),
})

/** A kind of istanza that the institute no longer takes, with what to do instead. */
export const closedApplicationKinds = pgTable(
  'closed_application_kinds',
  {
    id: identifier(),
    kind: text().notNull(),
    closedOn: date({ mode: 'string' }).notNull(),
    instead: text().notNull(),
    closedBy: uuid()
      .notNull()
      .references(() => users.id),
    openedAt: instant(),
  },
  (table) => [
    uniqueIndex('closed_once')
      .on(table.kind)
      .where(sql`opened_at is null`),
    index().on(table.kind),
  ],
)
