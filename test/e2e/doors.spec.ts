import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { APIRequestContext, APIResponse, Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { pdf } from '../files'
import { type Call, doors, type Papers } from './doors'
import { fillForm } from './forms'
import { marco, newContributor, newOffice, newOfficer, type Person } from './people'
import { expect, portal, test } from './portal'
import { attach, newDraft, submit, takeUp } from './requests'

const uuid = () => crypto.randomUUID()
const all = Object.entries(doors)
const guarded = all.filter(([, { to }]) => to !== 'everybody')
const fileOf = (door: string) => door.split(' ')[0]!

function knock(request: APIRequestContext, { method = 'GET', path, headers = {}, data }: Call, more = {}) {
  const options = { method, headers: { origin: portal, ...headers, ...more }, maxRedirects: 0 }
  return request.fetch(path, data === undefined ? options : { ...options, data })
}

const words = 'Parole che soltanto chi le ha scritte può leggere.'
const fileName = 'documento riservato.pdf'

/** A contributor with papers of every kind, the officer who holds them, and the secrets they hold. */
async function household(sql: Sql, as: (person: Person) => Promise<Page>) {
  const office = await newOffice(sql)
  const [who, clerk] = [await newContributor(sql, { office }), await newOfficer(sql, office)]
  const owner = await as(who)
  const request = await newDraft(owner, who, { text: words })
  const attachment = await attach(owner, who, request, fileName, 'application/pdf', pdf(words))
  await submit(owner, who, request)
  const draft = await newDraft(owner, who, { text: words })
  const draftFile = await attach(owner, who, draft, fileName, 'application/pdf', pdf('bozza'))
  const officer = await as(clerk)
  await takeUp(officer, request)
  const [row] = await sql`select protocollo from requests where id = ${request}`
  const [session] = await sql`select id from sessions where user_id = ${who.userId}`
  const papers: Papers = {
    profile: who.contributorId,
    request,
    draft,
    attachment,
    draftFile,
    session: session!.id as string,
  }
  return { who, owner, officer, papers, secrets: [words, fileName, who.denomination, row!.protocollo as string] }
}

/** Rows that a stranger's knock could have written: they must be as many after it. */
const written = async (sql: Sql, { profile }: Papers) =>
  (
    await sql`
      select (select count(*) from requests where contributor_id = ${profile}) as requests,
        (select count(*) from thread_entries where contributor_id = ${profile}) as entries,
        (select md5(string_agg(content::text || version, ',' order by id)) from drafts where contributor_id = ${profile}) as drafts,
        (select count(*) from attachments where contributor_id = ${profile}) as attachments,
        (select count(*) from unread_replies where contributor_id = ${profile}) as unread`
  )[0]!

async function expectShut(door: string, answer: APIResponse, secrets: string[]) {
  const shut = answer.status() === 404 || answer.headers().location?.startsWith('/accesso?') === true
  expect.soft(shut, `${door} answered ${answer.status()} ${answer.headers().location ?? ''}`).toBe(true)
  const body = await answer.text()
  for (const secret of secrets) expect.soft(body.includes(secret), `${door} tells «${secret}»`).toBe(false)
}

test('every page and route on disk stands in the table, and the table names no other', () => {
  const app = join(import.meta.dirname, '../../app')
  const onDisk = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => ['page.tsx', 'route.ts'].includes(basename(file)))
    .map((file) => file.replaceAll('\\', '/'))
  expect([...new Set(all.map(([door]) => fileOf(door)))].sort()).toEqual(onDisk.sort())
})

test('each door opens to whom it is for', async ({ as, sql }) => {
  const { owner, officer, papers } = await household(sql, as)
  const administrator = await as(marco)
  const visitor = await as(await newContributor(sql))
  const right = { contributor: owner, person: owner, officer, administrator, everybody: visitor }
  for (const [door, { to, call, opens = [200] }] of all) {
    const answer = await knock(right[to].request, call(papers))
    expect.soft(opens, `${door} answered ${answer.status()}: ${(await answer.text()).slice(0, 200)}`).toContain(answer.status())
    expect.soft(answer.headers().location ?? '', door).not.toContain('/accesso?')
  }
})

test('who is not signed in is sent to sign in, and a script is told so', async ({ as, request, sql }) => {
  const { papers, secrets } = await household(sql, as)
  const before = await written(sql, papers)
  for (const [door, { call }] of guarded)
    for (const more of [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }, { cookie: 'cassetto=falso' }]) {
      const answer = await knock(request, call(papers), more)
      if (door.startsWith('api/') && answer.status() === 401) continue
      const leads = answer.headers().location ?? ''
      const inside = await answer.text()
      expect.soft(answer.status(), `${door} ${JSON.stringify(more)}`).not.toBe(500)
      expect
        .soft(/^(http:\/\/[^/]+)?\/accesso\?/.test(leads) || inside.includes('/accesso?'), `${door} leads to ${leads}`)
        .toBe(true)
      for (const secret of secrets) expect.soft(inside.includes(secret), `${door} tells «${secret}»`).toBe(false)
    }
  expect(await written(sql, papers)).toEqual(before)
})

test('the wrong kind of person finds nothing', async ({ as, sql }) => {
  const { owner, officer, papers, secrets } = await household(sql, as)
  const administrator = await as(marco)
  const before = await written(sql, papers)
  const wrong = {
    contributor: [officer, administrator],
    officer: [owner, administrator],
    administrator: [owner, officer],
    person: [],
    everybody: [],
  }
  for (const [door, { to, call }] of guarded)
    for (const person of wrong[to]) await expectShut(door, await knock(person.request, call(papers)), to === 'officer' ? [] : secrets)
  expect(await written(sql, papers)).toEqual(before)
})

test('a stranger of the right kind finds nothing, with the ids in hand', async ({ as, sql }) => {
  const { papers, secrets } = await household(sql, as)
  const other = await newContributor(sql)
  const contributor = await as(other)
  const officer = await as(await newOfficer(sql, await newOffice(sql)))
  const before = await written(sql, papers)
  const personal = guarded.filter(([door, { to }]) => to === 'contributor' || (to === 'officer' && door !== 'sede/page.tsx'))
  for (const [door, { to, call }] of personal)
    for (const more of [{}, { RSC: '1' }])
      await expectShut(door, await knock((to === 'officer' ? officer : contributor).request, call(papers), more), secrets)

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

test('who may no longer act for a contributor is out at the next request', async ({ as, sql }) => {
  const { who, owner, officer, papers, secrets } = await household(sql, as)
  const before = await written(sql, papers)
  await sql`update accesses set valid_to = now() - interval '1 minute' where contributor_id = ${papers.profile}`
  await sql`update officers set valid_to = current_date - 1 where office_code = (select office_code from contributors where id = ${papers.profile})`
  for (const [door, { to, call }] of guarded)
    if (to === 'contributor' || to === 'officer')
      await expectShut(door, await knock((to === 'officer' ? officer : owner).request, call(papers)), secrets)
  await owner.goto('/area')
  await expect(owner.getByText('Non risulta nessun contribuente')).toBeVisible()
  await sql`update users set disabled_at = now() where id = ${who.userId}`
  await owner.goto('/area')
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Accedi')
  expect(await written(sql, papers)).toEqual(before)
})

test('what belongs to somebody else and what does not exist are answered alike', async ({ as, sql }) => {
  const { papers } = await household(sql, as)
  const other = await newContributor(sql)
  const page = await as(other)
  const plain = async (answer: APIResponse) =>
    (await answer.text())
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
      .replace(/nonce(\\?)="[^"\\]*\\?"|"nonce":"[^"]*"/g, 'NONCE')
      .replace(/'nonce-[^']*'/g, 'NONCE')
  const nothing = { ...papers, request: uuid(), attachment: uuid(), draftFile: uuid() }
  for (const door of ['area/[profile]/richieste/[request]/page.tsx', 'area/[profile]/richieste/[request]/ricevuta/page.tsx']) {
    const theirs = await knock(page.request, doors[door]!.call({ ...papers, profile: other.contributorId }))
    const none = await knock(page.request, doors[door]!.call({ ...nothing, profile: other.contributorId }))
    expect([theirs.status(), none.status()]).toEqual([404, 404])
    expect(await plain(theirs)).toBe(await plain(none))
  }
  const theirProfile = await knock(page.request, { path: `/area/${papers.profile}/richieste` })
  const noProfile = await knock(page.request, { path: `/area/${uuid()}/richieste` })
  expect([theirProfile.status(), noProfile.status()]).toEqual([404, 404])
  expect(await plain(theirProfile)).toBe(await plain(noProfile))
  for (const door of ['api/allegati/[attachment]/route.ts GET', 'api/allegati/[attachment]/route.ts DELETE']) {
    const theirs = await knock(page.request, doors[door]!.call({ ...papers, profile: other.contributorId }))
    const none = await knock(page.request, doors[door]!.call({ ...nothing, profile: other.contributorId }))
    expect([theirs.status(), await plain(theirs)]).toEqual([none.status(), await plain(none)])
  }
})

test('the session of another person cannot be ended', async ({ as, sql }) => {
  const { owner, papers } = await household(sql, as)
  const thief = await newContributor(sql)
  const page = await as(thief)
  const form = await fillForm(page.request, '/sessioni', { sessionId: papers.session })
  expect(await (await form.post()).text()).toContain('Questa sessione è già terminata.')
  await owner.goto(`/area/${papers.profile}/richieste`)
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Lista richieste')
})
