import 'server-only'
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { sessions, users } from '@/db/schema'
import { change, type Transaction } from '@/lib/change'
import { env } from '@/lib/env'
import { forgiveAttempts, forgiveAtOnce, spendAnyway, spendAttempt } from '@/lib/limits/count'
import { log } from '@/lib/logging/log'
import { Invalid, Refusal } from '@/lib/refusal'
import type { Person, Visitor } from './actor'
import { hashPin, pinMatches } from './pin'
import { pinSchema } from './pin-rules'
import { findCredentials, findOwnCredentials, isProven } from './queries'
import type { ChoosePin, SignIn } from './schema'
import { hashToken, newToken, pseudonym } from './token'
import { verify } from './verify'

function tooMany() {
  log('warn', 'sign-in.limited')
  return new Refusal('too-many', 'Troppi tentativi: riprova tra 15 minuti.')
}
function notRight() {
  log('warn', 'sign-in.refused')
  return new Refusal('invalid', 'Codice fiscale o PIN non corretti')
}

/**
 * Signs a person in and starts a session.
 * @param address where the attempt comes from, as far as it can be trusted
 * @param browser how the person will recognise this session in «Sessioni attive»
 * @returns the token that opens the session, kept by nobody else
 * @throws Refusal with the same words for an unknown code and a wrong PIN, after the same time; or 'too-many'
 */
export async function signIn(actor: Visitor, { codiceFiscale, pin }: SignIn, address: string, browser: string) {
  const account = pseudonym('sign-in-account', codiceFiscale)
  if (!(await spendAnyway(pseudonym('sign-in-address', address), env.LIMIT_SIGN_IN_PER_ADDRESS))) throw tooMany()
  if (!(await spendAttempt(account))) throw tooMany()
  const user = await findCredentials(actor, codiceFiscale)
  const right = await pinMatches(user?.pinHash, pin)
  if (!user?.usable || !right) throw notRight()
  const token = newToken()
  const person = verify({ kind: 'person', id: user.id, sessionId: '', pinLevel: 'online' })
  await change(person, 'session.started', async (tx) => {
    await forgiveAttempts(tx, account)
    await endOldestSessions(tx, user.id)
    const [session] = await tx
      .insert(sessions)
      .values({ userId: user.id, tokenHash: hashToken(token), browser })
      .returning({ id: sessions.id })
    return session!
  })
  log('info', 'sign-in.done', { actorId: user.id })
  return token
}

/** Leaves room for one more session: the oldest end. The lock on the person keeps two sign-ins from both counting it free. */
async function endOldestSessions(tx: Transaction, userId: string) {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
  const surplus = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .offset(env.SESSIONS_PER_PERSON - 1)
  for (const { id } of surplus)
    await tx
      .update(sessions)
      .set({ endedAt: sql`now()` })
      .where(eq(sessions.id, id))
}

/** Ends one of the person's own sessions. @throws Refusal('conflict') when it is not there, or not theirs. */
export function endSession(actor: Person, sessionId: string) {
  return change(actor, 'session.ended', async (tx) => {
    const [session] = await tx
      .update(sessions)
      .set({ endedAt: sql`now()` })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.id), isNull(sessions.endedAt)))
      .returning({ id: sessions.id })
    if (!session) throw new Refusal('conflict', 'Questa sessione è già terminata.')
    return session
  })
}

/**
 * Replaces the PIN, asking the present one (ASVS 6.2.3). The first choice also retires the initial PIN of 16 characters.
 * @throws Invalid on the field that is wrong
 */
export async function choosePin(actor: Person, { currentPin, newPin, endOtherSessions }: ChoosePin) {
  const { user, account, right } = await tryOwnPin(actor, currentPin)
  if (!right) throw new Invalid({ currentPin: ['Il PIN attuale non è corretto'] })
  if (newPin === currentPin) throw new Invalid({ newPin: ['Scegli un PIN diverso da quello attuale'] })
  const judged = pinSchema(user.codiceFiscale).safeParse(newPin)
  if (!judged.success) throw new Invalid({ newPin: judged.error.issues.map((issue) => issue.message) })
  const pinHash = await hashPin(newPin)
  return change(actor, 'pin.chosen', async (tx) => {
    await forgiveAttempts(tx, account)
    await tx
      .update(users)
      .set({ pinHash, pinChosenAt: sql`now()`, initialPinExpiresAt: null })
      .where(eq(users.id, actor.id))
    if (endOtherSessions)
      await tx
        .update(sessions)
        .set({ endedAt: sql`now()` })
        .where(and(eq(sessions.userId, actor.id), ne(sessions.id, actor.sessionId), isNull(sessions.endedAt)))
    return { id: actor.id }
  })
}

/**
 * Counts one try of the person's own PIN, as a sign-in of theirs: the same counter, pauses and time taken.
 * @throws Refusal('too-many') past the tries
 */
async function tryOwnPin(actor: Person, pin: string) {
  const user = (await findOwnCredentials(actor))!
  const account = pseudonym('sign-in-account', user.codiceFiscale)
  if (!(await spendAttempt(account))) throw tooMany()
  const right = await pinMatches(user.pinHash, pin)
  if (!right) log('warn', 'sign-in.refused')
  return { user, account, right }
}

/**
 * Who is signed in proves again who they are, before an act that changes how somebody is reached (ASVS 7.5.1). A moment
 * after sign-in nothing is asked.
 * @param pin as typed; undefined when the form did not ask for it
 * @throws Invalid on `pin` when it is missing or wrong; Refusal('too-many') as at sign-in
 */
export async function proveAgain(actor: Person, pin: string | undefined) {
  if (await isProven(actor)) return
  if (!pin) throw new Invalid({ pin: ['Scrivi il PIN con cui sei entrato'] })
  const { account, right } = await tryOwnPin(actor, pin)
  if (!right) throw new Invalid({ pin: ['Il PIN non è corretto'] })
  await forgiveAtOnce(account)
}
