import type { Sql } from 'postgres'
import { pdf } from '../files'
import { doors, type Papers } from './doors'
import { attack, type Target } from './hostile'
import { household, written } from './household'
import { type Asker, newContributor, newOffice, newOfficer, newPerson, signIn } from './people'
import { expect, portal, test } from './portal'
import { cookieOf, raw } from './raw'
import { newDraft, newRequest, takeUp, words } from './requests'

/** What was done in the name of a contributor, drafts apart: those keep whatever is typed. */
const done = async (sql: Sql, profile: string) => {
  const { drafts: _drafts, record: _record, ...rest } = await written(sql, { profile } as Papers)
  return rest
}

const id = () => crypto.randomUUID()

test('the forms for who has not signed in refuse whatever is not theirs', async ({ asking, request, sql }) => {
  const { papers } = await household(sql, asking)
  const who = await newPerson(sql)
  const opinion = `Un parere di prova, ${id()}`
  const targets: Target[] = [
    {
      what: 'sign-in',
      request,
      address: '/accesso',
      fields: { codiceFiscale: who.codiceFiscale, pin: 'DEMO2015' },
    },
    {
      what: 'feedback',
      request,
      address: '/feedback',
      fields: { rating: '4', text: opinion },
      optional: ['text', 'page'],
      answer: 200,
    },
  ]
  for (const target of targets)
    await attack(target, papers, async () => [
      await sql`select from feedback where text = ${opinion}`.then((rows) => rows.length),
      await sql`select from sessions where user_id = ${who.userId}`.then((rows) => rows.length),
    ])
  expect(await sql`select from feedback where text = ${opinion}`).toHaveLength(1)
})

test('the forms of a person about themselves refuse whatever is not theirs', async ({ asking, sql }) => {
  const { papers } = await household(sql, asking)
  const who = await newPerson(sql)
  const page = await asking(who)
  await signIn(page, who)
  const fields = { currentPin: 'DEMO2015', newPin: 'Sette verdi colline 7', repeatedPin: 'Sette verdi colline 7' }
  const own = async () =>
    sql`select pin_hash, (select count(*) from sessions where user_id = users.id and ended_at is null) from users where id = ${who.userId}`
  await attack(
    {
      what: 'ending a session',
      request: page.request,
      address: '/sessioni',
      fields: {},
      having: 'Termina',
      answer: 200,
    },
    papers,
    own,
  )
  await attack({ what: 'a new PIN', request: page.request, address: '/accesso/nuovo-pin', fields }, papers, own)
})

/** One form for each way in which actions are built: `test/integration/bad-input.test.ts` goes through every action. */
test('the forms of a contributor refuse whatever is not theirs', async ({ asking, sql }) => {
  const { papers } = await household(sql, asking)
  const who = await newContributor(sql)
  const page = await asking(who)
  const { request } = page
  const [withdrawn, messaged] = [await newRequest(page, who), await newRequest(page, who)]
  const home = `${who.area}/richieste`
  const targets: Target[] = [
    {
      what: 'a new request',
      request,
      address: `${home}/nuova?bozza=${id()}`,
      fields: { email: 'prova@esempio.it', mobile: '3331234567', areaCode: '13', topicCode: '13.01', text: words },
      texts: ['text'],
      optional: ['email', 'mobile', 'areaCode'],
      ignoresOthers: true,
    },
    { what: 'withdrawing', request, address: `${home}/${withdrawn}/ritira`, fields: {}, having: 'Ritira la richiesta' },
    {
      what: 'a message',
      request,
      address: `${home}/${messaged}/rispondi?bozza=${id()}`,
      fields: { text: 'Aggiungo una cosa.' },
      texts: ['text'],
    },
  ]
  for (const target of targets) await attack(target, papers, () => done(sql, who.contributorId))
  const acts = await sql`
    select request_id, act from thread_entries where contributor_id = ${who.contributorId} and act <> 'submit'
    order by created_at`
  expect(acts).toEqual([
    { request_id: withdrawn, act: 'withdraw' },
    { request_id: messaged, act: 'message' },
  ])
})

test('the forms of an officer refuse whatever is not theirs', async ({ asking, sql }) => {
  const { papers } = await household(sql, asking)
  const office = await newOffice(sql)
  const who = await newContributor(sql, { office })
  const sender = await asking(who)
  const officer = await asking(await newOfficer(sql, office))
  const { request } = officer
  const [fresh, taken] = [await newRequest(sender, who), await newRequest(sender, who)]
  await takeUp(officer, taken)
  const targets: Target[] = [
    { what: 'taking up', request, address: `/sede/richieste/${fresh}`, fields: {}, having: 'Prendi in carico' },
    {
      what: 'trasferisci',
      request,
      address: `/sede/richieste/${taken}/trasferisci?bozza=${id()}`,
      fields: { text: 'Riguarda il recupero crediti.', officeCode: office, unitCode: 'RC' },
      texts: ['text'],
    },
  ]
  for (const target of targets) await attack(target, papers, () => done(sql, who.contributorId))
})

/** Asks a route handler for something, and gives the status. */
const call =
  (by: Asker) =>
  async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await raw(path, {
      method,
      body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      headers: { origin: portal, cookie: await cookieOf(by), 'content-type': 'application/json', ...headers },
    })
    return answer.status
  }

test('the addresses for scripts refuse what no form of the portal sends', async ({ asking, sql }) => {
  const { papers } = await household(sql, asking)
  const who = await newContributor(sql)
  const page = await asking(who)
  const request = await newRequest(page, who)
  const draft = await newDraft(page, who)
  const ask = call(page)
  const before = await written(sql, { profile: who.contributorId } as Papers)
  const theirs = await written(sql, papers)
  const own = `profilo=${who.contributorId}`
  const good = { kind: 'request', version: 1, writer: id(), content: { text: words } }
  const refused = async (what: string, asked: Promise<number>) => {
    const status = await asked
    expect.soft(status >= 400 && status < 500, `${what} answered ${status}`).toBe(true)
  }

  for (const [what, body] of Object.entries({
    'no JSON': '{',
    nothing: '',
    'a list': [good],
    'nothing at all': 'null',
    'a number': '7',
    'another kind': { ...good, kind: 'altro' },
    'a version below zero': { ...good, version: -1 },
    'half a version': { ...good, version: 1.5 },
    'a version in words': { ...good, version: '1' },
    'a version beyond the column': { ...good, version: 2 ** 53 },
    'no writer': { ...good, writer: undefined },
    'a writer that is no id': { ...good, writer: 'io' },
    'no content': { ...good, content: undefined },
    'a content of numbers': { ...good, content: { text: 7 } },
    'a content in depth': { ...good, content: { text: { text: 'x' } } },
    'a content that is a list': { ...good, content: ['x'] },
    'a text over-long': { ...good, content: { text: 'x'.repeat(30_000) } },
    'a field with a space': { ...good, content: { 'te xt': 'x' } },
    'sixty-one fields': { ...good, content: Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`n${n}`, 'x'])) },
    'a field of the table': { ...good, authorId: papers.profile },
    'a prototype': `{"kind":"request","version":1,"writer":"${id()}","content":{},"__proto__":{"version":0}}`,
    'a request of somebody else': { ...good, kind: 'entry', requestId: papers.request },
    'a request that is no id': { ...good, kind: 'entry', requestId: 'x' },
    'another tab': { ...good, version: 7 },
  }))
    await refused(`a draft with ${what}`, ask('PUT', `/api/bozze/${draft}?${own}`, body))
  for (const query of [
    '',
    '?profilo=',
    '?profilo=x',
    `?profilo=${papers.profile}`,
    `?${own}&${own}x`.replace(own, 'profilo=x'),
  ])
    await refused(`a draft for ${query}`, ask('PUT', `/api/bozze/${draft}${query}`, good))
  await refused('a draft already sent', ask('PUT', `/api/bozze/${request}?${own}`, good))
  await refused('a draft of somebody else', ask('PUT', `/api/bozze/${papers.draft}?${own}`, good))

  const read = { profile: who.contributorId, requestId: request }
  for (const body of [
    '',
    '[]',
    'null',
    { ...read, profile: papers.profile },
    { ...read, altro: 1 },
    { requestId: request },
    { ...read, requestId: ['x'] },
  ])
    await refused(`replies read with ${JSON.stringify(body)}`, ask('POST', '/api/letture', body))

  const upload = `/api/allegati?${own}&bozza=${draft}`
  const file = { 'content-type': 'application/pdf', 'x-file-name': 'nota.pdf' }
  for (const [what, headers, body, path = upload] of [
    ['no name', { 'x-file-name': '' }, pdf()],
    ['a broken name', { 'x-file-name': '%zz' }, pdf()],
    ['a name of dots', { 'x-file-name': '../..' }, pdf()],
    ['a name over-long', { 'x-file-name': `${'n'.repeat(3000)}.pdf` }, pdf()],
    ['another type', { 'content-type': 'text/html' }, pdf()],
    ['no content', {}, ''],
    ['no draft', {}, pdf(), `/api/allegati?${own}`],
    ['a draft that is no id', {}, pdf(), `/api/allegati?${own}&bozza=x`],
    ['the draft of somebody else', {}, pdf(), `/api/allegati?${own}&bozza=${papers.draft}`],
    ['the contributor of somebody else', {}, pdf(), `/api/allegati?profilo=${papers.profile}&bozza=${papers.draft}`],
    ['the request of somebody else', {}, pdf(), `${upload}&richiesta=${papers.request}`],
    ['a request already sent', {}, pdf(), `/api/allegati?${own}&bozza=${request}`],
  ] as [string, Record<string, string>, string | Buffer, string?][])
    await refused(`a file with ${what}`, ask('POST', path, body, { ...file, ...headers }))
  const endless = { ...file, 'transfer-encoding': 'chunked' }
  await refused('a file without end', ask('POST', upload, Buffer.alloc(3 * 1024 * 1024 + 1, pdf()), endless))
  for (const target of [papers.attachment, papers.draftFile, id(), 'x'])
    await refused('a file to take off', ask('DELETE', `/api/allegati/${target}?${own}`, ''))
  for (const method of ['PATCH', 'DELETE', 'PUT']) await refused(method, ask(method, '/api/letture', read))

  expect(await written(sql, { profile: who.contributorId } as Papers)).toEqual(before)
  expect(await written(sql, papers)).toEqual(theirs)
})

test('words that no keyboard writes are cleaned or refused, on every side', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const strange = `Testo con \u0000 nullo, \u202e voltato, \ud800 spezzato e \u0007 suono.`
  const ask = call(page)
  const draft = id()
  const content = { email: 'prova@esempio.it', areaCode: '13', topicCode: '13.01', text: strange }
  const body = { kind: 'request', version: 0, writer: id(), content }
  expect(await ask('PUT', `/api/bozze/${draft}?profilo=${who.contributorId}`, body)).toBeLessThan(500)
  const kept = await newDraft(page, who, { text: strange })
  await page.goto(`${who.area}/richieste/nuova/controlla?bozza=${kept}`)
  await page.getByRole('button', { name: 'Invia' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Richiesta inviata')
  const [entry] = await sql`select text from thread_entries where id = ${kept}`
  expect(entry!.text).toMatch(/^Testo con {1,2}nullo/)
  expect(entry!.text).not.toMatch(/[\u0000\u0007\u202e]/)
  const pages = `${who.area}/richieste`
  for (const query of [
    'parole=%00',
    'parole=%ED%A0%80',
    'dal=0000-00-00',
    'dal=9999-99-99&al=x',
    'area=%00',
    `parole=${'x'.repeat(5000)}`,
    'stato=aperta&stato=chiusa',
    'parole=a&parole=b',
    'parole=!%26%7C()%3A*%3C-%3E',
    'dopo=9999999-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000',
  ])
    expect
      .soft((await raw(`${pages}?${query}`, { headers: { cookie: await cookieOf(page) } })).status, query)
      .toBeLessThan(500)
})

test('an address with ids that are none is not found', async ({ asking, sql }) => {
  const { owner, officer, papers } = await household(sql, asking)
  const cookies = { contributor: await cookieOf(owner), officer: await cookieOf(officer) }
  const before = await written(sql, papers)
  // as they stand in an address; all of them where a kind of id is met first, the plainest at every other door
  const broken = [
    'x',
    '%00',
    '0',
    '-1',
    String(2 ** 63),
    '..%2f..%2f',
    '%ff',
    '%2500',
    '%5Bobject%20Object%5D',
    "1'--",
    'a'.repeat(3000),
  ]
  const met = new Set<string>()
  for (const [door, { to, call }] of Object.entries(doors)) {
    if (to !== 'contributor' && to !== 'officer') continue
    for (const name of ['profile', 'request', 'draft', 'attachment', 'draftFile'] as const) {
      const { method = 'GET', path, headers = {}, data } = call({ ...papers, [name]: 'SEGNO' })
      const [address = ''] = path.split('?')
      const body = data === undefined || Buffer.isBuffer(data) ? data : JSON.stringify(data)
      const options = { method, headers: { cookie: cookies[to], origin: portal, ...headers }, ...(body && { body }) }
      const nearly = [`${papers[name]}x`, papers[name].slice(1), `%20${papers[name]}`]
      if (!path.includes('SEGNO')) continue
      const bads = met.has(to + name) ? [...broken.slice(0, 2), nearly[0]!] : [...broken, ...nearly]
      met.add(to + name)
      for (const bad of bads) {
        const { status } = await raw(path.replace('SEGNO', bad), options)
        const fine = address.includes('SEGNO') ? status === 404 : status < 500
        expect.soft(fine, `${door} with ${name} ${bad.slice(0, 40)} answered ${status}`).toBe(true)
      }
    }
  }
  expect(await written(sql, papers)).toEqual(before)
})
