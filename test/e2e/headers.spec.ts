import { doors } from './doors'
import { household } from './household'
import { marco, newContributor, newPerson } from './people'
import { expect, portal, test } from './portal'
import { cookieOf, raw } from './raw'
import { newDraft } from './requests'

const pagePolicy = {
  'default-src': "'self'",
  'script-src': "'self' 'nonce-NONCE' 'strict-dynamic'",
  'style-src': "'self' 'nonce-NONCE'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}
const directives = (policy: string) =>
  Object.fromEntries(
    policy
      .replace(/nonce-[\w+/]{22}==/g, 'nonce-NONCE')
      .split(';')
      .map((directive) => {
        const [name, ...values] = directive.trim().split(' ')
        return [name, values.join(' ')]
      }),
  )

/** Where a redirect leads, as the browser that asked the portal would go. */
const leads = ({ headers }: Awaited<ReturnType<typeof raw>>) => new URL(String(headers.location), portal).href

/** What no answer of the portal is without, and what none has. */
function expectDressed(what: string, headers: Record<string, string | string[] | undefined>) {
  const policy = directives(String(headers['content-security-policy']))
  expect.soft(policy, what).toMatchObject({ 'object-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'" })
  expect.soft(policy['form-action'], what).toBe("'self'")
  expect.soft(headers, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  for (const telltale of ['x-powered-by', 'server', 'access-control-allow-origin', 'x-nonce', 'x-portal-address'])
    expect.soft(headers[telltale], `${what}: ${telltale}`).toBeUndefined()
  const store = String(headers['cache-control'])
  expect.soft(store, `${what}: cache-control`).toContain('no-store')
}

test('every answer is dressed, and every personal one is forgotten', async ({ asking, sql }) => {
  const { owner, officer, papers } = await household(sql, asking)
  const cookies = {
    everybody: '',
    person: await cookieOf(owner),
    contributor: await cookieOf(owner),
    officer: await cookieOf(officer),
    administrator: await cookieOf(await asking(marco)),
  }
  for (const [door, { to, call }] of Object.entries(doors)) {
    const { method = 'GET', path } = call(papers)
    if (method !== 'GET') continue
    const answer = await raw(path, { headers: { cookie: cookies[to] } })
    if (to !== 'everybody') expectDressed(door, answer.headers)
    if (!String(answer.headers['content-type']).startsWith('text/html') || answer.status !== 200) continue
    const policy = String(answer.headers['content-security-policy'])
    expect.soft(directives(policy), door).toMatchObject(pagePolicy)
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]
    const scripts = [...answer.body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect.soft(scripts.length, door).toBeGreaterThan(0)
    for (const script of scripts) expect.soft(script, door).toContain(`nonce="${nonce}"`)
    expect.soft(answer.body, door).not.toMatch(/<[a-z]+[^>]*\s(style|onclick|onerror|onload)=/i)
    expect.soft(/'nonce-([^']+)'/.exec(String((await raw('/')).headers['content-security-policy']))![1]).not.toBe(nonce)
  }
})

test('answers that are no page are dressed too', async ({ request }) => {
  const style = /href="([^"]+\.css)"/.exec(await (await request.get('/')).text())![1]!
  for (const file of [style, '/icon.svg', '/favicon.ico']) {
    const { status, headers } = await raw(file)
    expect.soft(status, file).toBe(200)
    expect.soft(headers['x-content-type-options'], file).toBe('nosniff')
    expect.soft(headers['access-control-allow-origin'], file).toBeUndefined()
  }
  const others = {
    'a page that is not there': await raw('/non-esiste'),
    'a redirect to sign-in': await raw('/area'),
    'a refusal': await raw('/esci', { method: 'POST', headers: { origin: 'https://evil.example' } }),
    'an address that is not there for scripts': await raw('/api/non-esiste'),
    'a script not signed in': await raw(`/api/bozze/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { origin: portal },
    }),
  }
  for (const [what, { headers }] of Object.entries(others))
    expectDressed(what, { 'cache-control': 'no-store', ...headers })
})

test('the portal’s own files and the inside of the project are at no address', async () => {
  for (const path of [
    '/.env',
    '/.git/config',
    '/package.json',
    '/.next/BUILD_ID',
    '/lib/env.ts',
    '/metrics',
    '/api/auth/session',
  ])
    expect.soft((await raw(path)).status, path).toBe(404)
  const { body } = await raw('/')
  for (const [, script] of body.matchAll(/src="([^"]+\.js)"/g)) {
    expect.soft((await raw(`${script}.map`)).status).toBe(404)
    expect.soft((await raw(script!)).body).not.toContain('sourceMappingURL=')
  }
  expect((await raw('/', { method: 'TRACE' })).status).toBeGreaterThanOrEqual(400)
})

test('what a client says of itself in headers changes nothing', async ({ asking, sql }) => {
  const who = await newContributor(sql)
  const page = await asking(who)
  const cookie = await cookieOf(page)
  const lies: Record<string, string> = {
    'x-portal-address': '//evil.example/preso',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-original-url': '/amministrazione',
    'x-rewrite-url': '/amministrazione',
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-middleware-rewrite': '/amministrazione',
    'x-matched-path': '/amministrazione',
    'x-invoke-path': '/amministrazione',
    'x-nonce': 'noto',
    'x-request-id': 'noto',
    'content-security-policy': "default-src *; script-src * 'nonce-noto'",
    forwarded: 'host=evil.example',
  }
  for (const [name, value] of Object.entries(lies)) {
    const headers = { [name]: value }
    const unsigned = await raw('/area', { headers })
    expect.soft(leads(unsigned), name).toBe(`${portal}/accesso?ritorno=%2Farea`)
    const lapsed = await raw('/accesso/nuovo-pin', { headers: { ...headers, cookie: 'cassetto=falso' } })
    expect.soft(leads(lapsed), name).toBe(`${portal}/accesso?ritorno=%2Faccesso%2Fnuovo-pin`)
    const signed = await raw(`${who.area}/richieste`, { headers: { ...headers, cookie } })
    expect.soft(signed.status, name).toBe(200)
    expectDressed(name, signed.headers)
    expect.soft(JSON.stringify(signed.headers) + signed.body, name).not.toContain('evil.example')
    expect.soft(String(signed.headers['content-security-policy']), name).not.toContain('noto')
    expect.soft(signed.headers['x-request-id'], name).not.toBe('noto')
    expect.soft(signed.body, name).toContain(who.denomination)
  }
  const foreign = await raw('/area', { headers: { host: 'evil.example' } })
  expect(leads(foreign)).toBe(`${portal}/accesso?ritorno=%2Farea`)
  const leaving = await raw('/esci', {
    method: 'POST',
    headers: { cookie, origin: portal, 'x-forwarded-host': 'evil.example' },
  })
  expect(leads(leaving)).toBe(`${portal}/accesso?uscita=1`)
})

test('a write is heard only from the portal’s own pages, at its own name', async ({ asking, page, sql }) => {
  const who = await newContributor(sql)
  const sender = await asking(who)
  const draft = await newDraft(sender, who)
  const cookie = await cookieOf(sender)
  const words = `Da una pagina del portale, ${crypto.randomUUID()}`

  // what a browser with scripts sends, caught on its way: the same is then said from elsewhere
  await page.goto('/feedback')
  await page.getByLabel('Molto', { exact: true }).check()
  await page.getByLabel('Che cosa è andato bene o male').fill(words)
  const caught = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: 'Invia' }).click()
  const action = await caught
  const scripted = {
    path: '/feedback',
    method: 'POST',
    body: action.postDataBuffer()!,
    headers: Object.fromEntries(
      ['next-action', 'content-type', 'accept', 'next-router-state-tree'].flatMap((name) => {
        const value = action.headers()[name]
        return value === undefined ? [] : [[name, value]]
      }),
    ) as Record<string, string>,
  }
  await expect(page.getByText('Grazie: ci aiuta a migliorare il servizio.')).toBeVisible()
  const given = async () => (await sql`select from feedback where text = ${words}`).length
  expect(await given()).toBe(1)

  const html = (await raw('/feedback')).body
  const hidden = [...html.matchAll(/<input type="hidden" name="(\$ACTION[^"]+)"(?: value="([^"]*)")?/g)]
  const boundary = 'confine'
  const fields = [
    ...hidden.map(([, name, value = '']) => [name, value.replaceAll('&quot;', '"')]),
    ['rating', '4'],
    ['page', ''],
    ['text', words],
  ]
  const plain = {
    path: '/feedback',
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--${boundary}--\r\n`,
  }
  const version = async () => (await sql`select version from drafts where id = ${draft}`)[0]!.version as number
  const handler = {
    path: `/api/bozze/${draft}?profilo=${who.contributorId}`,
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ kind: 'request', version: 1, writer: crypto.randomUUID(), content: { text: 'x' } }),
  }
  const writes = [
    { what: 'a form', write: plain, changes: given },
    { what: 'a form with scripts', write: scripted, changes: given },
    { what: 'a route handler', write: handler, changes: version },
  ]
  const { host } = new URL(portal)
  const origins: Record<string, Record<string, string>> = {
    'another site': { origin: 'https://evil.example' },
    'another port': { origin: 'http://localhost:1' },
    'a name that begins alike': { origin: `${portal}.evil.example` },
    'the same name over https': { origin: portal.replace('http:', 'https:') },
    'a sandboxed frame': { origin: 'null' },
    'no origin': {},
    'no origin, with a forwarded host': { 'x-forwarded-host': host },
    'another site that calls itself by its own forwarded name': {
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
    },
    'another host': { origin: portal, host: 'evil.example' },
    'another host and origin alike': { origin: 'http://evil.example', host: 'evil.example' },
  }
  for (const { what, write, changes } of writes) {
    const before = await changes()
    for (const [from, headers] of Object.entries(origins)) {
      const answer = await raw(write.path, { ...write, headers: { ...write.headers, ...headers } })
      expect.soft(answer.status, `${what} from ${from}`).toBe(403)
      expect.soft(answer.body, `${what} from ${from}`).toBe('Richiesta rifiutata')
      expect.soft(await changes(), `${what} from ${from}`).toBe(before)
    }
    const own = await raw(write.path, { ...write, headers: { ...write.headers, origin: portal } })
    expect.soft(own.status, what).toBe(200)
    expect.soft(await changes(), what).toBe(before + 1)
  }
  for (const method of ['PATCH', 'DELETE', 'OPTIONS'])
    expect((await raw('/', { method, headers: { origin: 'https://evil.example' } })).status).toBe(403)
})

test('nobody is named in the address of a page, or in a link of one', async ({ asking, sql }) => {
  test.slow()
  const { owner, officer, papers, who } = await household(sql, asking)
  const administrator = await asking(marco)
  const visitor = await asking(await newPerson(sql))
  const right = { contributor: owner, person: owner, officer, administrator, everybody: visitor }
  const [company] = await sql`select codice_fiscale as code from contributors where id = ${papers.profile}`
  for (const [door, { to, call }] of Object.entries(doors)) {
    const { method = 'GET', path } = call(papers)
    if (method !== 'GET' || door.startsWith('api/') || /\/(pdf|json|scarti)$/.test(path)) continue
    const answer = await right[to].request.get(path)
    const links = [
      answer.url(),
      ...[...(await answer.text()).matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, to]) => to!),
    ]
    for (const link of links)
      for (const code of [who.codiceFiscale, company!.code as string, 'prova@esempio.it'])
        expect.soft(link.toUpperCase(), door).not.toContain(code.toUpperCase())
  }
})
