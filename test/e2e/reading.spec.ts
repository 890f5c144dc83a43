import { badFiles, pdf, png } from '../files'
import { type Call, doors } from './doors'
import { household, written } from './household'
import { newContributor, newOffice, newOfficer } from './people'
import { expect, portal, test } from './portal'
import { cookieOf, raw } from './raw'
import { attach, newDraft, submit } from './requests'

test('no page changes anything by being read, fetched ahead, or looked at by a link checker', async ({
  as,
  asking,
  sql,
}) => {
  const { owner, officer, papers, who } = await household(sql, asking)
  const before = await written(sql, papers)
  expect(before).toMatchObject({ unread: '1' })
  for (const [door, { to, call, opens = [] }] of Object.entries(doors)) {
    const { method = 'GET', path } = call(papers) as Call
    if (method !== 'GET' || to === 'administrator') continue
    const cookie = await cookieOf(to === 'officer' ? officer : owner)
    for (const more of [{}, { RSC: '1' }, { purpose: 'prefetch' }] as Record<string, string>[]) {
      const { status } = await raw(path, { headers: { cookie, ...more } })
      expect.soft(status < 400 || opens.includes(status), `${door}: ${status}`).toBe(true)
    }
    await raw(path, { method: 'HEAD', headers: { cookie } })
  }
  for (const path of ['/esci', '/api/letture', '/api/allegati', `/api/bozze/${papers.draft}`])
    expect((await raw(path, { headers: { cookie: await cookieOf(owner) } })).status, path).toBeGreaterThanOrEqual(400)
  expect(await written(sql, papers)).toEqual(before)
  const [session] = await sql`select ended_at from sessions where id = ${papers.session}`
  expect(session).toEqual({ ended_at: null })

  await test.step('only opening the page, as a person does, reads the replies', async () => {
    const page = await as(who)
    await page.goto(`/area/${papers.profile}/richieste/${papers.request}`)
    await expect.poll(async () => (await written(sql, papers)).unread).toBe('0')
  })
})

test('the office that opens a request does not read it for the sender', async ({ as, sql }) => {
  const { officer, papers } = await household(sql, as)
  await officer.goto(`/sede/richieste/${papers.request}`)
  await expect(officer.getByRole('heading', { name: 'Conversazione' })).toBeVisible()
  expect(await written(sql, papers)).toMatchObject({ unread: '1' })
})

test('files come as downloads, of their own type, in which nothing runs', async ({ asking, sql }) => {
  const office = await newOffice(sql)
  const who = await newContributor(sql, { office })
  const page = await asking(who)
  const request = await newDraft(page, who)
  const nasty = 'perché "%0d%0aX: 1" \u202Efdp.<b>.pdf'
  const files = [
    await attach(page, who, request, nasty, 'application/pdf', pdf('perché')),
    await attach(page, who, request, 'schermata.png', 'image/png', png(4)),
  ]
  await submit(page, who, request)
  const officer = await asking(await newOfficer(sql, office))
  const types = ['application/pdf', 'image/png', 'application/pdf']
  const mine = [
    ...files.map((id) => `/api/allegati/${id}?profilo=${who.contributorId}`),
    `${who.area}/richieste/${request}/ricevuta/pdf`,
  ]
  for (const [index, path] of mine.entries()) {
    const { headers, status } = await raw(path, { headers: { cookie: await cookieOf(page) } })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': types[index],
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[\w.%~!-]+$/,
    )
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    expect(headers['cache-control']).toContain('no-store')
    expect(headers.x).toBeUndefined()
  }
  const [attachment] = files
  const atDesk = await officer.request.get(`/api/allegati/${attachment}`)
  expect(atDesk.status()).toBe(200)
  expect((await atDesk.body()).equals(pdf('perché'))).toBe(true)
  const taken = await sql`
    select actor_kind from audit_events where entity_id = ${attachment!} and change = 'attachment.downloaded' order by sequence`
  expect(taken.map((row) => row.actor_kind)).toEqual(['contributor', 'officer'])
})

const corpus = [
  '<script>document.title="preso"</script>',
  '"><img src=x onerror="document.title=\'preso\'">',
  "javascript:document.title='preso'",
  '{{7*7}}${7*7}<svg/onload=alert(1)>',
  '</textarea></title><b>grassetto</b>',
]

test('what somebody wrote is shown as they wrote it, and never runs', async ({ as, page, sql }) => {
  const office = await newOffice(sql)
  const who = await newContributor(sql, { office })
  const text = corpus.join('\n')
  const denomination = `ROSSI ${corpus[1]} S.R.L.`
  await sql`update contributors set denomination = ${denomination} where id = ${who.contributorId}`
  await sql`update users set last_name = ${corpus[0]!} where id = ${who.userId}`
  const sender = await as(who)
  const officer = await as(await newOfficer(sql, office))
  const facts = { areaCode: '14', topicCode: '14.01', fact_pageName: corpus[1]!, fact_happenedAt: corpus[0]! }
  const draft = await newDraft(sender, who, { text, ...facts })
  await attach(sender, who, draft, `${corpus[1]}.pdf`, 'application/pdf', pdf())

  const dialogs: string[] = []
  const literal = async (on: typeof page, ...expected: string[]) => {
    on.on('dialog', (dialog) => void dialogs.push(dialog.message()))
    const seen = await on.locator('body').innerText()
    for (const each of expected) expect.soft(seen).toContain(each)
    expect.soft(await on.title()).not.toContain('preso')
    expect.soft(await on.locator('img, main script, main svg[onload]').count()).toBe(0)
  }
  await sender.goto(`${who.area}/richieste`)
  await literal(sender, corpus[0]!, denomination)
  await sender.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  await expect(sender.getByLabel('Testo della richiesta')).toHaveValue(text)
  await literal(sender, denomination)
  await sender.goto(`${who.area}/richieste/nuova/controlla?bozza=${draft}`)
  await literal(sender, text, denomination, corpus[1]!)
  await submit(sender, who, draft)
  for (const path of [`/richieste/${draft}`, `/richieste/${draft}/ricevuta`]) {
    await sender.goto(who.area + path)
    await literal(sender, text, denomination, corpus[1]!)
  }
  await sender.goto(`${who.area}/richieste?${new URLSearchParams({ parole: corpus[0]! })}`)
  await expect(sender.getByLabel('Parole')).toHaveValue(corpus[0]!)
  await literal(sender)
  await officer.goto('/sede')
  await literal(officer, denomination)
  await officer.goto(`/sede/richieste/${draft}`)
  await literal(officer, text, denomination, corpus[0]!)

  await page.goto(`/accesso?${new URLSearchParams({ ritorno: corpus[1]!, scaduta: corpus[0]! })}`)
  await page.getByLabel('Codice fiscale').fill(corpus[1]!.slice(0, 60))
  await page.getByLabel('PIN dispositivo').fill('x')
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page.getByText('Codice fiscale o PIN non corretti').first()).toBeVisible()
  await expect(page.getByLabel('Codice fiscale')).toHaveValue(corpus[1]!.slice(0, 60))
  await literal(page)
  await page.goto(`/${encodeURIComponent(corpus[0]!)}`)
  await literal(page, 'Pagina non trovata')
  expect(dialogs).toEqual([])
})

test('a drawing and a page of the web are no attachments', async ({ asking, sql }) => {
  const who = await newContributor(sql)
  const page = await asking(who)
  const draft = await newDraft(page, who)
  const { webPage } = badFiles()
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
  for (const [name, type, data] of [
    [webPage.name, webPage.type, webPage.bytes],
    ['disegno.svg', 'image/svg+xml', Buffer.from(drawing)],
    ['disegno.xml', 'text/xml', Buffer.from(drawing)],
    ['doppio.pdf', 'application/pdf', Buffer.concat([Buffer.from('GIF89a/*'), pdf()])],
  ] as const) {
    const answer = await page.request.post(`/api/allegati?profilo=${who.contributorId}&bozza=${draft}`, {
      headers: { origin: portal, 'content-type': type, 'x-file-name': name },
      data: data,
    })
    expect(answer.status(), name).toBe(422)
  }
})
