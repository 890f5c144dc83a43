import { index, integer, jsonb, pgEnum, pgTable, uuid } from 'drizzle-orm/pg-core'
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
    /** The request being answered, for an entry of its thread. */
    requestId: uuid().references(() => requests.id),
    content: jsonb().$type<Record<string, string>>().notNull(),
    /** 0 while only files were chosen; then one more at each save. */
    version: integer().notNull(),
    /** The form that saved last: it may go on without asking; another must have seen its version. */
    writer: uuid(),
    createdAt: bornNow(),
    updatedAt: bornNow(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    index().on(table.contributorId, table.authorId, table.updatedAt),
    index().on(table.authorId, table.requestId),
    index().on(table.expiresAt),
  ],
)
