import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bornNow, identifier, instant } from '../columns'
import {
  delegationChannels,
  delegationScopes,
  delegationStatuses,
  representativeStatuses,
  threadSides,
} from '../vocabulary'
import { contributors } from './contributors'
import { firms } from './firm'
import { users } from './users'

export const delegationChannel = pgEnum('delegation_channel', delegationChannels)
export const delegationScope = pgEnum('delegation_scope', delegationScopes)
export const delegationStatus = pgEnum('delegation_status', delegationStatuses)
export const representativeStatus = pgEnum('representative_status', representativeStatuses)
export const appointingSide = pgEnum('appointing_side', threadSides)

/**
 * Delega, attached to the contributor's position (circ. 126/2013; msg 104/2026). Only an active one gives rights, and those
 * are rows of `accesses`. Never deleted: kept until five years after its end (msg 20976/2013).
 */
export const delegations = pgTable(
  'delegations',
  {
    id: identifier(),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    channel: delegationChannel().notNull(),
    scope: delegationScope().notNull(),
    exclusive: boolean().notNull(),
    status: delegationStatus().notNull(),
    /** To whom it is given, a natural person; `delegateId` once they accepted, or compiled it. */
    delegateCode: text().notNull(),
    delegateId: uuid().references(() => users.id),
    /** The firm whose holder the delegate is: its people may be subdelegated. */
    firmId: uuid().references(() => firms.id),
    /** First and last day, in Rome; without a last day, until it is ended. */
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: bornNow(),
    /** Indirect: the day on which the contributor signed it, as declared by who validated it. */
    signedOn: date({ mode: 'string' }),
    activatedAt: instant(),
    activatedBy: uuid().references(() => users.id),
    endedAt: instant(),
    endedBy: uuid().references(() => users.id),
    /** Why it was revoked, renounced, suspended. */
    reason: text(),
  },
  (table) => [
    index('delegations_waiting')
      .on(table.delegateCode)
      .where(sql`status = 'proposed'`),
    index().on(table.contributorId, table.status),
    index().on(table.delegateCode),
    index().on(table.firmId, table.status),
    index('delegations_to_expire')
      .on(table.endsOn)
      .where(sql`status in ('active', 'suspended') and ends_on is not null`),
    check('it_does_not_end_before_it_starts', sql`ends_on is null or ends_on >= starts_on`),
    check(
      'who_acts_is_known',
      sql`status not in ('active', 'suspended', 'expired', 'revoked', 'renounced') or (delegate_id is not null and activated_at is not null)`,
    ),
  ],
)

/** A worker within the perimeter of a partial delegation, from when to when. */
export const delegationWorkers = pgTable(
  'delegation_workers',
  {
    id: identifier(),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    codiceFiscale: text().notNull(),
    addedAt: bornNow(),
    removedAt: instant(),
  },
  (table) => [
    uniqueIndex('a_worker_is_there_once')
      .on(table.delegationId, table.codiceFiscale)
      .where(sql`removed_at is null`),
  ],
)

/** Altro responsabile: an employee with the legal representative's own rights, by the portal or on a SC72 (domain.md §3.4). */
export const representatives = pgTable(
  'representatives',
  {
    id: identifier(),
    contributorId: uuid()
      .notNull()
      .references(() => contributors.id),
    codiceFiscale: text().notNull(),
    /** Null until the person accepts. */
    userId: uuid().references(() => users.id),
    status: representativeStatus().notNull(),
    appointedBy: uuid()
      .notNull()
      .references(() => users.id),
    side: appointingSide().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }),
    createdAt: bornNow(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('one_appointment_for_each_person')
      .on(table.contributorId, table.codiceFiscale)
      .where(sql`status in ('proposed', 'active')`),
    index().on(table.codiceFiscale),
    check('an_appointment_does_not_end_before_it_starts', sql`ends_on is null or ends_on >= starts_on`),
  ],
)
