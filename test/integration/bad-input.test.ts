/// <reference types="vite/client" />
import { asRequest } from '../request-scope'
import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { DELETE as removeFile } from '@/app/api/allegati/[attachment]/route'
import { POST as uploadFile } from '@/app/api/allegati/route'
import { PUT as keepDraft } from '@/app/api/bozze/[draft]/route'
import { POST as markRead } from '@/app/api/letture/route'
import type { RequestStatus } from '@/db/vocabulary'
import { sessionCookie } from '@/lib/auth/cookie'
import { type FormState, idle } from '@/lib/form-state'
import {
  aDraft,
  anAttachment,
  aRequest,
  aSession,
  aUser,
  contributorSide,
  execute,
  newCodiceFiscale,
  officer,
  reason,
  requestIn,
  rows,
  typedRequest,
  workingDay,
} from '../factories'
import { applicationDeskForms } from '../application-desk-forms'
import { applicationKindForms } from '../application-kind-forms'
import { applicationForms, ofOwnDraft } from '../application-forms'
import { bulkForms } from '../bulk-forms'
import { contactForms, pin } from '../contact-forms'
import { delegationForms } from '../delegation-forms'
import { delegateForms } from '../delegate-forms'
import { pdf } from '../files'
import { firmForms } from '../firm-forms'
import { noticeForms } from '../notice-forms'
import { portfolioForms } from '../portfolio-forms'

type Action = (previous: FormState, form: FormData) => Promise<FormState>
const modules = import.meta.glob<Record<string, Action>>('../../app/**/action.ts')
const actions: Record<string, Action> = Object.assign(
  {},
  ...(await Promise.all(Object.values(modules).map((load) => load()))),
)

const sealed = async (token: string) =>
  `${sessionCookie}=${await encode({ token: { sid: token }, secret: process.env.AUTH_SECRET!, salt: sessionCookie })}`

/** A representative and an officer with their browsers open, and what somebody else has. */
async function cast() {
  const user = await aUser({ pin })
  const [sender, desk] = [await contributorSide({ userId: user.id }), await officer()]
  const other = await contributorSide({ officeCode: '5100' })
  const [ofSender, ofDesk] = [v7(), v7()]
  const sessionId = await aSession(sender.id, ofSender)
  // Long enough ago for the PIN to be asked again where it is.
  await execute(sql`update sessions set started_at = now() - interval '10 minutes' where id = ${sessionId}`)
  await aSession(desk.id, ofDesk)
  const theirDraft = await aDraft(other)
  const theirs = { request: await aRequest(other), draft: theirDraft, file: await anAttachment(other, theirDraft) }
  return {
    sender,
    desk,
    other,
    theirs,
    sessionId,
    cookies: { sender: await sealed(ofSender), desk: await sealed(ofDesk) },
  }
}
let people: Awaited<ReturnType<typeof cast>>
beforeAll(async () => {
  people = await cast()
})
type People = typeof people

/** Runs as a browser of that side; what Next would turn into a redirect or a 404 is told by its name. */
async function as<T>(side: 'sender' | 'desk' | undefined, run: () => Promise<T>) {
  const headers = { 'x-forwarded-for': v7(), ...(side && { cookie: people.cookies[side] }) }
  return asRequest(headers, run, 'action').catch((error: { digest?: string }) => {
    if (error.digest?.startsWith('NEXT_')) return error.digest
    throw error
  })
}

/** How much stands written of what is never taken back. */
const written = async () =>
  (
    await rows(sql`
      select (select count(*) from requests) as requests, (select count(*) from thread_entries) as entries,
        (select count(*) from notes) as notes, (select count(*) from attachments) as attachments,
        (select count(*) from feedback) as feedback, (select count(*) from sessions where ended_at is null) as sessions,
        (select count(*) from audit_events) as events, (select count(*) from outgoing_messages) as messages`)
  )[0]

type Form = Record<string, string>
type Line = {
  side?: 'sender' | 'desk'
  status?: RequestStatus
  /** The button that sends it, when the form has more than one. */
  button?: string
  good: (ids: { requestId: string }, who: People) => Form | Promise<Form>
}

const composed = () => ({ draftId: v7(), writer: v7(), version: '0' })
const inThread =
  (act: string, more: Form = {}) =>
  ({ requestId }: { requestId: string }) => ({
    ...composed(),
    requestId,
    act,
    text: reason,
    ...more,
  })
const alone = ({ requestId }: { requestId: string }) => ({ requestId })

/** A form of every action, as a person would fill it. An action missing here fails a test. */
const forms: Record<string, Line> = {
  signInAction: { good: () => ({ codiceFiscale: newCodiceFiscale(), pin, next: '/area' }) },
  giveFeedbackAction: { good: () => ({ rating: '4', page: '/area', text: 'Chiaro.' }) },
  choosePinAction: {
    side: 'sender',
    good: () => ({
      currentPin: pin,
      newPin: 'un altro bel PIN',
      repeatedPin: 'un altro bel PIN',
      endOtherSessions: '',
    }),
  },
  endSessionAction: { side: 'sender', good: async (_, { sender }) => ({ sessionId: await aSession(sender.id) }) },
  reviewRequestAction: {
    side: 'sender',
    good: () => ({ ...composed(), ...typedRequest, mobile: '3331234567', fax: '' }),
  },
  submitRequestAction: { side: 'sender', good: async (_, { sender }) => ({ draftId: await aDraft(sender) }) },
  discardDraftAction: { side: 'sender', good: async (_, { sender }) => ({ draft: await aDraft(sender) }) },
  sendMessageAction: { side: 'sender', good: inThread('message') },
  reopenRequestAction: { side: 'sender', status: 'closed', good: inThread('reopen') },
  withdrawRequestAction: { side: 'sender', status: 'submitted', good: alone },
  copyRequestAction: { side: 'sender', good: alone },
  markRepliesReadAction: { side: 'sender', good: alone },
  takeUpRequestAction: { side: 'desk', status: 'submitted', good: alone },
  releaseRequestAction: { side: 'desk', good: alone },
  replyToRequestAction: { side: 'desk', good: inThread('reply') },
  writeNoteAction: { side: 'desk', good: inThread('note') },
  closeRequestAction: { side: 'desk', good: inThread('close', { outcome: 'granted' }) },
  transferRequestAction: { side: 'desk', good: inThread('transfer', { officeCode: '5100', unitCode: 'FC' }) },
  requestDocumentsAction: { side: 'desk', good: inThread('request_documents', { dueBy: workingDay(4) }) },
  ...noticeForms,
  ...applicationDeskForms,
  ...applicationKindForms,
  ...delegateForms,
  ...delegationForms,
  ...contactForms,
  ...bulkForms,
  ...firmForms,
  ...portfolioForms,
  ...applicationForms,
}

const long = 'x'.repeat(100_000)
/** What may be in a field instead of what belongs there. */
const worse: Record<string, (form: FormData, field: string, value: string) => void> = {
  missing: (form, field) => form.delete(field),
  empty: (form, field) => form.set(field, ''),
  'over-long': (form, field) => form.set(field, long),
  'with a NUL': (form, field, value) => form.set(field, `${value}\u0000x`),
  'with marks that hide': (form, field, value) => form.set(field, `\u202e${value}\ufeff`),
  'with half a letter': (form, field, value) => form.set(field, `${value}\ud83d`),
  'in another script': (form, field) => form.set(field, '𝟙２Ⅲ'),
  SQL: (form, field) => form.set(field, "'); drop table requests; --"),
  'a script': (form, field) => form.set(field, '"><script>alert(1)</script>'),
  'a great number': (form, field) => form.set(field, '99999999999999999999'),
  'no number': (form, field) => form.set(field, '-1e309'),
  repeated: (form, field, value) => form.append(field, value),
  'a file': (form, field) => form.set(field, new File(['x'], 'x.txt')),
  'of a prototype': (form, field, value) =>
    ['__proto__', 'constructor'].forEach((name) => form.set(name, value + field)),
  unknown: (form, field, value) => form.set(`${field}X`, value),
}

/** Whose form is nothing without the draft it names: another id would be refused for that alone. */
const sentFromDraft = new Set([...ofOwnDraft, 'submitRequestAction', 'settleDecisionAction'])

/** A request is made only for the forms that name one: most of the time of this file went into requests that nobody read. */
const namesRequest = (good: Line['good']) => String(good).includes('requestId')

describe.each(Object.entries(forms))('%s', (name, { side, status = 'taken_up', button, good }) => {
  const fill = async () => {
    await execute(sql`delete from limits`)
    const requestId = namesRequest(good)
      ? await requestIn(status, { sender: people.sender, officer: people.desk })
      : v7()
    await execute(sql`delete from limits`)
    const values = await good({ requestId }, people)
    const form = new FormData()
    for (const [field, value] of Object.entries(values)) if (value !== '') form.set(field, value)
    if (button) form.set(button, '')
    if (side === 'sender') form.set('profile', people.sender.contributorId)
    return { form, values }
  }
  const post = (form: FormData) => as(side, () => actions[name]!(idle, form))

  test('takes what a person writes', async () => {
    if (['signInAction', 'verifyReceiptAction'].includes(name))
      return expect(await post((await fill()).form)).toMatchObject({ status: 'refused' })
    const { form } = await fill()
    const answer = await post(form)
    if (typeof answer === 'string') expect(answer).toMatch(/^NEXT_REDIRECT/)
    else expect(answer.status).toMatch(/^(done|checked)$/)
    if (name === 'choosePinAction') await backToTheOldPin()
  })

  test.each(Object.entries(worse))('answers in words to a field %s, and writes nothing', async (_, spoil) => {
    const { form: whole, values } = await fill()
    let before = await written()
    for (const [field, value] of Object.entries(values)) {
      const form = new FormData()
      for (const [key, entry] of whole) form.append(key, entry)
      if (form.has('draftId') && !sentFromDraft.has(name)) form.set('draftId', v7())
      spoil(form, field, value)
      const answer = await post(form)
      const accepted =
        typeof answer === 'string' ? answer.startsWith('NEXT_REDIRECT') : /^(done|checked)$/.test(answer.status)
      if (accepted) {
        if (name === 'choosePinAction') await backToTheOldPin()
        before = await written()
        continue
      }
      if (typeof answer === 'string') expect([field, answer]).toEqual([field, 'NEXT_HTTP_ERROR_FALLBACK;404'])
      else if (answer.status === 'invalid') expect(Object.values(answer.errors).flat().join('')).not.toBe('')
      else
        expect([field, answer]).toEqual([
          field,
          { status: 'refused', message: expect.any(String), values: expect.any(Object) },
        ])
      expect([field, await written()]).toEqual([field, before])
    }
  })

  test('finds nothing under an id that is somebody else’s', async () => {
    const { form: whole, values } = await fill()
    const ids = Object.keys(values).filter((field) => /^(requestId|draftId|draft|sessionId)$/.test(field))
    const theirSession = await aSession(people.other.id)
    for (const field of ids)
      for (const id of [people.theirs.request, people.theirs.draft, theirSession]) {
        const form = new FormData()
        for (const [key, entry] of whole) form.append(key, entry)
        if (form.has('draftId') && field !== 'draftId') form.set('draftId', v7())
        form.set(field, id)
        const before = await written()
        const answer = await post(form)
        // A session's id, or somebody else's draft, names no draft of this person: the first word makes one of their own.
        if (field === 'draftId' && id === theirSession) continue
        if (name === 'markRepliesReadAction') expect(answer).toEqual({ status: 'done' })
        else expect([field, answer]).toMatchObject([field, { status: 'refused' }])
        expect(await written()).toEqual(before)
      }
  })

  const backToTheOldPin = async () => {
    const again = await aUser({ pin })
    await execute(sql`
      update users set pin_hash = (select pin_hash from users where id = ${again.id}) where id = ${people.sender.id}`)
  }
})

test('every action has its form', () => {
  expect(Object.keys(forms).sort()).toEqual(Object.keys(actions).sort())
})

describe('a script that asks', () => {
  const context = <T>(params: T) => ({ params: Promise.resolve(params) }) as never
  const ask = (path: string, method: string, body?: unknown, headers: Record<string, string> = {}) =>
    new Request(`http://localhost:3000${path}`, {
      method,
      headers,
      body: body === undefined || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
    })
  const statusOf = async (answered: Promise<Response | string>) => {
    const answer = await answered
    return typeof answer === 'string' ? Number(answer.split(';')[1]) : answer.status
  }

  const goodDraft = () => ({ kind: 'request', version: 0, writer: v7(), content: { text: 'Buongiorno' } })
  test.each([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a list', () => []],
    ['a text', () => 'x'],
    ['no writer', () => ({ ...goodDraft(), writer: undefined })],
    ['a version beyond every number', () => ({ ...goodDraft(), version: 1e300 })],
    ['half a version', () => ({ ...goodDraft(), version: 0.5 })],
    ['a version in words', () => ({ ...goodDraft(), version: '0' })],
    ['a kind that is none', () => ({ ...goodDraft(), kind: 'notice' })],
    ['an over-long text', () => ({ ...goodDraft(), content: { text: 'x'.repeat(20_001) } })],
    [
      'sixty-one fields',
      () => ({ ...goodDraft(), content: Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`f${i}`, 'x'])) }),
    ],
    ['a field with a strange name', () => ({ ...goodDraft(), content: { 'a b': 'x' } })],
    ['a number in a field', () => ({ ...goodDraft(), content: { text: 7 } })],
    ['an object in a field', () => ({ ...goodDraft(), content: { text: { toString: 'x' } } })],
    ['a field of its own making', () => ({ ...goodDraft(), authorId: v7() })],
  ])('to keep a draft with %s is told 422', async (_, body) => {
    const path = `/api/bozze/${v7()}?profilo=${people.sender.contributorId}`
    const answer = as('sender', () => keepDraft(ask(path, 'PUT', body()), context({ draft: path.slice(11, 47) })))
    expect(await statusOf(answer)).toBe(422)
  })

  test.each(['a\u0000b', '\ud800', '\udfff\ud800', '\u202e', '__proto__'])(
    'to keep the text %j is answered',
    async (text) => {
      const id = v7()
      const path = `/api/bozze/${id}?profilo=${people.sender.contributorId}`
      const body = { ...goodDraft(), content: { text } }
      expect(await statusOf(as('sender', () => keepDraft(ask(path, 'PUT', body), context({ draft: id }))))).toBe(200)
    },
  )

  test.each([
    ['under an id that is none', 'none', ''],
    ['for nobody one may act for', v7(), v7()],
    ['for a profile that is none', v7(), "' or 1=1"],
  ])('to keep a draft %s is told 404', async (_, id, profile) => {
    const path = `/api/bozze/x?profilo=${encodeURIComponent(profile)}`
    expect(await statusOf(as('sender', () => keepDraft(ask(path, 'PUT', goodDraft()), context({ draft: id }))))).toBe(
      404,
    )
  })

  test('to keep a draft in somebody else’s thread, or over their draft, is told no', async () => {
    const at = (id: string) => `/api/bozze/${id}?profilo=${people.sender.contributorId}`
    const answer = { ...goodDraft(), kind: 'entry', requestId: people.theirs.request }
    const id = v7()
    expect(await statusOf(as('sender', () => keepDraft(ask(at(id), 'PUT', answer), context({ draft: id }))))).toBe(404)
    const over = people.theirs.draft
    const keep = () => keepDraft(ask(at(over), 'PUT', goodDraft()), context({ draft: over }))
    expect(await statusOf(as('sender', keep))).toBe(409)
  })

  test.each([
    ['an address without a draft', '?profilo=PROFILE', 422],
    ['a draft that is none', '?profilo=PROFILE&bozza=none', 422],
    ['a request that is none', `?profilo=PROFILE&bozza=${v7()}&richiesta=none`, 422],
    ['a request that does not exist', `?profilo=PROFILE&bozza=${v7()}&richiesta=${v7()}`, 404],
    ['a profile that is not theirs', `?profilo=${v7()}&bozza=${v7()}`, 404],
    ['somebody else’s draft', '?profilo=PROFILE&bozza=DRAFT', 404],
  ])('to upload a file to %s is told so', async (_, query, status) => {
    await execute(sql`delete from limits`)
    const path = `/api/allegati${query}`
      .replace('PROFILE', people.sender.contributorId)
      .replace('DRAFT', people.theirs.draft)
    const before = await written()
    const headers = { 'content-type': 'application/pdf', 'x-file-name': 'a.pdf' }
    expect(await statusOf(as('sender', () => uploadFile(ask(path, 'POST', pdf(v7()), headers))))).toBe(status)
    expect(await written()).toEqual(before)
  })

  test.each([
    ['a broken escape', '%'],
    ['half a letter', '%ff.pdf'],
    ['nothing', ''],
    ['a path', '..%2f..%2fetc%2fpasswd.pdf'],
    ['a NUL', 'a%00b.pdf'],
    ['a header', 'con.pdf%0d%0aX: y.pdf'],
    ['marks that hide', 'a%E2%80%AEfdp.exe.pdf'],
    ['5,000 letters', `${'x'.repeat(5000)}.pdf`],
  ])('to upload a file with %s in its name is answered, and no name comes in that harms', async (_, name) => {
    await execute(sql`delete from limits`)
    const path = `/api/allegati?profilo=${people.sender.contributorId}&bozza=${v7()}`
    const headers = { 'content-type': 'application/pdf', 'x-file-name': name }
    const answer = await as('sender', () => uploadFile(ask(path, 'POST', pdf(v7()), headers)))
    expect(answer).toBeInstanceOf(Response)
    const { status } = answer as Response
    expect([201, 422]).toContain(status)
    if (status === 201) {
      const kept = (await (answer as Response).json()) as { name: string }
      expect(kept.name).toMatch(/^[^/\\\u0000-\u001f\u202e]{1,255}$/)
    }
  })

  test('to remove a file that is not there, or not theirs, is told 404', async () => {
    const path = `?profilo=${people.sender.contributorId}`
    for (const id of ['none', v7(), people.theirs.file]) {
      const remove = () => removeFile(ask(`/api/allegati/x${path}`, 'DELETE'), context({ attachment: id }))
      expect(await statusOf(as('sender', remove))).toBe(404)
    }
  })

  test.each([undefined, null, [], { profile: 'x', requestId: 'y' }, { requestId: v7() }])(
    'to mark %j as read is told 422',
    async (body) => {
      expect(await statusOf(as('sender', () => markRead(ask('/api/letture', 'POST', body))))).toBe(422)
    },
  )

  test('without a session is told 401, whatever it asks', async () => {
    const id = v7()
    const query = `?profilo=${people.sender.contributorId}&bozza=${id}`
    const asked = [
      () => keepDraft(ask(`/api/bozze/${id}${query}`, 'PUT', goodDraft()), context({ draft: id })),
      () => uploadFile(ask(`/api/allegati${query}`, 'POST', pdf())),
      () => removeFile(ask(`/api/allegati/${id}${query}`, 'DELETE'), context({ attachment: id })),
      () => markRead(ask('/api/letture', 'POST', { profile: people.sender.contributorId, requestId: id })),
    ]
    for (const one of asked) expect(await statusOf(as(undefined, one))).toBe(401)
  })
})
