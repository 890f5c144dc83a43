import { sql, type SQL } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import type { Fact } from '../question'
import { requestActs, requestOutcomes, requestPhases, requestStatuses, threadSides } from '../vocabulary'
import { accessTitle, contributors } from './contributors'
import { firms } from './firm'
import { offices, unitCode, units } from './offices'
import { topics } from './topics'
import { users } from './users'

export const requestStatus = pgEnum('request_status', requestStatuses)
export const requestPhase = pgEnum('request_phase', requestPhases)
export const requestOutcome = pgEnum('request_outcome', requestOutcomes)
export const requestAct = pgEnum('request_act', requestActs)
export const threadSide = pgEnum('thread_side', threadSides)
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * Richiesta: what a contributor asks an office. Its text and what follows are the entries of its thread. An istanza is a
 * request that starts a procedure: it is a row here too, with what it contains in `applications` (decision 15).
 */
export const requests = pgTable(
  'requests',
  {
    /** The id of the draft it was: sending twice is one row. */
    id: uuid().primaryKey(),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    /** DPR 445/2000 art. 53: generated, gapless, unmodifiable. */
    protocollo: text().notNull().unique(),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    unitCode: unitCode()
      .notNull()
      .references(() => units.code),
    /** Of an istanza, the kind (`lib/applications/kinds`); a plain request has none. */
    applicationKind: text(),
    /** Of an istanza, none. */
    topicCode: text().references(() => topics.code),
    areaCode: text().notNull(),
    /** The labels it was opened under, whatever becomes of the tree; of an istanza, the voice of the menu and the kind. */
    areaLabel: text().notNull(),
    topicLabel: text().notNull(),
    facts: jsonb().$type<Fact[]>().notNull(),
    email: text(),
    mobile: text(),
    landline: text(),
    fax: text(),
    notifyByEmail: boolean().notNull(),
    notifyBySms: boolean().notNull(),
    status: requestStatus().notNull().default('submitted'),
    phase: requestPhase()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`case when ${requests.status} in ('submitted', 'reopened') then 'open'::request_phase when ${requests.status} in ('closed', 'withdrawn') then 'closed'::request_phase else 'in_charge'::request_phase end`,
      ),
    outcome: requestOutcome(),
    officerId: uuid().references(() => users.id),
    submittedBy: uuid()
      .notNull()
      .references(() => users.id),
    submittedAt: instant().notNull(),
    /** Codici fiscali of the workers it is about: always some, when a partial delegate sends it. */
    workers: text().array().notNull().default([]),
    /** Last working day of the answer promised to the sender. */
    expectedBy: date({ mode: 'string' }).notNull(),
    /** Day from which the promise stands still, while the contributor is asked for documents. */
    pausedOn: date({ mode: 'string' }),
    documentsDueBy: date({ mode: 'string' }),
    closureNoticeEndsOn: date({ mode: 'string' }),
    closedAt: instant(),
    reopenings: integer().notNull().default(0),
    updatedAt: bornNow(),
    search: tsvector().notNull(),
  },
  (table) => [
    index('requests_of_contributor')
      .on(table.contributorId, table.submittedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`application_kind is null`),
    index('requests_of_contributor_by_phase')
      .on(table.contributorId, table.phase, table.submittedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`application_kind is null`),
    index('requests_of_contributor_by_area')
      .on(table.contributorId, table.areaCode, table.submittedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`application_kind is null`),
    index('applications_of_contributor')
      .on(table.contributorId, table.submittedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`application_kind is not null`),
    index('requests_in_order')
      .on(table.submittedAt.desc().nullsFirst(), table.id.desc().nullsFirst(), table.contributorId)
      .where(sql`application_kind is null`),
    index('applications_in_order')
      .on(table.submittedAt.desc().nullsFirst(), table.id.desc().nullsFirst(), table.contributorId)
      .where(sql`application_kind is not null`),
    index('requests_by_words').using('gin', table.contributorId, table.search),
    index('requests_to_take_up')
      .on(table.officeCode, table.unitCode, table.expectedBy, table.id)
      .where(sql`status in ('submitted', 'transferred', 'reopened') and application_kind is null`),
    index('applications_to_take_up')
      .on(table.officeCode, table.unitCode, table.expectedBy, table.id)
      .where(sql`status in ('submitted', 'transferred', 'reopened') and application_kind is not null`),
    index('requests_of_officer')
      .on(table.officerId, table.expectedBy, table.id)
      .where(sql`status in ('taken_up', 'supplemented') and application_kind is null`),
    index('applications_of_officer')
      .on(table.officerId, table.expectedBy, table.id)
      .where(sql`status in ('taken_up', 'supplemented') and application_kind is not null`),
    index('requests_awaiting_documents')
      .on(table.officeCode, table.unitCode, table.expectedBy, table.id)
      .where(sql`status = 'awaiting_documents' and application_kind is null`),
    index('applications_awaiting_documents')
      .on(table.officeCode, table.unitCode, table.expectedBy, table.id)
      .where(sql`status = 'awaiting_documents' and application_kind is not null`),
    index('requests_closed')
      .on(table.officeCode, table.unitCode, table.closedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`status in ('closed', 'withdrawn') and application_kind is null`),
    index('applications_closed')
      .on(table.officeCode, table.unitCode, table.closedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`status in ('closed', 'withdrawn') and application_kind is not null`),
    index('requests_of_sender').on(table.submittedBy, table.submittedAt.desc().nullsFirst()),
    check('a_closed_request_has_an_outcome', sql`(${table.status} = 'closed') = (${table.outcome} is not null)`),
    check(
      'an_ended_request_has_its_time',
      sql`(${table.status} in ('closed', 'withdrawn')) = (${table.closedAt} is not null)`,
    ),
    check(
      'a_notification_has_an_address',
      sql`(not ${table.notifyByEmail} or ${table.email} is not null) and (not ${table.notifyBySms} or ${table.mobile} is not null)`,
    ),
    check('an_application_has_no_topic', sql`(${table.applicationKind} is null) = (${table.topicCode} is not null)`),
    check('someone_can_be_reached', sql`${table.email} is not null or ${table.mobile} is not null`),
  ],
)

/** Protocollo: the last number given by an office in a year. The row is the lock that keeps it gapless. */
export const protocolCounters = pgTable(
  'protocol_counters',
  {
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.officeCode, table.year] })],
)

/** One act in the thread of a request, with its words if it has any. Append-only: a trigger refuses the rest. */
export const threadEntries = pgTable(
  'thread_entries',
  {
    /** The id of the draft it was: sending twice is one row. */
    id: uuid().primaryKey(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    act: requestAct().notNull(),
    side: threadSide().notNull(),
    authorId: uuid().references(() => users.id),
    /** Of the contributor's side: under which title, and for which firm. */
    title: accessTitle(),
    firmId: uuid().references(() => firms.id),
    officeCode: text().references(() => offices.code),
    unitCode: unitCode().references(() => units.code),
    text: text(),
    dueBy: date({ mode: 'string' }),
    outcome: requestOutcome(),
    createdAt: bornNow(),
  },
  (table) => [
    index().on(table.requestId, table.createdAt),
    check('the_system_has_no_author', sql`(${table.side} = 'system') = (${table.authorId} is null)`),
  ],
)

/** Nota interna: never leaves the office, hence a table of its own. */
export const notes = pgTable(
  'notes',
  {
    id: identifier(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    text: text().notNull(),
    createdAt: bornNow(),
  },
  (table) => [index().on(table.requestId, table.createdAt)],
)

/** One row for each reply that one person has not opened yet: counting them is counting rows. */
export const unreadReplies = pgTable(
  'unread_replies',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    entryId: uuid()
      .notNull()
      .references(() => threadEntries.id),
    /** To an istanza and not to a plain request: the two are counted apart. */
    toApplication: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.contributorId, table.requestId, table.entryId] })],
)

/** Ricevuta: L. 241/1990 art. 18-bis. What was presented, fixed at that moment. */
export const receipts = pgTable('receipts', {
  requestId: uuid()
    .primaryKey()
    .references(() => requests.id),
  contributorId: uuid()
    .notNull()
    .references(() => contributors.id),
  content: jsonb().$type<Record<string, unknown>>().notNull(),
  /** SHA-256 of the content's canonical JSON, hexadecimal. */
  sha256: text().notNull(),
  issuedAt: bornNow(),
})
