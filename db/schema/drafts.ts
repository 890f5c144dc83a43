import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow, instant } from '../columns'
import { draftKinds } from '../vocabulary'
import { contributors } from './contributors'
import { requests } from './requests'
import { users } from './users'

export const draftKind = pgEnum('draft_kind', draftKinds)

/** Bozza: what a person is writing. Its id, made with the form, becomes the id of what is sent. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid().primaryKey(),
    kind: draftKind().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    /** Of an istanza, its kind: such a draft is shared by whoever may act for the contributor. */
    applicationKind: text(),
    /** The request being answered, for an entry of its thread. */
    requestId: uuid().references(() => requests.id),
    content: jsonb().$type<Record<string, string>>().notNull(),
    /** 0 while only files were chosen; then one more at each save. */
    version: integer().notNull(),
    /** The form that saved last: it may go on without asking; another must have seen its version. */
    writer: uuid(),
    /** Who saved last, when it is not the author. */
    editorId: uuid().references(() => users.id),
    /** «Da inviare»: when, by whom and with which words an istanza was handed to somebody who may send it. */
    handedAt: instant(),
    handedBy: uuid().references(() => users.id),
    handedNote: text(),
    createdAt: bornNow(),
    updatedAt: bornNow(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    index().on(table.contributorId, table.authorId, table.updatedAt),
    index().on(table.authorId, table.requestId),
    index().on(table.expiresAt),
    index('drafts_of_applications')
      .on(table.contributorId, table.updatedAt)
      .where(sql`application_kind is not null`),
    index('drafts_to_send')
      .on(table.contributorId, table.handedAt.desc().nullsFirst(), table.id)
      .where(sql`handed_at is not null`),
    check('handed_whole', sql`(${table.handedAt} is null) = (${table.handedBy} is null)`),
  ],
)
