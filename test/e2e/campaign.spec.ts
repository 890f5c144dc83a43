import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { clara, franco } from './people'
import { expect, test } from './portal'

const sample = readFileSync('docs/formats/esempio-500-righe.csv', 'utf8')
const faulty = readFileSync('docs/formats/esempio-con-errori.csv', 'utf8')

async function upload(page: Page, title: string, text: string) {
  await page.goto('/sede/comunicazioni/campagne/nuova')
  await page.getByLabel('Titolo della campagna').fill(title)
  await page
    .getByLabel('File delle comunicazioni')
    .setInputFiles({ name: 'comunicazioni.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Carica il file' }).click()
  await page.waitForURL(/campagne\/[0-9a-f-]{36}$/)
  return page.url()
}

test('a file is checked, looked at, approved by a second person, published in two stages and never twice', async ({
  as,
  sql,
}) => {
  test.slow()
  const author = await as(clara)
  const address = await upload(author, 'Debiti 2024, prova', sample)
  await expect(author.getByRole('button', { name: 'Scarta' })).toBeVisible({ timeout: 30_000 })
  await expect(author.getByRole('button', { name: /^Approva/ })).toHaveCount(0)
  const id = address.split('/').at(-1)!
  const [checked] = await sql`select notices, refused_lines from campaigns where id = ${id}`
  expect(checked).toMatchObject({ refused_lines: 0 })
  const total = Number(checked!.notices)
  expect(total).toBeGreaterThan(10)
  const published = async () => Number((await sql`select count(*) from notices where campaign_id = ${id}`)[0]!.count)
  expect(await published()).toBe(0)

  const approver = await as(franco)
  await approver.goto(address)
  await expect(approver.getByRole('button', { name: /^Approva/ })).toHaveCount(0)
  for (let left = 10; left > 0; left--) {
    await approver.getByRole('button', { name: /^Apri/ }).first().click()
    await approver.waitForURL(/campione/)
    await expect(approver.getByRole('heading', { level: 1 })).toBeVisible()
    await approver.goto(address)
  }
  await approver.getByRole('button', { name: 'Approva e pubblica il primo 10 %' }).click()
  const rest = approver.getByRole('button', { name: /^Pubblica le restanti/ })
  await expect(rest).toBeVisible({ timeout: 30_000 })
  expect(await published()).toBe(Math.ceil(total / 10))
  await expectAccessible(approver, 'a campaign published in part')
  await rest.click()
  await expect.poll(published, { timeout: 30_000 }).toBe(total)
  await approver.reload()
  await expectAccessible(approver, 'a campaign published')

  const again = await upload(author, 'Debiti 2024, un’altra volta', sample)
  await expect(
    author
      .getByText('Importo complessivo')
      .or(author.getByRole('button', { name: 'Scarta' }))
      .first(),
  ).toBeVisible({ timeout: 30_000 })
  const [second] = await sql`select notices from campaigns where id = ${again.split('/').at(-1)!}`
  expect(second).toEqual({ notices: 0 })
})

test('a file with mistakes says each of them, on screen and in a file to download, and may be stopped or thrown away', async ({
  as,
}) => {
  const officer = await as(clara)
  const address = await upload(officer, 'Con errori, prova', faulty)
  await expect(officer.getByRole('button', { name: 'Scarta' })).toBeVisible({ timeout: 30_000 })
  await expect(officer.getByRole('table').getByRole('row').nth(3)).toBeVisible()
  const download = await officer.request.get(`${address}/scarti`)
  expect(download.headers()['content-disposition']).toContain('attachment')
  expect((await download.text()).split('\n').length).toBeGreaterThan(5)
  await officer.getByRole('button', { name: 'Scarta' }).click()
  await expect(officer.getByText('Scartata').first()).toBeVisible()
})

test('what is no file of notices is refused with its reason, and nothing is left of it', async ({
  as,
  asking,
  sql,
}) => {
  const officer = await as(clara)
  const before = (await sql`select count(*) from campaigns`)[0]
  await officer.goto('/sede/comunicazioni/campagne/nuova')
  await officer.getByRole('button', { name: 'Carica il file' }).click()
  await expect(officer.getByText('Scegli il file da caricare').first()).toBeVisible()
  expect((await sql`select count(*) from campaigns`)[0]).toEqual(before)
  await upload(officer, 'Un’immagine, prova', '\u0000\u0001PNG\u0000')
  await expect(officer.getByText(/non è un file|non si legge|illeggibile|testo/i).first()).toBeVisible({
    timeout: 30_000,
  })
  const { request } = await asking(clara)
  expect((await request.get('/sede/comunicazioni/campagne/01a217ed-086a-70db-ad23-0d798c6336e1')).status()).toBe(404)
})
