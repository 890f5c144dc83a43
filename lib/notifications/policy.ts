import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { accesses, clientGroups, firmMembers, notificationPreferences, outgoingMessages } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'
import { openAccesses } from '@/lib/contributors/policy'

/** A person's own preferences. */
export const ownPreferences = (actor: Person): SQL => eq(notificationPreferences.userId, actor.id)

/** What was sent to a person, when it is known that it was to them. */
export const ownMessages = (actor: Person): SQL => eq(outgoingMessages.userId, actor.id)

/** What a preference may be about: a contributor one may act for now, or a group of the firm one is in now. */
export const mayHear = (actor: Person, about: 'contributor' | 'group', id: SQL): SQL =>
  about === 'contributor'
    ? sql`exists (select from ${accesses} where ${and(openAccesses(actor), eq(accesses.contributorId, id))})`
    : sql`exists (select from ${clientGroups} join ${firmMembers} on ${firmMembers.firmId} = ${clientGroups.firmId}
        where ${clientGroups.id} = ${id} and ${and(eq(firmMembers.userId, actor.id), isNotNull(firmMembers.acceptedAt), isNull(firmMembers.endedAt))})`
