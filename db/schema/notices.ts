import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
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
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import type { NoticeContent } from '../notice-content'
import { noticeActs, noticeKinds, noticeStatuses, paperKinds } from '../vocabulary'
import { campaigns } from './campaigns'
import { accessTitle, contributors } from './contributors'
import { firms } from './firm'
import { offices } from './offices'
import { requests, threadSide } from './requests'
import { users } from './users'

export const noticeKind = pgEnum('notice_kind', noticeKinds)
export const noticeStatus = pgEnum('notice_status', noticeStatuses)
export const noticeAct = pgEnum('notice_act', noticeActs)
export const paperKind = pgEnum('paper_kind', paperKinds)
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/**
 * Comunicazione di irregolarità, published. It interrupts the limitation period: a trigger refuses DELETE and any UPDATE of
 * what it says; only its standing (status, first reading) moves.
 */
export const notices = pgTable(
  'notices',
  {
    id: identifier(),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    /** DPR 445/2000 art. 53, from the same counter as requests. */
    protocollo: text().notNull().unique(),
    externalNumber: text().notNull(),
    /** Null when published alone, by form. */
    campaignId: uuid().references(() => campaigns.id),
    kind: noticeKind().notNull(),
    year: integer().notNull(),
    /** 'yyyy-mm'; 'yyyy-00' for sanctions alone. */
    periodFrom: text().notNull(),
    periodTo: text().notNull(),
    elaboratedOn: date({ mode: 'string' }).notNull(),
    dueBy: date({ mode: 'string' }),
    /** Whole cents. */
    contributionsCents: bigint({ mode: 'number' }).notNull(),
    sanctionsCents: bigint({ mode: 'number' }).notNull(),
    content: jsonb().$type<NoticeContent>().notNull(),
    /** SHA-256 of the canonical JSON of what it says and to whom (`lib/notices/document.ts`), hexadecimal. */
    sha256: text().notNull(),
    publishedAt: instant().notNull(),
    publishedBy: uuid()
      .notNull()
      .references(() => users.id),
    /** The notice that this one corrects. */
    correctsId: uuid().references((): AnyPgColumn => notices.id),

    status: noticeStatus().notNull().default('open'),
    /** «Situazione aggiornata al»: when its standing last moved. */
    statusAt: instant().notNull(),
    /** The contributor's legal reading: set once. */
    firstReadAt: instant(),
    /** Waits to be read: on it stand the first voice of the menu and the banner. */
    unread: boolean()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`first_read_at is null and status not in ('withdrawn', 'corrected')`),
    /** To sort by due date with those that have none at the end. */
    dueOrder: date({ mode: 'string' })
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(due_by, '9999-12-31'::date)`),
    search: tsvector().notNull(),
  },
  (table) => [
    unique('one_notice_for_each_external_number').on(table.officeCode, table.externalNumber),
    index('notices_of_contributor').on(
      table.contributorId,
      table.unread,
      table.publishedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('notices_of_contributor_by_due').on(table.contributorId, table.unread, table.dueOrder, table.id),
    // Of everybody, in the orders of the lists: whoever has thousands of contributors soon finds theirs among the first.
    index('notices_in_order').on(
      table.unread,
      table.publishedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
      table.contributorId,
    ),
    index('notices_in_order_by_due').on(table.unread, table.dueOrder, table.id, table.contributorId),
    index('notices_due_of_contributor')
      .on(table.contributorId, table.dueBy)
      .where(sql`status in ('open', 'in_progress') and due_by is not null`),
    index('notices_falling_due')
      .on(table.dueBy, table.contributorId, table.status)
      .where(sql`status in ('open', 'in_progress') and due_by is not null`),
    index('notices_by_words').using('gin', table.contributorId, table.search),
    index('notices_of_office').on(
      table.officeCode,
      table.publishedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('notices_of_office_by_due').on(table.officeCode, table.unread, table.dueOrder, table.id),
    index('notices_of_campaign').on(table.campaignId, table.unread, table.dueOrder, table.id),
    index('notices_correcting').on(table.correctsId),
    check('amounts_are_not_negative', sql`contributions_cents >= 0 and sanctions_cents >= 0`),
  ],
)

/** How many notices a contributor has, kept by a trigger on `notices` in the same transaction: exact, and one row. */
export const noticeCounts = pgTable('notice_counts', {
  contributorId: uuid()
    .primaryKey()
    .references(() => contributors.id),
  unread: integer().notNull(),
  read: integer().notNull(),
})

/** «Letta da»: who read what, under which title, when. Append-only; `first` is the contributor's legal reading. */
export const noticeReadings = pgTable(
  'notice_readings',
  {
    id: identifier(),
    noticeId: uuid()
      .notNull()
      .references(() => notices.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    title: accessTitle().notNull(),
    /** The firm for which they acted, if any. */
    firmId: uuid().references(() => firms.id),
    readAt: instant().notNull(),
    first: boolean().notNull(),
  },
  (table) => [
    unique('one_reading_for_each_person').on(table.noticeId, table.userId),
    index('readings_of_firm').on(table.firmId, table.noticeId),
    uniqueIndex('one_first_reading')
      .on(table.noticeId)
      .where(sql`first`),
  ],
)

/** The person's own dot: a row is a notice they no longer hold as new. Nobody else sees it, and it proves nothing. */
export const noticesSeen = pgTable(
  'notices_seen',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    noticeId: uuid()
      .notNull()
      .references(() => notices.id),
  },
  (table) => [primaryKey({ columns: [table.userId, table.noticeId] })],
)

/** Storia: one act on a notice after it was published. Append-only. */
export const noticeEvents = pgTable(
  'notice_events',
  {
    id: uuid().primaryKey(),
    noticeId: uuid()
      .notNull()
      .references(() => notices.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    act: noticeAct().notNull(),
    side: threadSide().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    /** Of the contributor's side: under which title, and for which firm. */
    title: accessTitle(),
    firmId: uuid().references(() => firms.id),
    /** The office's reason, or the contributor's words. */
    text: text(),
    /** The request by which it was answered. */
    requestId: uuid().references(() => requests.id),
    paidOn: date({ mode: 'string' }),
    paidCents: bigint({ mode: 'number' }),
    /** The notice that took its place. */
    correctedById: uuid().references(() => notices.id),
    createdAt: bornNow(),
  },
  (table) => [
    index().on(table.noticeId, table.createdAt),
    index().on(table.requestId),
    check(
      'a_payment_has_its_day_and_amount',
      sql`(act = 'declare_payment') = (paid_on is not null and paid_cents is not null)`,
    ),
    check('an_answer_is_a_request', sql`(act = 'answer') = (request_id is not null)`),
  ],
)

/** Ricevuta di pagamento: the one file that a declared payment may carry. */
export const paymentReceipts = pgTable('payment_receipts', {
  eventId: uuid()
    .primaryKey()
    .references(() => noticeEvents.id),
  name: text().notNull(),
  mediaType: text().notNull(),
  /** Bytes. */
  size: integer().notNull(),
  sha256: text().notNull(),
  bytes: bytea().notNull(),
})

/** A document made by the portal at the first asking and kept as it was given: its hash never changes. Append-only. */
export const papers = pgTable(
  'papers',
  {
    kind: paperKind().notNull(),
    /** The notice it is about. */
    noticeId: uuid()
      .notNull()
      .references(() => notices.id),
    bytes: bytea().notNull(),
    sha256: text().notNull(),
    madeAt: bornNow(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.noticeId] })],
)
