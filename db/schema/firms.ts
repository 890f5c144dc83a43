import { sql } from 'drizzle-orm'
import { index, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import { firmRoles, taskStatuses } from '../vocabulary'
import { contributors } from './contributors'
import { firms } from './firm'
import { notices } from './notices'
import { requests } from './requests'
import { users } from './users'

export const firmRole = pgEnum('firm_role', firmRoles)
export const taskStatus = pgEnum('task_status', taskStatuses)

/** Who works in a firm. Invited by codice fiscale, in from when they accept; a person is in one firm at a time. */
export const firmMembers = pgTable(
  'firm_members',
  {
    id: identifier(),
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    codiceFiscale: text().notNull(),
    role: firmRole().notNull(),
    /** Null until the person accepts. */
    userId: uuid().references(() => users.id),
    invitedAt: bornNow(),
    acceptedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('one_firm_for_each_person')
      .on(table.userId)
      .where(sql`accepted_at is not null and ended_at is null`),
    uniqueIndex('one_invitation_for_each_code')
      .on(table.firmId, table.codiceFiscale)
      .where(sql`ended_at is null`),
    uniqueIndex('one_holder_for_each_firm')
      .on(table.firmId)
      .where(sql`role = 'holder' and ended_at is null`),
    index().on(table.codiceFiscale),
  ],
)

/** Gruppo di clienti: the firm's own; a subdelegation may be for one. */
export const clientGroups = pgTable(
  'client_groups',
  {
    id: identifier(),
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    name: text().notNull(),
    createdAt: bornNow(),
  },
  (table) => [unique('one_group_for_each_name').on(table.firmId, table.name)],
)

export const clientGroupMembers = pgTable(
  'client_group_members',
  {
    groupId: uuid()
      .notNull()
      .references(() => clientGroups.id, { onDelete: 'cascade' }),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.contributorId] }), index().on(table.contributorId)],
)

/** Subdelega: a collaborator works for the firm's clients, all of them or those of a group (domain.md §3.9). */
export const subdelegations = pgTable(
  'subdelegations',
  {
    id: identifier(),
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    memberId: uuid()
      .notNull()
      .references(() => firmMembers.id),
    /** Null: all the firm's clients, present and future. */
    groupId: uuid().references(() => clientGroups.id),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: bornNow(),
    endedAt: instant(),
  },
  (table) => [
    unique('one_subdelegation_for_each_group').on(table.memberId, table.groupId, table.endedAt).nullsNotDistinct(),
    index().on(table.firmId),
  ],
)

/** What a firm keeps of its own about a client. Neither the office nor the contributor ever sees it. */
export const firmClients = pgTable(
  'firm_clients',
  {
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    /** The firm's own code for the client. */
    clientCode: text(),
    assigneeId: uuid().references(() => users.id),
    note: text(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.contributorId] }),
    unique('one_client_for_each_code').on(table.firmId, table.clientCode),
  ],
)

/** Who in the firm looks after a notice or a request, and how far they are. Private as `firmClients`. */
export const firmTasks = pgTable(
  'firm_tasks',
  {
    id: identifier(),
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    noticeId: uuid().references(() => notices.id),
    requestId: uuid().references(() => requests.id),
    assigneeId: uuid().references(() => users.id),
    status: taskStatus().notNull().default('to_do'),
    note: text(),
    updatedBy: uuid()
      .notNull()
      .references(() => users.id),
    updatedAt: bornNow(),
  },
  (table) => [
    unique('one_task_for_each_notice').on(table.firmId, table.noticeId),
    unique('one_task_for_each_request').on(table.firmId, table.requestId),
    index().on(table.firmId, table.assigneeId, table.status),
  ],
)
