import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { contactCodes, contacts, contributors, users } from '@/db/schema'
import type { ContributorSide, Person } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { change, type Transaction } from '@/lib/change'
import { env } from '@/lib/env'
import { spend } from '@/lib/limits/count'
import { post } from '@/lib/notifications/post'
import { Invalid, Refusal } from '@/lib/refusal'
import { codeMatches, codeMinutes, codePauseSeconds, codeTries, hashOfCode, newCode } from '../code'
import { mayLeaveNow } from '../departing'
import { codeMessage, farewellMessage } from '../messages'
import { contactsRight, visibleContacts } from '../policy'

type Contact = typeof contacts.$inferSelect

const tooMany = 'Hai chiesto molti codici in poco tempo: riprova tra un’ora.'

/** One at a time for each owner: two at once would both find nothing there. */
export const holdContacts = (actor: ContributorSide | Person, tx: Transaction) =>
  actor.kind === 'contributor'
    ? tx
        .select({ id: contributors.id })
        .from(contributors)
        .where(eq(contributors.id, actor.contributorId))
        .for('no key update')
    : tx.select({ id: users.id }).from(users).where(eq(users.id, actor.id)).for('no key update')

/** Part of the change that sends a code: the one before it is good no more. */
export async function issueCode(actor: ContributorSide | Person, tx: Transaction, contact: Contact, now: Date) {
  await spend(tx, pseudonym('codes-to', contact.value), env.LIMIT_CODES_PER_CONTACT, tooMany)
  await spend(tx, pseudonym('codes-by', actor.id), env.LIMIT_CODES_PER_PERSON, tooMany)
  const code = newCode()
  await tx.insert(contactCodes).values({
    contactId: contact.id,
    codeHash: hashOfCode(contact.id, code),
    sentAt: now,
    expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
  })
  await post(tx, [codeMessage(contact, code, actor.id)])
}

/** The contact that waits for its code, with the last one sent; held until the change ends. */
async function holdUnverified(actor: ContributorSide | Person, tx: Transaction, contactId: string) {
  if (contactsRight(actor) !== 'change')
    throw new Refusal('forbidden', 'I recapiti li verifica il contribuente: tu puoi proporli.')
  await holdContacts(actor, tx)
  const [contact] = await tx
    .select()
    .from(contacts)
    .where(and(visibleContacts(actor), eq(contacts.id, contactId)))
    .for('update')
  const [last] = contact
    ? await tx
        .select()
        .from(contactCodes)
        .where(eq(contactCodes.contactId, contact.id))
        .orderBy(desc(contactCodes.sentAt), desc(contactCodes.id))
        .limit(1)
    : []
  if (!contact || !['unverified', 'verified'].includes(contact.status))
    throw new Refusal('conflict', 'Questo recapito nel frattempo è cambiato: ricarica la pagina.')
  return { contact, last }
}

/**
 * Sends a new code to a contact that waits to be verified: six digits, ten minutes, one each thirty seconds.
 * @throws Refusal('too-many') too soon, or past the codes of an hour; Refusal('conflict') when it does not wait for one, or
 * outside the hours of SMS
 */
export async function sendCode(
  actor: ContributorSide | Person,
  { contactId }: { contactId: string },
  now = new Date(),
) {
  await change(actor, 'contact.code_sent', async (tx) => {
    const { contact, last } = await holdUnverified(actor, tx, contactId)
    if (contact.status === 'verified') throw new Refusal('conflict', 'Questo recapito è già verificato.')
    if (last && now.getTime() - last.sentAt.getTime() < codePauseSeconds * 1000)
      throw new Refusal(
        'too-many',
        `Il codice è appena partito: se non arriva puoi chiederne un altro tra ${codePauseSeconds} secondi.`,
      )
    if (!mayLeaveNow(contact.kind, now))
      throw new Refusal(
        'conflict',
        'Gli SMS partono dalle 9 alle 19: chiedi il codice in quelle ore. Il numero resta scritto.',
      )
    await issueCode(actor, tx, contact, now)
    return { id: contact.id, details: { kind: contact.kind } }
  })
}

const wrong = (left: number) =>
  left === 0
    ? `Il codice non è giusto, e dopo ${codeTries} tentativi non vale più: chiedine un altro.`
    : `Il codice non è giusto: ${left === 1 ? 'resta un tentativo' : `restano ${left} tentativi`}.`

/**
 * Takes a contact into use: the code is right, in time, and not mistyped five times before. What was in use is replaced, and
 * its address told so. A wrong code counts whatever happens next. The same code again, once it is verified, changes nothing.
 * @throws Invalid on the code when it is wrong, expired or dead; Refusal as `sendCode`
 */
export async function verifyContact(
  actor: ContributorSide | Person,
  { contactId, code }: { contactId: string; code: string },
  now = new Date(),
) {
  let refusal: string | undefined
  await change(actor, 'contact.verified', async (tx) => {
    const { contact, last } = await holdUnverified(actor, tx, contactId)
    if (contact.status === 'verified') return undefined
    refusal = await tryCode(tx, contact, last, code, now)
    if (refusal !== undefined) return undefined
    await takeIntoUse(actor, tx, contact, now)
    return { id: contact.id, details: { kind: contact.kind } }
  })
  if (refusal !== undefined) throw new Invalid({ code: [refusal] })
}

/** Counts one try of a code; gives why it opens nothing, if it doesn't. */
async function tryCode(
  tx: Transaction,
  contact: Contact,
  last: typeof contactCodes.$inferSelect | undefined,
  code: string,
  now: Date,
) {
  if (!last) return 'Per questo recapito non è ancora partito un codice: chiedilo.'
  if (last.tries >= codeTries) return wrong(0)
  if (last.expiresAt <= now) return `Il codice valeva ${codeMinutes} minuti: chiedine un altro.`
  const right = codeMatches(last.codeHash, contact.id, code)
  const tries = last.tries + 1
  await tx
    .update(contactCodes)
    .set({ tries, ...(right && { usedAt: now }) })
    .where(eq(contactCodes.id, last.id))
  return right ? undefined : wrong(codeTries - tries)
}

async function takeIntoUse(actor: ContributorSide | Person, tx: Transaction, contact: Contact, now: Date) {
  const replaced = await tx
    .update(contacts)
    .set({ status: 'replaced', endedAt: now })
    .where(and(visibleContacts(actor), eq(contacts.kind, contact.kind), eq(contacts.status, 'verified')))
    .returning()
  await tx.update(contacts).set({ status: 'verified', verifiedAt: now }).where(eq(contacts.id, contact.id))
  await post(
    tx,
    replaced.map((old) => farewellMessage(old, 'contact.verified', now)),
  )
}
