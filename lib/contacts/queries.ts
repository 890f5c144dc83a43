import 'server-only'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { auditEvents, contactCodes, contacts, firms, users } from '@/db/schema'
import type { ContributorSide, Person } from '@/lib/auth/actor'
import { visibleContacts } from './policy'

const author = alias(users, 'author')

/**
 * The contacts in use, those that wait for their code and those proposed, by kind: one in use and one waiting at most, of
 * proposals as many as there are delegates. `codeSent` is whether a code that may still be used is on its way.
 */
export function listContacts(actor: ContributorSide | Person) {
  return db
    .select({
      id: contacts.id,
      kind: contacts.kind,
      value: contacts.value,
      status: contacts.status,
      createdAt: contacts.createdAt,
      createdBy: contacts.createdBy,
      author: sql<string>`${author.firstName} || ' ' || ${author.lastName}`,
      verifiedAt: contacts.verifiedAt,
      codeSent: sql<boolean>`exists (select from ${contactCodes} where ${contactCodes.contactId} = ${contacts.id}
        and ${contactCodes.usedAt} is null and ${contactCodes.expiresAt} > now())`,
    })
    .from(contacts)
    .innerJoin(author, eq(author.id, contacts.createdBy))
    .where(and(visibleContacts(actor), inArray(contacts.status, ['proposed', 'unverified', 'verified'])))
    .orderBy(asc(contacts.kind), desc(contacts.status), asc(contacts.createdAt))
}
export type Contact = Awaited<ReturnType<typeof listContacts>>[number]

/** How much of the history a page shows. */
const shownEvents = 50

/** What was done to these contacts, by whom and as whom, the latest first, fifty at most. */
export function listContactEvents(actor: ContributorSide | Person) {
  return db
    .select({
      id: auditEvents.sequence,
      at: auditEvents.at,
      change: auditEvents.change,
      kind: contacts.kind,
      value: contacts.value,
      person: sql<string | null>`${author.firstName} || ' ' || ${author.lastName}`,
      title: auditEvents.title,
      firm: firms.denomination,
    })
    .from(contacts)
    .innerJoin(auditEvents, eq(auditEvents.entityId, contacts.id))
    .leftJoin(author, eq(author.id, auditEvents.actorId))
    .leftJoin(firms, sql`${firms.id}::text = ${auditEvents.details} ->> 'firm'`)
    .where(visibleContacts(actor))
    .orderBy(desc(auditEvents.sequence))
    .limit(shownEvents)
}
export type ContactEvent = Awaited<ReturnType<typeof listContactEvents>>[number]

/**
 * Whether the contributor has to be invited to tell its PEC: it has none verified (message of 6 October 2015: «soprattutto
 * la PEC»). An invitation, never a block. `waiting` when one is there and waits for its code or its confirmation.
 */
export async function findPecInvitation(actor: ContributorSide) {
  const pecs = await db
    .select({ status: contacts.status })
    .from(contacts)
    .where(
      and(
        visibleContacts(actor),
        eq(contacts.kind, 'pec'),
        inArray(contacts.status, ['proposed', 'unverified', 'verified']),
      ),
    )
  if (pecs.some(({ status }) => status === 'verified')) return undefined
  return { waiting: pecs.length > 0 }
}
