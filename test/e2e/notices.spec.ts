import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { formatWeek, mondayOf } from '../../lib/calendar/weeks'
import { pdf } from '../files'
import { expectAccessible } from './axe'
import { fillForm } from './forms'
import { newNotice } from './notices'
import { type Asker, type Contributor, newContributor, newOffice, newOfficer, newPerson, signIn } from './people'
import { expect, portal, test } from './portal'
import { raw } from './raw'
import { words } from './requests'

const withoutScripts = { javaScriptEnabled: false }
const banner = 'Attenzione: sono presenti delle comunicazioni da leggere'
const anAmount = /\d,\d{2}\s€/
const total = /120,00\s€/

/** A contributor with one notice of 120,00 € that nobody has read, and an officer of the office that published it. */
async function published(sql: Sql) {
  const office = await newOffice(sql)
  const [who, clerk] = [await newContributor(sql, { office }), await newOfficer(sql, office)]
  const notice = await newNotice(sql, { contributorId: who.contributorId, office, officerId: clerk.userId })
  return { who, clerk, notice: { ...notice, path: `${who.area}/comunicazioni/${notice.id}` } }
}
type Notice = Awaited<ReturnType<typeof published>>['notice']

/** A second person who acts for the same contributor. */
async function newColleague(sql: Sql, { contributorId }: Contributor) {
  const colleague = await newPerson(sql)
  await sql`
    insert into accesses (id, user_id, contributor_id, title, valid_from)
    values (${crypto.randomUUID()}, ${colleague.userId}, ${contributorId}, 'legal_representative', now() - interval '1 year')`
  return colleague
}

/** «Apri e leggi», by plain HTTP. */
async function read({ request }: Asker, { id, path }: Notice) {
  const form = await fillForm(request, path, { noticeId: id }, { having: 'Apri e leggi' })
  expect((await form.post()).headers().location).toContain(path)
}

const readings = (sql: Sql, { id }: Notice) =>
  sql`select user_id, title, first from notice_readings where notice_id = ${id} order by first desc, read_at`

/** All that a reading, or a mark of one, would leave behind. */
const traces = async (sql: Sql, { id }: Notice) =>
  (
    await sql`
      select first_read_at, (select count(*)::int from notice_readings where notice_id = ${id}) as readings,
        (select count(*)::int from notices_seen where notice_id = ${id}) as seen,
        (select count(*)::int from audit_events where entity_id = ${id} and change in ('notice.read', 'notice.marked_read')) as record
      from notices where id = ${id}`
  )[0]!
const noTrace = { first_read_at: null, readings: 0, seen: 0, record: 0 }

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const count = (page: Page, spoken: string) =>
  page.getByRole('navigation', { name: 'Comunicazione bidirezionale' }).getByText(`(${spoken})`)
const row = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('link') })
const readers = (page: Page) => page.getByRole('region', { name: 'Letta da' })
const dot = (page: Page) => page.getByText('Da leggere per te')

async function downloaded(page: Page, link: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
  return readFile(await download.path())
}

/** From the banner to the notice, open and read. */
async function openAndRead(page: Page, who: Contributor) {
  await page.goto(`${who.area}/richieste`)
  await page.getByRole('link', { name: banner, exact: true }).click()
  await expect(title(page)).toHaveText('Comunicazioni irregolarità da leggere')
  await row(page).getByRole('link').click()
  await page.getByRole('button', { name: 'Apri e leggi' }).click()
  await expect(readers(page)).toContainText(`da ${who.name}, legale rappresentante`)
}

/** «Importi già versati», from the notice to the request that was sent; gives its protocollo. */
async function answer(page: Page, notice: Notice) {
  await page.goto(notice.path)
  await page.getByRole('link', { name: 'Importi già versati' }).click()
  await expect(title(page)).toHaveText('Nuova richiesta')
  await expect(page.getByLabel('Collega la richiesta alla comunicazione')).toBeChecked()
  await expect(page.getByLabel('Argomento')).toHaveValue('05')
  await expect(page.getByLabel('Dettaglio')).toHaveValue('05.01')
  await expect(page.getByLabel('Numero della comunicazione')).toHaveValue(notice.protocollo)
  await expect(page.getByLabel('Mesi contestati')).toHaveValue('03/2024')
  await page.getByLabel('Indirizzo e-mail').fill('prova@esempio.it')
  await page.getByLabel('Testo della richiesta').fill(words)
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(title(page)).toHaveText('Controlla e invia')
  await page.getByRole('button', { name: 'Invia', exact: true }).click()
  await expect(title(page)).toHaveText('Richiesta inviata')
  const protocollo = (await page.locator('.receipt-number .code').textContent())!
  await page.goto(notice.path)
  await expect(page.getByText(/^Risposta inviata il .+, protocollo/)).toContainText(`protocollo ${protocollo}`)
  await expect(page.locator('.notice-heading')).toContainText('In lavorazione')
  return protocollo
}

/** «Ho versato», with the receipt of payment. */
async function pay(page: Page, notice: Notice) {
  await page.goto(notice.path)
  await page.getByRole('link', { name: 'Ho versato' }).click()
  await page.getByLabel('Data del versamento').fill('20/04/2024')
  await page.getByLabel('Importo versato').fill('120,00')
  const receipt = { name: 'Quietanza.pdf', mimeType: 'application/pdf', buffer: pdf(notice.id) }
  await page.getByLabel('Quietanza').setInputFiles(receipt)
  await page.getByRole('button', { name: 'Comunica il versamento' }).click()
  const told = page
    .getByRole('list', { name: 'Storia' })
    .getByRole('listitem')
    .filter({ hasText: 'Versamento comunicato' })
  await expect(told).toContainText(/Versati 120,00\s€ il 20\/04\/2024/)
  await expect(told.getByRole('link')).toContainText('Quietanza.pdf')
}

const dataOf = (buffer: Buffer) => ({ name: 'ricevuta.json', mimeType: 'application/json', buffer })

/** Asks `/verifica` about a code, and a file if there is one. */
async function verify(page: Page, code: string, file?: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto('/verifica')
  await page.getByLabel('Codice di verifica').fill(code)
  if (file) await page.getByLabel('File della ricevuta').setInputFiles(file)
  await page.getByRole('button', { name: 'Verifica' }).click()
}
const matches = (page: Page) => page.getByRole('status').getByText('Corrisponde', { exact: true })
const differs = (page: Page) => page.getByRole('alert').getByText(/^Non corrisponde\./)

test('the first who opens a notice reads it for the contributor, and the others find it open', async ({ as, sql }) => {
  test.slow()
  const { who, notice } = await published(sql)
  const colleague = await newColleague(sql, who)
  const mine = { user_id: who.userId, title: 'legal_representative', first: true }
  const theirs = { user_id: colleague.userId, title: 'legal_representative', first: false }
  const page = await as(who)

  await test.step('the banner leads to the list, and the list to an envelope without amounts', async () => {
    await page.goto(`${who.area}/richieste`)
    await page.getByRole('link', { name: banner, exact: true }).click()
    await expect(title(page)).toHaveText('Comunicazioni irregolarità da leggere')
    await expect(page).toHaveTitle(/^\(1\) Comunicazioni irregolarità da leggere/)
    await expect(count(page, '1 comunicazione da leggere')).toBeAttached()
    await expect(page.locator('body')).not.toContainText(anAmount)
    await expectAccessible(page, 'notices to be read')
    await row(page).getByRole('link').click()
    await expect(page.getByRole('button', { name: 'Apri e leggi' })).toBeVisible()
    await expect(page.getByText(`letta per ${who.denomination} da te, come legale rappresentante`)).toBeVisible()
    await expect(page.locator('body')).not.toContainText(anAmount)
    await expectAccessible(page, 'the envelope of a notice')
    expect(await traces(sql, notice)).toEqual(noTrace)
  })

  await test.step('«Apri e leggi» is the legal reading, and moves the notice among those read', async () => {
    await page.getByRole('button', { name: 'Apri e leggi' }).click()
    await expect(readers(page)).toContainText(`da ${who.name}, legale rappresentante`)
    await expect(page.locator('.notice-total')).toContainText(total)
    await expect(page.getByText(banner)).toHaveCount(0)
    await expect(count(page, '1 comunicazione da leggere')).toHaveCount(0)
    await expect(count(page, '1 comunicazione letta')).toBeAttached()
    expect(await readings(sql, notice)).toEqual([mine])
    expect(await traces(sql, notice)).toMatchObject({ first_read_at: expect.any(Date), record: 1 })
    await expectAccessible(page, 'a notice that was read')
    await page.goto(`${who.area}/comunicazioni/da-leggere`)
    await expect(page.getByText('Non ci sono comunicazioni da leggere')).toBeVisible()
    await page.goto(`${who.area}/comunicazioni/lette`)
    await expect(row(page)).toContainText(total)
    await expect(dot(page)).toHaveCount(0)
  })

  await test.step('a second person reads at once, and is among the readers when they say so', async () => {
    const legal = await traces(sql, notice)
    const second = await as(colleague)
    await second.goto(`${who.area}/comunicazioni/lette`)
    await expect(second.getByText(banner)).toHaveCount(0)
    await expect(dot(second)).toBeVisible()
    await expectAccessible(second, 'notices that were read, one not by the person')
    await row(second).getByRole('link').click()
    await expect(second.locator('.notice-total')).toContainText(total)
    await expect(readers(second)).not.toContainText(colleague.name)
    expect(await readings(sql, notice)).toEqual([mine])
    await second.getByRole('button', { name: 'Segna come letta da me' }).click()
    await expect(readers(second).getByRole('listitem')).toContainText(colleague.name)
    await expect(dot(second)).toHaveCount(0)
    expect(await readings(sql, notice)).toEqual([mine, theirs])

    await second.getByRole('button', { name: 'Segna come da leggere' }).click()
    await expect(dot(second)).toBeVisible()
    await expect(readers(second)).toContainText(who.name)
    await expect(readers(second).getByRole('listitem')).toContainText(colleague.name)
    await expect(count(second, '1 comunicazione letta')).toBeAttached()
    expect(await readings(sql, notice)).toEqual([mine, theirs])
    expect((await traces(sql, notice)).first_read_at).toEqual(legal.first_read_at)
    await page.reload()
    await expect(dot(page)).toHaveCount(0)
    await expect(page.getByText(banner)).toHaveCount(0)
  })
})

test('anybody is told whether a receipt of reading is true, and not a word of what it says', async ({
  as,
  open,
  sql,
}) => {
  test.slow()
  const { who, notice } = await published(sql)
  const page = await as(who)
  await read(page, notice)
  await page.goto(notice.path)
  await page.getByRole('link', { name: 'Ricevuta di lettura' }).click()
  await expect(title(page)).toHaveText('Ricevuta di lettura')
  const code = (await page.locator('.receipt-number .code').textContent())!
  const json = await downloaded(page, 'Scarica i dati (JSON)')
  const paper = await downloaded(page, 'Scarica la ricevuta (PDF)')
  expect(JSON.parse(json.toString())).toMatchObject({
    protocollo: notice.protocollo,
    externalNumber: notice.externalNumber,
    reader: { name: who.name, codiceFiscale: who.codiceFiscale },
    contributor: { denomination: who.denomination, codiceFiscale: who.companyCode },
    title: 'Legale rappresentante',
  })
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  await expectAccessible(page, 'the receipt of a reading')

  const visitor = await open()
  const told: string[] = []
  const changed = Buffer.from(json)
  changed[changed.length >> 1]! ^= 1
  for (const file of [undefined, dataOf(json), { name: 'ricevuta.pdf', mimeType: 'application/pdf', buffer: paper }]) {
    await verify(visitor, code, file)
    await expect(matches(visitor), file?.name).toBeVisible()
    told.push(await visitor.content())
  }
  await verify(visitor, code, dataOf(changed))
  await expect(differs(visitor)).toBeVisible()
  await expect(matches(visitor)).toHaveCount(0)
  told.push(await visitor.content())
  await expectAccessible(visitor, 'a receipt that does not match')
  const personal = [
    who.name,
    who.codiceFiscale,
    who.denomination,
    who.companyCode,
    notice.protocollo,
    notice.externalNumber,
  ]
  for (const secret of [...personal, who.contributorId, notice.id]) expect(told.join('\n')).not.toContain(secret)
})

test('an answer sent from a notice comes to the office with the facts of the notice', async ({ as, sql }) => {
  test.slow()
  const { who, clerk, notice } = await published(sql)
  const page = await as(who)
  await read(page, notice)
  await page.goto(`${who.area}/richieste/nuova?${new URLSearchParams({ comunicazione: notice.id, oggetto: '05.01' })}`)
  await expectAccessible(page, 'a new request that answers a notice')
  const protocollo = await answer(page, notice)
  await page
    .getByText(/^Risposta inviata il/)
    .getByRole('link')
    .click()
  await expect(title(page)).toHaveText('Importi già versati')
  const linked = page.getByRole('definition').filter({ has: page.getByRole('link', { name: notice.protocollo }) })
  await expect(linked).toContainText('03/2024')

  const officer = await as(clerk)
  await officer.goto('/sede')
  const queued = officer.getByRole('row').filter({ hasText: protocollo })
  await expect(queued).toContainText('Importi già versati')
  await expect(queued).toContainText('Comunicazione di debito – omesso o parziale versamento')
  await expect(queued).toContainText('03/2024')
  await officer.getByRole('link', { name: protocollo }).click()
  const facts = officer.getByRole('region', { name: `Risponde alla comunicazione ${notice.protocollo}` })
  await expect(facts).toContainText(total)
  await expect(facts).toContainText('03/2024')
  await expect(facts).toContainText(notice.externalNumber)
  await expect(facts).toContainText('In lavorazione')
  await expectAccessible(officer, 'a request that answers a notice')
  await facts.getByRole('link').click()
  await expect(officer.getByRole('region', { name: 'Risposte del contribuente' })).toContainText(protocollo)
})

test('a payment is told with its receipt, which the office can take', async ({ as, asking, sql }) => {
  const { who, clerk, notice } = await published(sql)
  const page = await as(who)
  await read(page, notice)
  await page.goto(`${notice.path}/ho-versato`)
  await page.getByRole('button', { name: 'Comunica il versamento' }).click()
  await expect(page.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
  await expectAccessible(page, 'a payment to be told, with mistakes')
  await pay(page, notice)
  await expect(page.locator('.notice-heading')).toContainText('In lavorazione')

  const { request } = await asking(clerk)
  const desk = await (await request.get(`/sede/comunicazioni/${notice.id}`)).text()
  const receipt = /href="([^"]+\/versamenti\/[^"]+)"/.exec(desk)![1]!
  expect(await (await request.get(receipt)).body()).toEqual(pdf(notice.id))
})

test('a payment that was being told when the session ended is still there, with its file, once signed in again', async ({
  as,
  sql,
}) => {
  const { who, notice } = await published(sql)
  const page = await as(who)
  await read(page, notice)
  await page.goto(`${notice.path}/ho-versato`)
  await page.getByLabel('Data del versamento').fill('20/04/2024')
  await page.getByLabel('Importo versato').fill('120,00')
  const receipt = { name: 'Quietanza.pdf', mimeType: 'application/pdf', buffer: pdf(notice.id) }
  await page.getByLabel('Quietanza').setInputFiles(receipt)
  await sql`update sessions set last_seen_at = now() - interval '20 minutes' where user_id = ${who.userId}`
  await page.getByRole('button', { name: 'Comunica il versamento' }).click()
  await expect(page.getByText('La sessione è scaduta. Accedi di nuovo in un’altra scheda')).toBeVisible()
  await expect(page.getByLabel('Importo versato')).toHaveValue('120,00')

  await signIn(page, who)
  await page.getByRole('button', { name: 'Comunica il versamento' }).click()
  await expect(page.getByRole('list', { name: 'Storia' })).toContainText('Quietanza.pdf')
})

test('what is due stands under its week, and in a calendar that whoever has its address reads until it is revoked', async ({
  as,
  sql,
}) => {
  const { who, notice } = await published(sql)
  const [term] = await sql`select due_by::text as due from notices where id = ${notice.id}`
  const due = term!.due as string
  const page = await as(who)
  await page.goto(`${who.area}/scadenze`)
  await expect(page.getByRole('heading', { name: `Settimana ${formatWeek(mondayOf(due))}` })).toBeVisible()
  await expect(row(page)).toContainText(notice.protocollo)
  await expect(row(page)).toContainText('Da leggere')
  await expect(page.locator('body')).not.toContainText(anAmount)
  await page.getByRole('button', { name: 'Crea un indirizzo' }).click()
  const address = (await page.locator('.new-calendar .code').textContent())!
  await expect(page.getByRole('button', { name: 'Revoca' })).toBeVisible()
  await expectAccessible(page, 'deadlines, with a calendar just made')

  expect(address.startsWith(`${portal}/calendario/`)).toBe(true)
  const path = new URL(address).pathname
  const calendar = await raw(path)
  const said = calendar.body.replaceAll('\r\n ', '')
  expect(calendar).toMatchObject({ status: 200, headers: { 'content-type': 'text/calendar; charset=utf-8' } })
  expect(said).toContain(`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`)
  expect(said).toContain(`URL:${portal}${notice.path}`)
  expect(said).toContain(`Protocollo ${notice.protocollo}`)
  for (const personal of [who.name, who.codiceFiscale, who.denomination, who.companyCode, notice.externalNumber])
    expect(said).not.toContain(personal)
  expect(said).not.toMatch(/\d\\?,\d{2}(?!\d)|€/)
  expect(await traces(sql, notice)).toEqual(noTrace)

  await page.getByRole('button', { name: 'Revoca' }).click()
  await expect(page.getByRole('table', { name: 'I tuoi indirizzi di calendario in uso' })).toHaveCount(0)
  await expect(page.getByText(address)).toHaveCount(0)
  expect(await raw(path)).toMatchObject({ status: 404, body: '' })
})

test('reading, receipt, answer and payment do without the scripts of the browser', async ({ as, open, sql }) => {
  test.slow()
  const { who, notice } = await published(sql)
  const page = await as(who, withoutScripts)
  await openAndRead(page, who)
  expect(await readings(sql, notice)).toEqual([{ user_id: who.userId, title: 'legal_representative', first: true }])
  await page.getByRole('button', { name: 'Segna come da leggere' }).click()
  await expect(dot(page)).toBeVisible()
  await page.getByRole('button', { name: 'Segna come letta da me' }).click()
  await expect(dot(page)).toHaveCount(0)
  expect(await readings(sql, notice)).toHaveLength(1)

  await page.getByRole('link', { name: 'Ricevuta di lettura' }).click()
  const code = (await page.locator('.receipt-number .code').textContent())!
  const json = await downloaded(page, 'Scarica i dati (JSON)')
  const visitor = await open(withoutScripts)
  await verify(visitor, code, dataOf(json))
  await expect(matches(visitor)).toBeVisible()

  await answer(page, notice)
  await pay(page, notice)
})

test('no look, fetch ahead or visit of the office reads a notice, or shows what it asks before it is read', async ({
  asking,
  sql,
}) => {
  const { who, clerk, notice } = await published(sql)
  const [owner, officer] = [await asking(who), await asking(clerk)]
  const ahead = { RSC: '1', 'Next-Router-Prefetch': '1', purpose: 'prefetch', 'sec-purpose': 'prefetch' }
  const ways = [{}, { RSC: '1' }, ahead, { ...ahead, 'Next-Router-Segment-Prefetch': '/_tree' }] as Record<
    string,
    string
  >[]
  const amountsSent = /\d,\d{2}\s€|Cents\\?":\d/
  const pages = [
    notice.path,
    `${notice.path}/ho-versato`,
    `${who.area}/comunicazioni/da-leggere`,
    `${who.area}/comunicazioni/lette`,
    `${who.area}/scadenze`,
    `${who.area}/richieste/nuova?comunicazione=${notice.id}&oggetto=05.01`,
  ]
  for (const path of pages) {
    for (const headers of ways) {
      const seen = await owner.request.get(path, { headers })
      expect.soft(seen.status(), path).toBeLessThan(400)
      expect.soft(await seen.text(), path).not.toMatch(amountsSent)
    }
    await owner.request.head(path)
  }
  for (const paper of ['pdf', 'ricevuta', 'ricevuta/json', 'ricevuta/pdf'])
    expect.soft((await owner.request.get(`${notice.path}/${paper}`)).status(), paper).toBe(404)
  const desk = `/sede/comunicazioni/${notice.id}`
  for (const path of ['/sede/comunicazioni', '/sede/comunicazioni/non-lette', desk, `${desk}/pdf`])
    for (const headers of ways)
      expect.soft((await officer.request.get(path, { headers })).status(), path).toBeLessThan(400)
  expect((await officer.request.get(notice.path)).status()).toBe(404)
  expect(await traces(sql, notice)).toEqual(noTrace)

  await read(owner, notice)
  expect(await traces(sql, notice)).toMatchObject({ readings: 1, record: 1 })
  for (const path of [notice.path, `${who.area}/comunicazioni/lette`])
    for (const headers of [{}, { RSC: '1' }] as Record<string, string>[])
      expect(await (await owner.request.get(path, { headers })).text(), path).toMatch(amountsSent)
})
