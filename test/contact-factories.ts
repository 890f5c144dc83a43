import { desc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { contacts, outgoingMessages } from '@/db/schema'
import type { ContactKind, DigestRhythm } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import type { ContributorSide, Person } from '@/lib/auth/actor'
import { proposeContact } from '@/lib/contacts/commands/propose'
import { keepPreferences } from '@/lib/notifications/commands'
import { unsaid, type Wish } from '@/lib/notifications/preference-schema'
import { person, rows } from './factories'

/** A contact already in use, made without its code. */
export async function aVerifiedContact(
  owner: { contributorId: string } | { userId: string },
  createdBy: string,
  value: string,
  kind: ContactKind = value.startsWith('+') ? 'mobile' : 'email',
) {
  const [contact] = await transaction((tx) =>
    tx
      .insert(contacts)
      .values({ ...owner, kind, value, status: 'verified', createdBy, verifiedAt: new Date() })
      .returning(),
  )
  return contact!
}

/** A contact written by hand, that waits for its code; gives its id. */
export const aContact = async (actor: ContributorSide | Person, value: string, kind: ContactKind = 'email') =>
  (await proposeContact(actor, { kind, value })).id

/** What a person wants, when it is not what holds for who said nothing. */
export const wishing = (userId: string, rhythm: DigestRhythm, ...wishes: Wish[]) =>
  keepPreferences(person(userId), {
    rhythm,
    wishes: unsaid.map((usual) => wishes.find(({ kind }) => kind === usual.kind) ?? usual),
  })

/** The last code that was sent to a contact, as whoever reads it finds it. */
export async function codeOf(contactId: string) {
  const [message] = await transaction((tx) =>
    tx
      .select({ body: outgoingMessages.body })
      .from(outgoingMessages)
      .where(eq(outgoingMessages.contactId, contactId))
      .orderBy(desc(outgoingMessages.id))
      .limit(1),
  )
  return /\b\d{6}\b/.exec(message!.body)![0]
}

/** What was promised to an address, oldest first. */
export const sentTo = (recipient: string) =>
  rows<{ id: string; change: string; channel: string; subject: string; body: string; user_id: string | null }>(sql`
    select id, change, channel, subject, body, user_id from outgoing_messages where recipient = ${recipient} order by id`)

/** What a delegate proposed for a contributor; gives its id. */
export async function aProposal(contributorId: string, createdBy: string) {
  const [proposal] = await transaction((tx) =>
    tx
      .insert(contacts)
      .values({ contributorId, kind: 'pec', value: `${v7()}@pec.example`, status: 'proposed', createdBy })
      .returning({ id: contacts.id }),
  )
  return proposal!.id
}
