import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow } from '../columns'
import { accessTitle, contributors } from './contributors'
import { changeName } from './notifications'
import { users } from './users'

/** Registro: append-only trace of who changed what, as whom, for whom. A trigger refuses UPDATE and DELETE. */
export const auditEvents = pgTable(
  'audit_events',
  {
    sequence: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: bornNow(),
    actorKind: text().notNull(),
    actorId: uuid().references(() => users.id),
    /** Title under which a person acted for the contributor. */
    title: accessTitle(),
    contributorId: uuid().references(() => contributors.id),
    change: changeName().notNull(),
    entityId: uuid().notNull(),
    details: jsonb().$type<Record<string, string | number>>(),
  },
  (table) => [index().on(table.entityId), index().on(table.contributorId, table.sequence)],
)
