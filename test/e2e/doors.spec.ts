import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { type Call, doors } from './doors'
import { fillForm } from './forms'
import { household, written } from './household'
import { marco, newContributor, newOffice, newOfficer, signIn } from './people'
import { expect, portal, test } from './portal'

const uuid = () => crypto.randomUUID()
const all = Object.entries(doors)
const guarded = all.filter(([, { to }]) => to !== 'everybody')
const fileOf = (door: string) => door.split(' ')[0]!

/** Asks without following anywhere, but for the step by which Next gives the answer to a script its own address. */
async function knock(request: APIRequestContext, { method = 'GET', path, headers = {}, data }: Call, more = {}) {
  const options = { method, headers: { origin: portal, ...headers, ...more }, maxRedirects: 0 }
  const ask = (address: string) => request.fetch(address, data === undefined ? options : { ...options, data })
  const answer = await ask(path)
  const { location } = answer.headers()
  return location && new URL(location, portal).searchParams.has('_rsc') ? ask(location) : answer
}

/** To a script that asks for the data of a page Next says in the body, under 200, that there is no such page. */
const saysNo = /NEXT_HTTP_ERROR_FALLBACK;404/
const saysSignIn = /NEXT_REDIRECT;\w+;\/accesso\?/

async function expectShut(door: string, answer: APIResponse, secrets: string[]) {
  const body = await answer.text()
  const shut = answer.status() === 404 || (answer.headers()['content-type'] === 'text/x-component' && saysNo.test(body))
  expect.soft(shut, `${door} answered ${answer.status()} ${answer.headers().location ?? ''}`).toBe(true)
  for (const secret of secrets) expect.soft(body.includes(secret), `${door} tells «${secret}»`).toBe(false)
}

test('every page and route on disk stands in the table, and the table names no other', () => {
  const app = join(import.meta.dirname, '../../app')
  const onDisk = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => ['page.tsx', 'route.ts'].includes(basename(file)))
    .map((file) => file.replaceAll('\\', '/'))
  expect([...new Set(all.map(([door]) => fileOf(door)))].sort()).toEqual(onDisk.sort())
})

test('each door opens to whom it is for', async ({ asking, sql }) => {
  const { owner, officer, papers } = await household(sql, asking)
  const administrator = await asking(marco)
  const visitor = await asking(await newContributor(sql))
  const right = { contributor: owner, person: owner, officer, administrator, everybody: visitor }
  for (const [door, { to, call, opens = [200] }] of all) {
    const answer = await knock(right[to].request, call(papers))
    expect
      .soft(opens, `${door} answered ${answer.status()}: ${(await answer.text()).slice(0, 200)}`)
      .toContain(answer.status())
    expect.soft(answer.headers().location ?? '', door).not.toContain('ritorno=')
  }
})

test('on every page one reads for whom one acts, and finds the way out', async ({ asking, sql }) => {
  const { owner, officer, papers, who } = await household(sql, asking)
  const [company] = await sql`select codice_fiscale as code from contributors where id = ${papers.profile}`
  for (const [door, { to, call }] of guarded) {
    const { method = 'GET', path } = call(papers)
    if (method !== 'GET' || fileOf(door).endsWith('route.ts') || to === 'administrator') continue
    const html = (await (await (to === 'officer' ? officer : owner).request.get(path)).text()).replaceAll(
      '<!-- -->',
      '',
    )
    expect.soft(html, door).toContain('<form action="/esci" method="post">')
    const acting = `Stai operando per: <strong>${who.denomination}</strong> – C.F. ${company!.code}`
    if (to === 'contributor') expect.soft(html, door).toContain(acting)
  }
})

test('who is not signed in is sent to sign in, and a script is told so', async ({ asking, request, sql }) => {
  const { papers, secrets } = await household(sql, asking)
  const before = await written(sql, papers)
  for (const [door, { call }] of guarded)
    for (const more of [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }, { cookie: 'cassetto=falso' }]) {
      const answer = await knock(request, call(papers), more)
      const leads = (answer.headers().location ?? '').replace(portal, '')
      const body = await answer.text()
      const told =
        leads.startsWith('/accesso?') || saysSignIn.test(body) || (door.startsWith('api/') && answer.status() === 401)
      // a prefetch brings the shape of the page, no row of it
      const shapeOnly = 'Next-Router-Prefetch' in more && answer.headers()['content-type'] === 'text/x-component'
      expect.soft(told || shapeOnly, `${door} ${JSON.stringify(more)} answered ${answer.status()} ${leads}`).toBe(true)
      for (const secret of secrets) expect.soft(body.includes(secret), `${door} tells «${secret}»`).toBe(false)
    }
  expect(await written(sql, papers)).toEqual(before)
})

test('the wrong kind of person finds nothing', async ({ asking, sql }) => {
  const { owner, officer, papers, secrets } = await household(sql, asking)
  const administrator = await asking(marco)
  const before = await written(sql, papers)
  const wrong = {
    contributor: [officer, administrator],
    officer: [owner, administrator],
    administrator: [owner, officer],
    person: [],
    everybody: [],
  }
  for (const [door, { to, call }] of guarded)
    for (const person of wrong[to])
      await expectShut(door, await knock(person.request, call(papers)), to === 'officer' ? [] : secrets)
  expect(await written(sql, papers)).toEqual(before)
})

test('a stranger of the right kind finds nothing, with the ids in hand', async ({ asking, sql }) => {
  const { papers, secrets } = await household(sql, asking)
  const other = await newContributor(sql)
  const contributor = await asking(other)
  const officer = await asking(await newOfficer(sql, await newOffice(sql)))
  const before = await written(sql, papers)
  const personal = guarded.filter(([, { to, shared }]) => !shared && (to === 'contributor' || to === 'officer'))
  for (const [door, { to, call }] of personal)
    for (const more of [{}, { RSC: '1' }])
      await expectShut(
        door,
        await knock((to === 'officer' ? officer : contributor).request, call(papers), more),
        secrets,
      )

  for (const [door, { shared, call }] of guarded) {
    if (!shared) continue
    const body = await (await knock(officer.request, call(papers))).text()
    for (const secret of secrets) expect.soft(body.includes(secret), `${door} tells «${secret}»`).toBe(false)
  }

  // somebody's ids under one's own name
  const mine = { ...papers, profile: other.contributorId }
  for (const [door, { to, call }] of guarded) {
    if (to !== 'contributor') continue
    const answer = await knock(contributor.request, call(mine))
    expect.soft(answer.status(), door).not.toBe(500)
    const body = await answer.text()
    for (const secret of secrets) expect.soft(body.includes(secret), `${door} tells «${secret}»`).toBe(false)
    if (door.includes('[request]') || door.includes('[attachment]') || door.includes('controlla'))
      expect.soft(answer.status(), door).toBe(404)
  }
  expect(await written(sql, papers)).toEqual(before)
})

test('who may no longer act for a contributor is out at the next request', async ({ asking, sql }) => {
  const { who, owner, officer, papers, secrets } = await household(sql, asking)
  const before = await written(sql, papers)
  await sql`update accesses set valid_to = now() - interval '1 minute' where contributor_id = ${papers.profile}`
  await sql`update officers set valid_to = current_date - 1 where office_code = (select office_code from contributors where id = ${papers.profile})`
  for (const [door, { to, call }] of guarded)
    if (to === 'contributor' || to === 'officer')
      await expectShut(door, await knock((to === 'officer' ? officer : owner).request, call(papers)), secrets)
  expect(await (await owner.request.get('/area')).text()).toContain('Non risulta nessun contribuente')
  await sql`update users set disabled_at = now() where id = ${who.userId}`
  expect((await owner.request.get('/area')).url()).toContain('/accesso?')
  expect(await written(sql, papers)).toEqual(before)
})

test('what belongs to somebody else and what does not exist are answered alike', async ({ asking, sql }) => {
  const { papers } = await household(sql, asking)
  const other = await newContributor(sql)
  const page = await asking(other)
  // without what is new at every answer: ids, nonces, and the pieces and order in which it was streamed
  const plain = async (answer: APIResponse) =>
    (await answer.text())
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
      .replace(/[\w+/]{22}==/g, 'NONCE')
      .replaceAll('"])</script><script nonce="NONCE">self.__next_f.push([1,"', '')
      .split(/(?=<)|\\n/)
      .sort()
  const nothing = { ...papers, request: uuid(), attachment: uuid(), draftFile: uuid() }
  for (const door of [
    'area/[profile]/richieste/[request]/page.tsx',
    'area/[profile]/richieste/[request]/ricevuta/page.tsx',
  ]) {
    const theirs = await knock(page.request, doors[door]!.call({ ...papers, profile: other.contributorId }))
    const none = await knock(page.request, doors[door]!.call({ ...nothing, profile: other.contributorId }))
    expect([theirs.status(), none.status()]).toEqual([404, 404])
    expect(await plain(theirs)).toEqual(await plain(none))
  }
  const theirProfile = await knock(page.request, { path: `/area/${papers.profile}/richieste` })
  const noProfile = await knock(page.request, { path: `/area/${uuid()}/richieste` })
  expect([theirProfile.status(), noProfile.status()]).toEqual([404, 404])
  expect(await plain(theirProfile)).toEqual(await plain(noProfile))
  for (const door of ['api/allegati/[attachment]/route.ts GET', 'api/allegati/[attachment]/route.ts DELETE']) {
    const theirs = await knock(page.request, doors[door]!.call({ ...papers, profile: other.contributorId }))
    const none = await knock(page.request, doors[door]!.call({ ...nothing, profile: other.contributorId }))
    expect([theirs.status(), await plain(theirs)]).toEqual([none.status(), await plain(none)])
  }
})

test('the session of another person cannot be ended', async ({ asking, sql }) => {
  const { owner, papers } = await household(sql, asking)
  const thief = await newContributor(sql)
  const page = await asking(thief)
  // a second session of their own: that form is the one they will send with another id
  await signIn(page, thief)
  const form = await fillForm(page.request, '/sessioni', { sessionId: papers.session })
  expect(await (await form.post()).text()).toContain('Questa sessione è già terminata.')
  expect((await owner.request.get(`/area/${papers.profile}/richieste`)).url()).not.toContain('/accesso')
})
