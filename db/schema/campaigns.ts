import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import type { NewNotice } from '../notice-content'
import { campaignStatuses, findingSeverities } from '../vocabulary'
import { contributors } from './contributors'
import { offices } from './offices'
import { users } from './users'

export const campaignStatus = pgEnum('campaign_status', campaignStatuses)
export const findingSeverity = pgEnum('finding_severity', findingSeverities)
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Campagna: a file of notices on its way from the office to the contributors, with its brake. */
export const campaigns = pgTable(
  'campaigns',
  {
    id: identifier(),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    title: text().notNull(),
    fileName: text().notNull(),
    /** Bytes. */
    fileSize: bigint({ mode: 'number' }).notNull(),
    fileSha256: text().notNull(),
    status: campaignStatus().notNull().default('loading'),
    /** Why it could not be read, when it could not. */
    failure: text(),
    /** How far the dry run is: bytes of the file and lines after the header. */
    bytesRead: bigint({ mode: 'number' }).notNull().default(0),
    lines: integer().notNull().default(0),
    refusedLines: integer().notNull().default(0),
    warnedLines: integer().notNull().default(0),
    refusedNotices: integer().notNull().default(0),
    /** Notices that would be published. */
    notices: integer().notNull().default(0),
    totalCents: bigint({ mode: 'number' }).notNull().default(0),
    /** Positions published so far, and up to where the present stage goes. */
    released: integer().notNull().default(0),
    releaseUpTo: integer().notNull().default(0),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: bornNow(),
    approvedBy: uuid().references(() => users.id),
    approvedAt: instant(),
    endedAt: instant(),
    /** A job that is at work says so; one silent for a minute is taken over. */
    heartbeatAt: bornNow(),
  },
  (table) => [
    index().on(table.officeCode, table.createdAt),
    index('campaigns_at_work')
      .on(table.heartbeatAt)
      .where(sql`status in ('loading', 'releasing')`),
    check('whoever_loads_does_not_approve', sql`approved_by is null or approved_by <> created_by`),
    check('released_within_its_stage', sql`released <= release_up_to and release_up_to <= notices`),
  ],
)

/** The file as it came, in pieces, so that it is never whole in memory. Gone when the campaign has ended. */
export const campaignFiles = pgTable(
  'campaign_files',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.position] })],
)

/**
 * A notice ready to be published: what is not public is in another table, so that no reader can come upon it. The rows go
 * when the campaign is stopped or discarded, and their numbers are free again.
 */
export const stagedNotices = pgTable(
  'staged_notices',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    /** From 1, without gaps, in the order of the file. */
    position: integer().notNull(),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    externalNumber: text().notNull(),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    notice: jsonb().$type<NewNotice>().notNull(),
    /** In the random sample that must be looked at; null when it is not. */
    sampledAt: instant(),
    /** The first line of the file that tells of it. */
    line: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.position] }),
    unique('one_staged_notice_for_each_external_number').on(table.officeCode, table.externalNumber),
  ],
)

/** Who looked at which notice of the sample. */
export const sampleLooks = pgTable(
  'sample_looks',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    at: bornNow(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.position, table.userId] })],
)

/** What the dry run found wrong with a line. */
export const campaignFindings = pgTable(
  'campaign_findings',
  {
    id: identifier(),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    severity: findingSeverity().notNull(),
    line: integer().notNull(),
    column: text().notNull(),
    /** As it stands in the file, cut when very long. */
    value: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [index().on(table.campaignId, table.line, table.id)],
)
