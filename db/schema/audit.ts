import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bornNow } from '../columns'
import { accessTitle, contributors } from './contributors'
import { changeName } from './notifications'
import { users } from './users'

/**
 * Registro: append-only trace of who changed what, as whom, for whom. Triggers refuse UPDATE and DELETE, give each event
 * the number after the last one, and chain it to that one by its hash (`lib/audit/chain.ts`).
 */
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
    /** SHA-256 of the hash before it and of this event's words, hexadecimal. Written by the trigger. */
    hash: text().notNull().default(''),
  },
  (table) => [
    index().on(table.entityId),
    index().on(table.contributorId, table.sequence),
    index('audit_events_of_firm').on(sql`(details ->> 'firm')`, table.sequence),
  ],
)
