import { asRequest } from '../request-scope'
import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import * as theirs from '@/app/area/[profile]/recapiti/action'
import * as own from '@/app/preferenze/action'
import { signIn } from '@/lib/auth/commands'
import { sessionCookie } from '@/lib/auth/cookie'
import { isProven } from '@/lib/auth/queries'
import { type FormState, idle } from '@/lib/form-state'
import { contactForms, pin } from '../contact-forms'
import { aSession, aUser, contributorSide, execute, footprint, person, rows, visitor } from '../factories'

beforeEach(() => execute(sql`delete from limits`))

/** A representative who signed in so many minutes ago, and how their browser posts a form. */
async function signedIn(minutes: number) {
  const user = await aUser({ pin })
  const sender = await contributorSide({ userId: user.id })
  const token = v7()
  const sessionId = await aSession(user.id, token)
  await execute(sql`update sessions set started_at = now() - make_interval(mins => ${minutes}) where id = ${sessionId}`)
  const sealed = await encode({ token: { sid: token }, secret: process.env.AUTH_SECRET!, salt: sessionCookie })
  const post = (action: Action, fields: Record<string, string>): Promise<FormState | string> => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...fields, profile: sender.contributorId })) form.set(name, value)
    const run = () => action(idle, form)
    return asRequest({ cookie: `${sessionCookie}=${sealed}` }, run, 'action').catch((error: { digest?: string }) => {
      if (error.digest?.startsWith('NEXT_REDIRECT')) return 'done'
      throw error
    })
  }
  return { user, sender, sessionId, post }
}
type Action = (previous: FormState, form: FormData) => Promise<FormState>

const actions: Record<string, Action> = { ...theirs, ...own }
const guarded = [
  'proposeContactAction',
  'confirmContactAction',
  'removeContactAction',
  'proposeOwnContactAction',
  'removeOwnContactAction',
] as const

/** A form of an action as a person fills it, but for the PIN. */
async function formOf(name: keyof typeof contactForms, people: Awaited<ReturnType<typeof signedIn>>) {
  const { pin: _, ...form } = (await contactForms[name].good({}, people)) as Record<string, string>
  return form
}
const triesOf = async () => (await rows(sql`select count from limits where key like 'sign-in-account:%'`)) as unknown[]

describe.each(guarded)('%s', (name) => {
  test('is done with the PIN, and neither without it nor with another', async () => {
    const people = await signedIn(6)
    const form = await formOf(name, people)
    const before = await footprint()
    expect(await people.post(actions[name]!, form)).toMatchObject({
      status: 'invalid',
      errors: { pin: ['Scrivi il PIN con cui sei entrato'] },
    })
    expect(await triesOf()).toEqual([])
    expect(await people.post(actions[name]!, { ...form, pin: 'un altro' })).toEqual({
      status: 'invalid',
      errors: { pin: ['Il PIN non è corretto'] },
      values: form,
    })
    expect(await triesOf()).toEqual([{ count: 1 }])
    expect(await footprint()).toEqual(before)
    expect(await people.post(actions[name]!, { ...form, pin })).toBe('done')
    expect(await triesOf()).toEqual([])
    expect(await footprint()).not.toEqual(before)
  })

  test('asks for nothing within five minutes of sign-in', async () => {
    const people = await signedIn(4)
    expect(await people.post(actions[name]!, await formOf(name, people))).toBe('done')
  })
})

test.each(Object.keys(contactForms).filter((name) => !(guarded as readonly string[]).includes(name)))(
  '%s leaves the contacts in use as they are, or has the code they were sent: it asks for no PIN',
  async (name) => {
    const people = await signedIn(6)
    expect(await people.post(actions[name]!, await formOf(name as keyof typeof contactForms, people))).toBe('done')
  },
)

describe('the PIN asked again', () => {
  test('is tried as often as at sign-in and no more, here and there together', async () => {
    const people = await signedIn(6)
    const form = await formOf('proposeContactAction', people)
    const { codiceFiscale } = people.user
    const enter = (typed: string) => signIn(visitor(), { codiceFiscale, pin: typed }, v7(), 'Firefox su Linux')
    for (let tries = 0; tries < 4; tries += 1)
      await expect(enter('un altro')).rejects.toMatchObject({ kind: 'invalid' })
    const wrong = { ...form, pin: 'un altro' }
    expect(await people.post(actions.proposeContactAction!, wrong)).toMatchObject({ status: 'invalid' })
    const before = await footprint()
    const limited = { status: 'refused', message: 'Troppi tentativi: riprova tra 15 minuti.', values: form }
    expect(await people.post(actions.proposeContactAction!, { ...form, pin })).toEqual(limited)
    await expect(enter(pin)).rejects.toMatchObject({ kind: 'too-many' })
    expect(await footprint()).toEqual(before)
  })

  test('tried many times at once is tried five times', async () => {
    const people = await signedIn(6)
    const form = { ...(await formOf('proposeContactAction', people)), pin: 'un altro' }
    const told = await Promise.all(Array.from({ length: 12 }, () => people.post(actions.proposeContactAction!, form)))
    expect(told.filter((answer) => typeof answer !== 'string' && answer.status === 'invalid')).toHaveLength(5)
  })

  test('is not spared by somebody else’s session, nor by one that is not there', async () => {
    const [one, other] = [await signedIn(1), await signedIn(1)]
    expect(await isProven(person(one.user.id, one.sessionId))).toBe(true)
    expect(await isProven(person(one.user.id, other.sessionId))).toBe(false)
    expect(await isProven(person(one.user.id))).toBe(false)
  })
})
