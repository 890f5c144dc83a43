import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { contacts } from '@/db/schema'
import type { ContributorSide, Person } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { post } from '@/lib/notifications/post'
import { Invalid, Refusal } from '@/lib/refusal'
import { mayLeaveNow } from '../departing'
import { farewellMessage } from '../messages'
import { canRemove, contactsRight, kindsFor, visibleContacts } from '../policy'
import type { TypedContact } from '../schema'
import { holdContacts, issueCode } from './code'

const notYours = () => new Refusal('forbidden', 'Con il titolo con cui agisci puoi vedere i recapiti, non cambiarli.')
const gone = () => new Refusal('conflict', 'Questo recapito nel frattempo è cambiato: ricarica la pagina.')

/**
 * Writes down a contact (domain.md §9.5). Who may change contacts has a code sent to it at once, or at the first hour in
 * which SMS leave when they ask; what a delegate proposes waits for a representative. What the same hand left half-way
 * gives way; the same contact again is the one already there.
 * @returns its id, and whether a code is on its way
 * @throws Refusal('forbidden') under a title that only reads; Invalid when it is the one in use; Refusal('too-many')
 */
export async function proposeContact(
  actor: ContributorSide | Person,
  { kind, value }: TypedContact,
  now = new Date(),
): Promise<{ id: string; coded: boolean }> {
  const right = contactsRight(actor)
  if (right === 'read') throw notYours()
  if (!kindsFor(actor).includes(kind)) throw new Refusal('invalid', 'Questo tipo di recapito qui non si usa.')
  let found: string | undefined
  let coded = false
  const made = await change(actor, 'contact.proposed', async (tx) => {
    await holdContacts(actor, tx)
    const current = await tx
      .select({ id: contacts.id, value: contacts.value, status: contacts.status, createdBy: contacts.createdBy })
      .from(contacts)
      .where(
        and(
          visibleContacts(actor),
          eq(contacts.kind, kind),
          inArray(contacts.status, ['proposed', 'unverified', 'verified']),
        ),
      )
    const same = current.find((one) => one.value === value && (one.status !== 'proposed' || right === 'propose'))
    if (same?.status === 'verified') throw new Invalid({ value: ['È già il recapito in uso.'] })
    found = same?.id
    if (same) return undefined
    const status = right === 'change' ? ('unverified' as const) : ('proposed' as const)
    const halfWay = current.filter(
      (one) =>
        (one.status === status && (status === 'unverified' || one.createdBy === actor.id)) || one.value === value,
    )
    if (halfWay.length > 0)
      await tx
        .update(contacts)
        .set({ status: 'replaced', endedAt: now })
        .where(
          inArray(
            contacts.id,
            halfWay.map(({ id }) => id),
          ),
        )
    const owner = actor.kind === 'contributor' ? { contributorId: actor.contributorId } : { userId: actor.id }
    const [contact] = await tx
      .insert(contacts)
      .values({ ...owner, kind, value, status, createdBy: actor.id, createdAt: now })
      .returning()
    coded = status === 'unverified' && mayLeaveNow(kind, now)
    if (coded) await issueCode(actor, tx, contact!, now)
    return { id: contact!.id, details: { kind } }
  })
  return { id: made?.id ?? found!, coded }
}

/** A proposal waiting for a representative, held until the change ends. */
async function holdProposal(actor: ContributorSide, tx: Transaction, contactId: string) {
  if (contactsRight(actor) !== 'change') throw notYours()
  await holdContacts(actor, tx)
  const [contact] = await tx
    .select()
    .from(contacts)
    .where(and(visibleContacts(actor), eq(contacts.id, contactId)))
    .for('update')
  if (!contact) throw gone()
  return contact
}

/**
 * A representative takes as good what a delegate proposed: a code is sent to it, and it is used once verified.
 * @throws Refusal('conflict') when the proposal is no longer there; Refusal('too-many') past the codes of an hour
 */
export async function confirmContact(
  actor: ContributorSide,
  { contactId }: { contactId: string },
  now = new Date(),
): Promise<{ coded: boolean }> {
  let coded = false
  await change(actor, 'contact.confirmed', async (tx) => {
    const contact = await holdProposal(actor, tx, contactId)
    if (contact.status === 'unverified' && contact.confirmedBy === actor.id) return undefined
    if (contact.status !== 'proposed') throw gone()
    await tx
      .update(contacts)
      .set({ status: 'replaced', endedAt: now })
      .where(and(visibleContacts(actor), eq(contacts.kind, contact.kind), eq(contacts.status, 'unverified')))
    await tx.update(contacts).set({ status: 'unverified', confirmedBy: actor.id }).where(eq(contacts.id, contact.id))
    coded = mayLeaveNow(contact.kind, now)
    if (coded) await issueCode(actor, tx, contact, now)
    return { id: contact.id, details: { kind: contact.kind } }
  })
  return { coded }
}

/**
 * A representative refuses what a delegate proposed.
 * @throws Refusal('conflict') when the proposal is no longer there
 */
export async function declineContact(actor: ContributorSide, { contactId }: { contactId: string }, now = new Date()) {
  await change(actor, 'contact.declined', async (tx) => {
    const contact = await holdProposal(actor, tx, contactId)
    if (contact.status === 'declined') return undefined
    if (contact.status !== 'proposed') throw gone()
    await tx.update(contacts).set({ status: 'declined', endedAt: now }).where(eq(contacts.id, contact.id))
    return { id: contact.id, details: { kind: contact.kind } }
  })
}

/**
 * Takes a contact away: it stays in the history, and if it was in use who had it is told.
 * @throws Refusal('forbidden') under a title that may not; Refusal('conflict') when it is not there (any more)
 */
export async function removeContact(
  actor: ContributorSide | Person,
  { contactId }: { contactId: string },
  now = new Date(),
) {
  if (contactsRight(actor) === 'read') throw notYours()
  await change(actor, 'contact.removed', async (tx) => {
    await holdContacts(actor, tx)
    const [contact] = await tx
      .select()
      .from(contacts)
      .where(and(visibleContacts(actor), eq(contacts.id, contactId)))
      .for('update')
    if (contact?.status === 'removed') return undefined
    if (!contact || contact.endedAt) throw gone()
    if (!canRemove(actor, contact)) throw notYours()
    await tx.update(contacts).set({ status: 'removed', endedAt: now }).where(eq(contacts.id, contact.id))
    if (contact.status === 'verified') await post(tx, [farewellMessage(contact, 'contact.removed', now)])
    return { id: contact.id, details: { kind: contact.kind } }
  })
}
