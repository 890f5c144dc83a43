import { asRequest } from '../request-scope'
import { eq, sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { drafts, sessions } from '@/db/schema'
import { transaction } from '@/db/write'
import { endSession, signIn } from '@/lib/auth/commands'
import { readCookie, sessionCookie } from '@/lib/auth/cookie'
import { findSession, listSessions } from '@/lib/auth/queries'
import {
  composingSide,
  currentPerson,
  lapsedPerson,
  requireAdmin,
  requireContributorSide,
  requireOfficer,
  requirePerson,
  requirePersonBeforePin,
  signedInPerson,
} from '@/lib/auth/session'
import { keepLapsedDraft } from '@/lib/drafts/commands'
import { findDraft } from '@/lib/drafts/queries'
import {
  aContributor,
  aDraft,
  aRequest,
  aSession,
  aUser,
  auditOf,
  contributorSide,
  execute,
  footprint,
  grantAccess,
  lapsed,
  officer,
  person,
  requestIn,
  rows,
  typedRequest,
  visitor,
  waitingForLocks,
  whileNobodyWrites,
} from '../factories'

const secret = process.env.AUTH_SECRET!
const seal = (token: string, key = secret, salt = sessionCookie) => encode({ token: { sid: token }, secret: key, salt })

/** A browser that holds a session's cookie and asks for something. */
async function browser(token: string, cookie?: string) {
  const headers = {
    cookie: `${sessionCookie}=${cookie ?? (await seal(token))}`,
    'x-portal-address': '/area/una/richieste?area=04',
  }
  return <T>(run: () => Promise<T>) => asRequest(headers, run)
}

/** What becomes of a request: what it is given, or where the portal sends it instead. */
const destination = (asked: Promise<unknown>) =>
  asked.then(
    () => 'in',
    (error: { digest?: string }) => {
      const [kind, , address] = error.digest?.split(';') ?? []
      return kind === 'NEXT_REDIRECT' ? address : error.digest
    },
  )
const notFound = 'NEXT_HTTP_ERROR_FALLBACK;404'
const toSignIn = '/accesso?ritorno=%2Farea%2Funa%2Frichieste%3Farea%3D04&scaduta=1'

async function signedIn(userId?: string) {
  const id = userId ?? (await aUser()).id
  const token = v7()
  const sessionId = await aSession(id, token)
  return { id, token, sessionId, ask: await browser(token) }
}

/** As if a session had been seen last, or had begun, so long ago. */
const seenAgo = (sessionId: string, interval: string) =>
  execute(sql`update sessions set last_seen_at = now() - ${interval}::interval where id = ${sessionId}`)
const begunAgo = (sessionId: string, interval: string) =>
  execute(sql`update sessions set started_at = now() - ${interval}::interval where id = ${sessionId}`)

describe('a session', () => {
  test('opens the pages of the person who holds its cookie', async () => {
    const { ask, id, sessionId } = await signedIn()
    expect(await ask(requirePerson)).toMatchObject({ kind: 'person', id, sessionId })
    expect(await ask(signedInPerson)).toMatchObject({ name: 'Anna Prova', sides: { area: true, sede: false } })
  })

  test('ends after fifteen minutes of silence', async () => {
    const { ask, sessionId } = await signedIn()
    await seenAgo(sessionId, '14 minutes 55 seconds')
    expect(await destination(ask(requirePerson))).toBe('in')
    await seenAgo(sessionId, '15 minutes 1 second')
    expect(await destination(ask(requirePerson))).toBe(toSignIn)
    expect(await ask(currentPerson)).toBeUndefined()
    expect(await ask(signedInPerson)).toBeUndefined()
  })

  test('goes on while it is used, a quarter of an hour from the last time', async () => {
    const { ask, sessionId } = await signedIn()
    const lastSeen = () =>
      rows<{ ago: number }>(sql`
      select extract(epoch from now() - last_seen_at)::int as ago from sessions where id = ${sessionId}`)
    await seenAgo(sessionId, '14 minutes')
    await ask(requirePerson)
    expect((await lastSeen())[0]!.ago).toBeLessThan(60)
  })

  test('does not outlive its silence by being asked again', async () => {
    const { ask, sessionId } = await signedIn()
    await seenAgo(sessionId, '16 minutes')
    for (let count = 0; count < 2; count++) expect(await destination(ask(requirePerson))).toBe(toSignIn)
  })

  test('ends after eight hours however much it is used', async () => {
    const { ask, sessionId } = await signedIn()
    await begunAgo(sessionId, '7 hours 59 minutes')
    expect(await destination(ask(requirePerson))).toBe('in')
    await begunAgo(sessionId, '8 hours 1 second')
    expect(await destination(ask(requirePerson))).toBe(toSignIn)
  })

  test('ended by its person is dead at once, for pages and for drafts alike', async () => {
    const { ask, id, sessionId } = await signedIn()
    await endSession(person(id, sessionId), sessionId)
    expect(await destination(ask(requirePerson))).toBe(toSignIn)
    expect(await ask(lapsedPerson)).toBeUndefined()
    expect(await auditOf(sessionId)).toMatchObject([{ change: 'session.ended', actorId: id }])
    await expect(endSession(person(id, sessionId), sessionId)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('of a person disabled meanwhile is dead at the next request', async () => {
    const { ask, id } = await signedIn()
    await execute(sql`update users set disabled_at = now() where id = ${id}`)
    expect(await destination(ask(requirePerson))).toBe(toSignIn)
    expect(await ask(lapsedPerson)).toBeUndefined()
  })

  test('opens nothing but the choice of a PIN while the initial one stands', async () => {
    const { id } = await aUser({ pinChosenAt: null })
    const contributor = await aContributor()
    await grantAccess(id, contributor.id)
    const { ask } = await signedIn(id)
    for (const page of [requirePerson, requireOfficer, requireAdmin, () => requireContributorSide(contributor.id)])
      expect(await destination(ask<unknown>(page))).toBe('/accesso/nuovo-pin')
    expect(await ask(requirePersonBeforePin)).toMatchObject({ id, initial: true })
    expect(await ask(signedInPerson)).toMatchObject({ sides: { area: false, sede: false, amministrazione: false } })
  })

  test('a person sees their own that stand, the latest first, and which is this one', async () => {
    const { id } = await aUser()
    const [old, gone, here] = [await aSession(id), await aSession(id), await aSession(id)]
    await endSession(person(id), await aSession(id))
    await aSession((await aUser()).id)
    await seenAgo(old, '10 minutes')
    await seenAgo(gone, '20 minutes')
    const listed = await listSessions(person(id, here))
    expect(listed.map(({ id: session, current }) => [session, current])).toEqual([
      [here, true],
      [old, false],
    ])
  })
})

/** The first letter of a seal's last part, the one that proves it whole, made another. */
const flipped = (_: string, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`

describe('a cookie', () => {
  test('carries the token of the session and nothing of the person', async () => {
    const { token, ask } = await signedIn()
    expect(await ask(readCookie)).toBe(token)
    expect(await seal(token)).not.toContain(token)
  })

  test.each([
    ['changed by a letter', async (token: string) => (await seal(token)).replace(/\.(.)([^.]*)$/, flipped)],
    ['sealed with another key', (token: string) => seal(token, 'another secret of at least thirty-two letters')],
    ['sealed for another purpose', (token: string) => seal(token, secret, 'authjs.session-token')],
    ['not sealed at all', async (token: string) => token],
    [
      'an unsigned token',
      async (token: string) =>
        [{ alg: 'none' }, { sid: token }, '']
          .map((part) => Buffer.from(part && JSON.stringify(part)).toString('base64url'))
          .join('.'),
    ],
  ])('%s opens nothing', async (_, forge) => {
    const { token } = await signedIn()
    const ask = await browser(token, await forge(token))
    expect(await ask(readCookie)).toBeUndefined()
    expect(await ask(currentPerson)).toBeUndefined()
  })

  test('with the token of no session opens nothing', async () => {
    const ask = await browser('guessed')
    expect(await destination(ask(requirePerson))).toBe(toSignIn)
  })
})

describe('of one person’s sessions', () => {
  const pin = 'cavallo di battaglia'
  const enter = (codiceFiscale: string) => signIn(visitor(), { codiceFiscale, pin }, v7(), 'Firefox su Linux')
  const standing = async (tokens: string[]) => {
    const found = await Promise.all(tokens.map((token) => findSession(visitor(), token)))
    return found.map((session) => session?.stands === true)
  }

  test('three stand; the fourth ends the oldest', async () => {
    const { codiceFiscale } = await aUser({ pin })
    const tokens: string[] = []
    for (let count = 0; count < 5; count++) tokens.push(await enter(codiceFiscale))
    expect(await standing(tokens)).toEqual([false, false, true, true, true])
  })

  test('three stand, however many begin at the same moment', async () => {
    const { codiceFiscale } = await aUser({ pin })
    const first = [await enter(codiceFiscale), await enter(codiceFiscale)]
    const { entering } = await whileNobodyWrites('audit_events', async () => {
      const entering = Promise.all(Array.from({ length: 4 }, () => enter(codiceFiscale)))
      await waitingForLocks(4)
      return { entering }
    })
    expect((await standing([...first, ...(await entering)])).filter(Boolean)).toHaveLength(3)
    expect(await standing(first)).toEqual([false, false])
  })
})

describe('the side a session opens', () => {
  test('of a contributor is as long as the right to act for it, checked at every request', async () => {
    const { id, ask } = await signedIn()
    const contributor = await aContributor()
    const enter = () => requireContributorSide(contributor.id)
    expect(await destination(ask(enter))).toBe(notFound)
    await grantAccess(id, contributor.id)
    expect(await ask(enter)).toMatchObject({ kind: 'contributor', id, contributorId: contributor.id })
    await execute(sql`update accesses set valid_to = now() where user_id = ${id}`)
    expect(await destination(ask(enter))).toBe(notFound)
    expect(await destination(ask(() => composingSide(contributor.id)))).toBe(notFound)
  })

  test('of a contributor does not exist under an address that is none', async () => {
    const { ask } = await signedIn()
    for (const profile of ['tutti', '', "' or 1=1", v7()])
      expect(await destination(ask(() => requireContributorSide(profile)))).toBe(notFound)
  })

  test('carries the level of the PIN', async () => {
    const { id } = await aUser({ pinLevel: 'online' })
    const contributor = await aContributor()
    await grantAccess(id, contributor.id)
    const { ask } = await signedIn(id)
    expect(await ask(() => requireContributorSide(contributor.id))).toMatchObject({ pinLevel: 'online' })
  })

  test('of the office is as long as the appointment, with the units of that moment', async () => {
    const { id } = await officer({ units: ['FC'] })
    const { ask } = await signedIn(id)
    expect(await ask(requireOfficer)).toMatchObject({ kind: 'officer', officeCode: '7000', unitCodes: ['FC'] })
    await execute(sql`insert into officer_units values (${id}, 'AN')`)
    expect(await ask(requireOfficer)).toMatchObject({ unitCodes: ['AN', 'FC'] })
    const today = sql`(now() at time zone 'Europe/Rome')::date`
    await execute(sql`update officers set valid_to = ${today} where user_id = ${id}`)
    expect(await destination(ask(requireOfficer))).toBe('in')
    await execute(sql`update officers set valid_to = ${today} - 1 where user_id = ${id}`)
    expect(await destination(ask(requireOfficer))).toBe(notFound)
    await execute(sql`update officers set valid_to = null, valid_from = ${today} + 1 where user_id = ${id}`)
    expect(await destination(ask(requireOfficer))).toBe(notFound)
  })

  test('of the administration is for administrators alone', async () => {
    const { id, ask } = await signedIn()
    expect(await destination(ask(requireAdmin))).toBe(notFound)
    await execute(sql`insert into administrators (user_id) values (${id})`)
    expect(await ask(requireAdmin)).toMatchObject({ kind: 'administrator', id })
    expect(await destination(ask(requireOfficer))).toBe(notFound)
  })

  test('is none for whoever has not signed in', async () => {
    const nobody = <T>(run: () => Promise<T>) => asRequest({ 'x-portal-address': '/sede' }, run)
    for (const page of [requirePerson, requireOfficer, requireAdmin, requirePersonBeforePin])
      expect(await destination(nobody<unknown>(page))).toBe('/accesso?ritorno=%2Fsede')
    expect(await nobody(() => composingSide(null))).toBeUndefined()
    expect(await nobody(lapsedPerson)).toBeUndefined()
  })
})

describe('a session gone idle while its person wrote', () => {
  const writing = (draftId: string, more: Record<string, string> = {}) => ({
    draftId,
    version: '0',
    writer: v7(),
    text: 'Buongiorno, vorrei sapere…',
    ...more,
  })

  test('still tells who wrote, for a day and no longer, and only that', async () => {
    const { id, ask, sessionId } = await signedIn()
    expect(await ask(lapsedPerson)).toBeUndefined()
    await seenAgo(sessionId, '2 hours')
    expect(await ask(lapsedPerson)).toEqual({ kind: 'lapsed', id, pinLevel: 'dispositivo' })
    expect(await ask(currentPerson)).toBeUndefined()
    await begunAgo(sessionId, '24 hours 1 second')
    expect(await ask(lapsedPerson)).toBeUndefined()
  })

  test('leaves the draft of a request, which its person finds when they are back', async () => {
    const side = await contributorSide()
    const draftId = v7()
    await keepLapsedDraft(lapsed(side.id), writing(draftId), side.contributorId)
    expect(await findDraft(side, draftId)).toMatchObject({
      kind: 'request',
      content: { text: 'Buongiorno, vorrei sapere…' },
    })
  })

  test('leaves the draft of an entry on either side', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const [fromSender, fromDesk] = [v7(), v7()]
    await keepLapsedDraft(lapsed(sender.id), writing(fromSender, { requestId }), sender.contributorId)
    await keepLapsedDraft(lapsed(desk.id), writing(fromDesk, { requestId }), '')
    expect(await findDraft(sender, fromSender)).toMatchObject({ kind: 'entry', requestId })
    expect(await findDraft(desk, fromDesk)).toMatchObject({ kind: 'entry', requestId })
  })

  test('takes the place of what the same form saved last', async () => {
    const side = await contributorSide()
    const [draftId, writer] = [v7(), v7()]
    for (const text of ['Buongiorno', 'Buongiorno, vorrei', 'Buongiorno, vorrei sapere…'])
      expect(await keepLapsedDraft(lapsed(side.id), { ...writing(draftId), writer, text }, side.contributorId)).toEqual(
        { id: draftId },
      )
    expect(await findDraft(side, draftId)).toMatchObject({
      version: 3,
      content: { text: 'Buongiorno, vorrei sapere…' },
    })
  })

  test('stands beside what was saved elsewhere meanwhile, and beside what was sent', async () => {
    const side = await contributorSide()
    const [changed, sent] = [await aDraft(side), await aRequest(side)]
    for (const draftId of [changed, sent]) {
      const kept = await keepLapsedDraft(lapsed(side.id), writing(draftId), side.contributorId)
      expect(kept!.id).not.toBe(draftId)
      expect(await findDraft(side, kept!.id)).toMatchObject({ content: { text: 'Buongiorno, vorrei sapere…' } })
    }
    expect(await findDraft(side, changed)).toMatchObject({ version: 1, content: typedRequest })
    expect(await findDraft(side, sent)).toBeUndefined()
  })

  test('stands beside somebody else’s draft, which stays as it was', async () => {
    const [side, other] = [await contributorSide(), await contributorSide()]
    const draftId = await aDraft(side)
    const kept = await keepLapsedDraft(lapsed(other.id), writing(draftId), other.contributorId)
    expect(kept!.id).not.toBe(draftId)
    expect(await findDraft(side, draftId)).toMatchObject({ version: 1, content: typedRequest })
  })

  test('leaves nothing when its person had no right to write', async () => {
    const [side, other] = [await contributorSide(), await contributorSide()]
    const desk = await officer({ officeCode: '5100' })
    const requestId = await aRequest(side)
    await execute(sql`update accesses set valid_to = now() where user_id = ${other.id}`)
    const before = await footprint()
    const attempts = [
      [lapsed(side.id, 'online'), {}, side.contributorId],
      [lapsed(other.id), {}, other.contributorId],
      [lapsed(other.id), {}, side.contributorId],
      [lapsed(other.id), { requestId }, other.contributorId],
      [lapsed(desk.id), { requestId }, ''],
      [lapsed(desk.id), {}, ''],
    ] as const
    for (const [actor, more, profile] of attempts)
      expect(await keepLapsedDraft(actor, writing(v7(), more), profile)).toBeUndefined()
    expect(await footprint()).toEqual(before)
  })

  test.each([
    ['no draft', { draftId: 'none' }],
    ['a request that is none', { requestId: 'none' }],
    ['a field that no form has', { '../../etc': 'x' }],
    ['a text that no person types', { text: 'x'.repeat(20_001) }],
  ])('leaves nothing of a post with %s', async (_, strange) => {
    const side = await contributorSide()
    const before = await footprint()
    expect(await keepLapsedDraft(lapsed(side.id), writing(v7(), strange), side.contributorId)).toBeUndefined()
    expect(await footprint()).toEqual(before)
  })

  test('is not in the record: it is the person’s own scratch paper', async () => {
    const side = await contributorSide()
    const draftId = v7()
    await keepLapsedDraft(lapsed(side.id), writing(draftId), side.contributorId)
    expect(await auditOf(draftId)).toEqual([])
    expect(await transaction((tx) => tx.select().from(drafts).where(eq(drafts.id, draftId)))).toHaveLength(1)
    expect(await transaction((tx) => tx.select().from(sessions).where(eq(sessions.userId, side.id)))).toEqual([])
  })
})
