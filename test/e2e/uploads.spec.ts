import { connect } from 'node:net'
import type { Page } from '@playwright/test'
import { badFiles, jpg, pdf, pdfOfSize, png, type SampleFile, tiff } from '../files'
import { type Asker, type Contributor, newContributor } from './people'
import { expect, portal, test } from './portal'
import { cookieOf } from './raw'
import { attach, newDraft } from './requests'

const most = 3 * 1024 * 1024
const choose = (page: Page, ...files: [name: string, bytes: Buffer, type?: string][]) =>
  page
    .getByLabel('Scegli i file')
    .setInputFiles(files.map(([name, buffer, mimeType = 'application/pdf']) => ({ name, mimeType, buffer })))
const row = (page: Page, name: string) => page.locator('.attachment-row').filter({ hasText: name })
const post = (by: Asker, who: Contributor, draft: string, { name, type, bytes }: SampleFile) =>
  by.request.post(`/api/allegati?profilo=${who.contributorId}&bozza=${draft}`, {
    headers: { origin: portal, 'content-type': type, 'x-file-name': encodeURIComponent(name) },
    data: bytes,
  })

test('three files are taken one by one, a fourth is refused, and one can be taken off', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  await page.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  await expect(page.getByText(/al massimo 3 file, di 3 MB ciascuno\. Formati: PDF, P7M, XML/)).toBeVisible()
  await choose(page, ['uno.pdf', pdf('uno')], ['due.png', png(2), 'image/png'])
  await expect(row(page, 'due.png')).toContainText('Pronto')
  await expect(page.getByText('2 file su 3 – puoi aggiungerne ancora 1')).toBeVisible()
  await choose(page, ['tre.jpg', jpg(), 'image/jpeg'], ['quattro.tiff', tiff(), 'image/tiff'])
  await expect(row(page, 'tre.jpg')).toContainText('Pronto')
  await expect(row(page, 'quattro.tiff')).toContainText(
    'Rifiutato: puoi allegare al massimo 3 file: «quattro.tiff» non è stato aggiunto.',
  )
  await row(page, 'quattro.tiff').getByRole('button', { name: 'Rimuovi' }).click()
  await row(page, 'due.png').getByRole('button', { name: 'Rimuovi' }).click()
  await expect(page.locator('.attachment-row')).toHaveCount(2)
  await page.reload()
  await expect(page.locator('.attachment-row')).toHaveCount(2)
  await expect(page.getByText('2 file su 3')).toBeVisible()
})

test('a file that cannot be kept has its own sentence, and the good one beside it stays', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  const { programNamedPdf, encryptedPdf } = badFiles()
  await page.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  await choose(page, ['buono.pdf', pdf('buono')])
  await expect(row(page, 'buono.pdf')).toContainText('Pronto')
  const refusals: [name: string, bytes: Buffer, sentence: string, type?: string][] = [
    ['grande.pdf', pdfOfSize(most + 1), 'è troppo grande (3 MB): il massimo è 3 MB'],
    ['vuoto.pdf', Buffer.alloc(0), 'è vuoto'],
    ['programma.pdf', programNamedPdf.bytes, 'non è PDF: non basta cambiare l’estensione'],
    ['protetto.pdf', encryptedPdf.bytes, 'è protetto da password o cifrato'],
    ['doppio.pdf', pdf('buono'), 'è identico a «buono.pdf», che hai già allegato'],
    ['pagina.html', Buffer.from('<p>ciao'), 'non è di un formato ammesso', 'text/html'],
    ['disegno.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'formato ammesso', 'image/svg+xml'],
    [`${'n'.repeat(160)}.pdf`, pdf('lungo'), 'è troppo lungo'],
  ]
  for (const [name, bytes, sentence, type] of refusals) {
    await choose(page, type ? [name, bytes, type] : [name, bytes])
    const refused = page.locator('.attachment-row-refused')
    await expect(refused).toContainText(sentence)
    await refused.getByRole('button', { name: 'Rimuovi' }).click()
    await expect(refused).toHaveCount(0)
  }
  await expect(row(page, 'buono.pdf')).toContainText('Pronto')
  const kept = await sql`select name from attachments where draft_id = ${draft}`
  expect(kept).toMatchObject([{ name: 'buono.pdf' }])
})

test('exactly 3 MB is taken, and what the page would stop the server stops too', async ({ asking, sql }) => {
  const who = await newContributor(sql)
  const page = await asking(who)
  const draft = await newDraft(page, who)
  const whole = pdfOfSize(most)
  await attach(page, who, draft, 'intero.pdf', 'application/pdf', whole)
  const large = { name: 'grande.pdf', type: 'application/pdf', bytes: Buffer.concat([whole, Buffer.from(' ')]) }
  const { empty, program, webPage, nestedZip, zipBomb, macros } = badFiles()
  for (const bad of [large, empty, program, webPage, nestedZip, zipBomb, macros]) {
    const answer = await post(page, who, draft, bad)
    expect(answer.status(), bad.name).toBe(422)
    expect((await answer.json()).message, bad.name).toContain(bad.name)
  }
  const twin = await post(page, who, draft, { name: 'copia.pdf', type: 'application/pdf', bytes: whole })
  expect([twin.status(), await twin.json()]).toEqual([
    409,
    { message: '«copia.pdf» è identico a «intero.pdf», che hai già allegato.' },
  ])
  await attach(page, who, draft, 'due.pdf', 'application/pdf', pdf('due'))
  await attach(page, who, draft, 'tre.pdf', 'application/pdf', pdf('tre'))
  const fourth = await post(page, who, draft, { name: 'quattro.pdf', type: 'application/pdf', bytes: pdf('quattro') })
  expect(fourth.status()).toBe(409)
  expect(await sql`select from attachments where draft_id = ${draft}`).toHaveLength(3)
})

test('an upload cut by the network says so, and «Riprova» sends it again', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  await page.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  await page.route('**/api/allegati?*', (route) => route.abort('connectionreset'), { times: 1 })
  await choose(page, ['quietanza.pdf', pdf('quietanza')])
  await expect(row(page, 'quietanza.pdf')).toContainText('Caricamento interrotto. Riprova: il file non è arrivato.')
  await row(page, 'quietanza.pdf').getByRole('button', { name: 'Riprova «quietanza.pdf»' }).click()
  await expect(row(page, 'quietanza.pdf')).toContainText('Pronto')
  const kept = await sql`select name from attachments where draft_id = ${draft}`
  expect(kept).toHaveLength(1)
})

test('a file that arrived while its answer got lost is kept once when it is tried again', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  await page.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  await page.route(
    '**/api/allegati?*',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await choose(page, ['quietanza.pdf', pdf('quietanza')])
  await row(page, 'quietanza.pdf').getByRole('button', { name: 'Riprova «quietanza.pdf»' }).click()
  await expect(row(page, 'quietanza.pdf')).toContainText('Pronto')
  const kept = await sql`select name from attachments where draft_id = ${draft}`
  expect(kept).toHaveLength(1)
})

test('a body that stops half-way leaves nothing behind, and the portal goes on', async ({ asking, sql }) => {
  const who = await newContributor(sql)
  const page = await asking(who)
  const draft = await newDraft(page, who)
  const cookie = await cookieOf(page)
  const { hostname, port, host } = new URL(portal)
  const bytes = pdfOfSize(200_000)
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        [
          `POST /api/allegati?profilo=${who.contributorId}&bozza=${draft} HTTP/1.1`,
          `Host: ${host}`,
          `Origin: ${portal}`,
          `Cookie: ${cookie}`,
          'Content-Type: application/pdf',
          'X-File-Name: mozzo.pdf',
          `Content-Length: ${bytes.length}`,
          '',
          '',
        ].join('\r\n'),
      )
      socket.write(bytes.subarray(0, bytes.length / 2), () => socket.destroy())
    })
    socket.once('close', () => resolve()).once('error', reject)
  })
  await attach(page, who, draft, 'intero.pdf', 'application/pdf', bytes)
  const kept = await sql`select name from attachments where draft_id = ${draft}`
  expect(kept).toMatchObject([{ name: 'intero.pdf' }])
})

test('the form waits for a file that is on its way', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  await page.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/api/allegati?*', async (route) => {
    await held
    await route.continue()
  })
  await choose(page, ['lento.pdf', pdf('lento')])
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(page.getByText('Attendi la fine del caricamento, oppure annullalo')).toBeVisible()
  release()
  await expect(row(page, 'lento.pdf')).toContainText('Pronto')
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(page.getByRole('link', { name: 'Scarica lento.pdf' })).toBeVisible()
})

test('an upload can be given up while it goes', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  await page.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  await page.route('**/api/allegati?*', () => {})
  await choose(page, ['primo.pdf', pdf('primo')], ['secondo.pdf', pdf('secondo')])
  await row(page, 'secondo.pdf').getByRole('button', { name: 'Annulla «secondo.pdf»' }).click()
  await expect(page.locator('.attachment-row')).toHaveCount(1)
  await expect(page.getByText('Caricamento di «secondo.pdf» annullato.')).toBeAttached()
})
