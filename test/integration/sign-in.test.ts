import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { limits, sessions, users } from '@/db/schema'
import { transaction } from '@/db/write'
import { openAccount } from '@/lib/accounts/commands'
import { choosePin, signIn } from '@/lib/auth/commands'
import { hashPin } from '@/lib/auth/pin'
import { findSession } from '@/lib/auth/queries'
import { signInSchema } from '@/lib/auth/schema'
import { hashToken, pseudonym } from '@/lib/auth/token'
import { auditOf, aUser, execute, newCodiceFiscale, person, rows, system, visitor } from '../factories'

const pin = 'cavallo di battaglia'
const wrongPin = 'cavallo di ritorno'
const notRight = { kind: 'invalid', message: 'Codice fiscale o PIN non corretti' }
const tooMany = { kind: 'too-many', message: 'Troppi tentativi: riprova tra 15 minuti.' }

/** One attempt as the form sends it, each from an address of its own unless said otherwise. */
const attempt = (codiceFiscale: string, typed = pin, address: string = v7()) =>
  signIn(visitor(), signInSchema.parse({ codiceFiscale, pin: typed }), address, 'Firefox su Linux')

const outcomeOf = (attempted: Promise<unknown>) =>
  attempted.then(
    () => 'in',
    (error: { kind: string }) => error.kind,
  )
const tally = (outcomes: string[]) =>
  Object.fromEntries([...new Set(outcomes)].map((one) => [one, outcomes.filter((other) => other === one).length]))

type Counter = { count: number; pause: number; blocked: boolean }
async function counterOf(scope: string, value: string): Promise<Counter | undefined> {
  const [counter] = await rows<Counter>(sql`
    select count, extract(epoch from blocked_until - counted_since)::int as pause, blocked_until > now() as blocked
    from limits where key = ${pseudonym(scope, value)}`)
  return counter
}
const ofAccount = (codiceFiscale: string) => counterOf('sign-in-account', codiceFiscale)

/** As if so much time had gone by since the last attempt on an account, or from an address. */
const afterSeconds = (seconds: number, scope: string, value: string) =>
  execute(sql`
    update limits set counted_since = counted_since - make_interval(secs => ${seconds}),
      blocked_until = blocked_until - make_interval(secs => ${seconds})
    where key = ${pseudonym(scope, value)}`)

describe('with the right PIN', () => {
  test('a session begins, of which the portal keeps no token, and the record says so', async () => {
    const user = await aUser({ pin })
    const token = await attempt(user.codiceFiscale)
    const session = await findSession(visitor(), token)
    expect(session).toMatchObject({ userId: user.id, stands: true, pinLevel: 'dispositivo' })
    const [kept] = await transaction((tx) => tx.select().from(sessions).where(eq(sessions.userId, user.id)))
    expect(kept).toMatchObject({ tokenHash: hashToken(token), browser: 'Firefox su Linux', endedAt: null })
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(await auditOf(session!.id)).toMatchObject([
      { change: 'session.started', actorKind: 'person', actorId: user.id, contributorId: null, details: null },
    ])
  })

  test('the codice fiscale may be written in small letters and with spaces', async () => {
    const { codiceFiscale } = await aUser({ pin })
    const asTyped = ` ${codiceFiscale.slice(0, 6).toLowerCase()} ${codiceFiscale.slice(6)} `
    await expect(attempt(asTyped)).resolves.toEqual(expect.any(String))
  })

  test('each session has a token of its own', async () => {
    const { codiceFiscale } = await aUser({ pin })
    expect(await attempt(codiceFiscale)).not.toBe(await attempt(codiceFiscale))
  })
})

describe('without it', () => {
  test('the words are the same whoever is asked for, and no session begins', async () => {
    const past = new Date(Date.now() - 1000)
    const people = {
      known: [(await aUser({ pin })).codiceFiscale, wrongPin],
      unknown: [newCodiceFiscale(), pin],
      'not a codice fiscale': ['INPS', pin],
      disabled: [(await aUser({ pin, disabledAt: past })).codiceFiscale, pin],
      'with an initial PIN gone by': [
        (await aUser({ pin, pinChosenAt: null, initialPinExpiresAt: past })).codiceFiscale,
        pin,
      ],
      'with the case changed': [(await aUser({ pin })).codiceFiscale, pin.toUpperCase()],
      'with a space more': [(await aUser({ pin })).codiceFiscale, `${pin} `],
    } as const
    const before = await rows(sql`select count(*) from sessions`)
    for (const [codiceFiscale, typed] of Object.values(people))
      await expect(attempt(codiceFiscale, typed)).rejects.toMatchObject(notRight)
    expect(await rows(sql`select count(*) from sessions`)).toEqual(before)
  })

  test('an unknown person waits for the same hashing as a known one: with no turn left both are sent away', async () => {
    const { codiceFiscale } = await aUser({ pin })
    let busy = true
    const keepBusy = async () => {
      while (busy) await hashPin('somebody else’s PIN')
    }
    const turns = Array.from({ length: 54 }, keepBusy)
    const [known, unknown] = await Promise.allSettled([attempt(codiceFiscale, wrongPin), attempt(newCodiceFiscale())])
    busy = false
    await Promise.all(turns)
    expect(known).toMatchObject({ status: 'rejected', reason: { kind: 'too-many' } })
    expect(known).toMatchObject({ reason: { message: 'Troppe richieste in questo momento: riprova tra un minuto.' } })
    expect(unknown).toEqual(known)
  })
})

describe('the limit of an account', () => {
  test('lets five attempts through, then one after each ever longer pause, then none for a quarter of an hour', async () => {
    const { codiceFiscale } = await aUser({ pin })
    const pauses: (number | null)[] = []
    for (let failure = 1; failure <= 10; failure++) {
      await expect(attempt(codiceFiscale, wrongPin)).rejects.toMatchObject(notRight)
      const counter = (await ofAccount(codiceFiscale))!
      expect(counter.count).toBe(failure)
      pauses.push(counter.pause)
      if (failure < 10) await afterSeconds(counter.pause ?? 0, 'sign-in-account', codiceFiscale)
    }
    expect(pauses).toEqual([null, null, null, null, 1, 2, 4, 8, 16, 900])
  })

  test('refuses even the right PIN until it has passed, without counting, and then forgets', async () => {
    const { codiceFiscale } = await aUser({ pin })
    await locked(codiceFiscale)
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => outcomeOf(attempt(codiceFiscale))))
    expect(tally(outcomes)).toEqual({ 'too-many': 100 })
    await expect(attempt(codiceFiscale)).rejects.toMatchObject(tooMany)
    expect(await ofAccount(codiceFiscale)).toMatchObject({ count: 10, blocked: true })

    await afterSeconds(890, 'sign-in-account', codiceFiscale)
    await expect(attempt(codiceFiscale)).rejects.toMatchObject(tooMany)
    await afterSeconds(11, 'sign-in-account', codiceFiscale)
    await expect(attempt(codiceFiscale)).resolves.toEqual(expect.any(String))
    expect(await ofAccount(codiceFiscale)).toBeUndefined()
  })

  test('is kept under a hundred attempts at once: only those counted ever reach the hashing', async () => {
    const { codiceFiscale } = await aUser({ pin })
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => outcomeOf(attempt(codiceFiscale, wrongPin))))
    const counter = (await ofAccount(codiceFiscale))!
    const { invalid = 0, 'too-many': refused = 0 } = tally(outcomes)
    expect(invalid + refused).toBe(100)
    expect(invalid).toBe(counter.count)
    expect(counter.count).toBeGreaterThanOrEqual(5)
    expect(counter.count).toBeLessThanOrEqual(10)
  })

  test('is the same for a codice fiscale that nobody has', async () => {
    const nobody = newCodiceFiscale()
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => outcomeOf(attempt(nobody))))
    expect(tally(outcomes).invalid).toBe((await ofAccount(nobody))!.count)
    expect(tally(outcomes).invalid).toBeLessThanOrEqual(10)
  })

  test('forgets the wrong attempts after a right one', async () => {
    const { codiceFiscale } = await aUser({ pin })
    for (const typed of [wrongPin, wrongPin, wrongPin, wrongPin, pin, wrongPin, wrongPin, wrongPin, wrongPin, pin]) {
      const expected = typed === pin ? 'in' : 'invalid'
      expect(await outcomeOf(attempt(codiceFiscale, typed))).toBe(expected)
    }
  })

  test('forgets them also after a quarter of an hour of silence', async () => {
    const { codiceFiscale } = await aUser({ pin })
    for (let failure = 0; failure < 4; failure++) await outcomeOf(attempt(codiceFiscale, wrongPin))
    await afterSeconds(901, 'sign-in-account', codiceFiscale)
    await outcomeOf(attempt(codiceFiscale, wrongPin))
    expect(await ofAccount(codiceFiscale)).toMatchObject({ count: 1, pause: null })
  })

  test('is of one account alone', async () => {
    const { codiceFiscale } = await aUser({ pin })
    await locked((await aUser({ pin })).codiceFiscale)
    expect(await outcomeOf(attempt(codiceFiscale))).toBe('in')
  })

  const locked = async (codiceFiscale: string) => {
    for (let failure = 1; failure <= 10; failure++) {
      await outcomeOf(attempt(codiceFiscale, wrongPin))
      if (failure < 10) await afterSeconds(20, 'sign-in-account', codiceFiscale)
    }
    expect(await ofAccount(codiceFiscale)).toMatchObject({ count: 10, pause: 900 })
  }
})

describe('the limit of an address', () => {
  test('lets ten attempts through in three minutes, whoever they are for, even at once', async () => {
    const address = v7()
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => outcomeOf(attempt(newCodiceFiscale(), pin, address))),
    )
    expect(tally(outcomes)).toEqual({ invalid: 10, 'too-many': 30 })
  })

  test('refuses a right PIN too, until three minutes have passed; other addresses go on', async () => {
    const { codiceFiscale } = await aUser({ pin })
    const address = v7()
    for (let count = 0; count < 10; count++) await outcomeOf(attempt(newCodiceFiscale(), pin, address))
    await expect(attempt(codiceFiscale, pin, address)).rejects.toMatchObject(tooMany)
    expect(await outcomeOf(attempt(codiceFiscale, pin))).toBe('in')
    await afterSeconds(181, 'sign-in-address', address)
    expect(await outcomeOf(attempt(codiceFiscale, pin, address))).toBe('in')
  })

  test('spares the account: what an address may no longer try is not counted on it', async () => {
    const { codiceFiscale } = await aUser({ pin })
    const address = v7()
    for (let count = 0; count < 10; count++) await outcomeOf(attempt(newCodiceFiscale(), pin, address))
    for (let count = 0; count < 20; count++) await outcomeOf(attempt(codiceFiscale, wrongPin, address))
    expect(await ofAccount(codiceFiscale)).toBeUndefined()
  })
})

test('what is counted holds no address and no codice fiscale', async () => {
  const nobody = newCodiceFiscale()
  await outcomeOf(attempt(nobody, pin, '198.51.100.77'))
  const kept = JSON.stringify(await transaction((tx) => tx.select().from(limits)))
  expect(kept).not.toContain(nobody)
  expect(kept).not.toContain('198.51.100.77')
})

describe('an initial PIN', () => {
  const wanted = { firstName: 'Anna', lastName: 'Prova' }

  test('has 16 characters, opens a session in which it must be replaced, and then is worth nothing', async () => {
    const codiceFiscale = newCodiceFiscale()
    const { id, initialPin } = await openAccount(system(), { ...wanted, codiceFiscale })
    expect(initialPin).toHaveLength(16)
    const session = (await findSession(visitor(), await attempt(codiceFiscale, initialPin)))!
    expect(session.pinChosenAt).toBeNull()

    await choosePin(person(id, session.id), { currentPin: initialPin, newPin: pin, repeatedPin: pin })
    await expect(attempt(codiceFiscale, initialPin)).rejects.toMatchObject(notRight)
    const chosen = await findSession(visitor(), await attempt(codiceFiscale))
    expect(chosen?.pinChosenAt).toEqual(expect.any(Date))
  })

  test('stops working on its day, also for whoever never used it', async () => {
    const codiceFiscale = newCodiceFiscale()
    const { id, initialPin } = await openAccount(system(), { ...wanted, codiceFiscale })
    const [user] = await transaction((tx) => tx.select().from(users).where(eq(users.id, id)))
    expect(user!.initialPinExpiresAt!.getTime()).toBeGreaterThan(Date.now())
    await execute(sql`update users set initial_pin_expires_at = now() where id = ${id}`)
    await expect(attempt(codiceFiscale, initialPin)).rejects.toMatchObject(notRight)
  })
})

describe('choosing a PIN', () => {
  const choose = (id: string, newPin: string, currentPin = pin) =>
    choosePin(person(id), { currentPin, newPin, repeatedPin: newPin })

  test('asks for the present one, and counts the wrong answers with those at sign-in', async () => {
    const user = await aUser({ pin })
    for (let failure = 0; failure < 5; failure++)
      await expect(choose(user.id, 'un altro bel PIN', wrongPin)).rejects.toMatchObject({
        errors: { currentPin: ['Il PIN attuale non è corretto'] },
      })
    expect(await ofAccount(user.codiceFiscale)).toMatchObject({ count: 5, pause: 1 })
    await afterSeconds(20, 'sign-in-account', user.codiceFiscale)
    await choose(user.id, 'un altro bel PIN')
    expect(await ofAccount(user.codiceFiscale)).toBeUndefined()
  })

  test('is kept within the limits under a hundred wrong answers at once', async () => {
    const user = await aUser({ pin })
    const answers = Array.from({ length: 100 }, () => choose(user.id, 'un altro bel PIN', wrongPin))
    const settled = await Promise.allSettled(answers)
    const judged = settled.filter((one) => one.status === 'rejected' && 'errors' in one.reason)
    expect(judged).toHaveLength((await ofAccount(user.codiceFiscale))!.count)
    expect(judged.length).toBeLessThanOrEqual(10)
  })

  test.each([
    ['the present one', () => pin],
    ['one too short', () => 'corto'],
    ['one of 65 characters', () => 'x1'.repeat(32) + 'y'],
    ['one in everybody’s use', () => 'password1'],
    ['a piece of the codice fiscale', ({ codiceFiscale }: { codiceFiscale: string }) => codiceFiscale.slice(2, 10)],
  ])('refuses %s, and the old one stays', async (_, chosen) => {
    const user = await aUser({ pin })
    await expect(choose(user.id, chosen(user))).rejects.toMatchObject({
      errors: { newPin: [expect.any(String)] },
    })
    expect(await outcomeOf(attempt(user.codiceFiscale))).toBe('in')
    expect(await auditOf(user.id)).toEqual([])
  })

  test('ends the other sessions when asked to, and leaves a trace that does not hold it', async () => {
    const user = await aUser({ pin })
    const [here, there] = [await attempt(user.codiceFiscale), await attempt(user.codiceFiscale)]
    const { id: sessionId } = (await findSession(visitor(), here))!
    const newPin = 'un altro bel PIN'
    await choosePin(person(user.id, sessionId), {
      currentPin: pin,
      newPin,
      repeatedPin: newPin,
      endOtherSessions: 'on',
    })
    expect(await findSession(visitor(), here)).toMatchObject({ stands: true })
    expect(await findSession(visitor(), there)).toBeUndefined()
    const traces = await auditOf(user.id)
    expect(traces).toMatchObject([{ change: 'pin.chosen', actorId: user.id }])
    expect(JSON.stringify(traces)).not.toContain(newPin)
  })

  test('leaves the other sessions alone otherwise', async () => {
    const user = await aUser({ pin })
    const there = await attempt(user.codiceFiscale)
    await choose(user.id, 'un altro bel PIN')
    expect(await findSession(visitor(), there)).toMatchObject({ stands: true })
  })
})
