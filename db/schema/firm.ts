import { pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
import { bornNow, identifier } from '../columns'
import { firmKinds } from '../vocabulary'

export const firmKind = pgEnum('firm_kind', firmKinds)

/** Studio of an intermediary, or office of a national association, admitted by an administrator (domain.md §3.6). */
export const firms = pgTable('firms', {
  id: identifier(),
  kind: firmKind().notNull(),
  denomination: text().notNull(),
  createdAt: bornNow(),
})
