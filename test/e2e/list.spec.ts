import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { newContributor, type Contributor } from './people'
import { expect, test } from './portal'

type Row = { topic?: string; area?: string; status?: string; text?: string; day?: string }
const labels: Record<string, string> = { '04': 'VERSAMENTI', '13': 'NORMATIVA' }

/** Requests of a list, one a day going back from 30 June 2026, straight into the tables: how they are sent is told elsewhere. */
async function fill(sql: Sql, who: Contributor, rows: Row[]) {
  const serial = Math.floor(Math.random() * 9_000_000)
  for (const [
    index,
    { topic = '13.01', status = 'submitted', text = 'Aliquota dei pensionati', day },
  ] of rows.entries()) {
    const id = randomUUID()
    const area = topic.slice(0, 2)
    const at = day ? `${day}T10:00:00+02:00` : new Date(Date.UTC(2026, 5, 30, 8) - index * 86_400_000).toISOString()
    const protocollo = `INPS.3000.${at.slice(0, 10).split('-').reverse().join('/')}.${String(serial + index).padStart(7, '0')}`
    const closed = status === 'closed'
    await sql`
      insert into requests (id, contributor_id, protocollo, office_code, unit_code, topic_code, area_code, area_label,
        topic_label, facts, email, notify_by_email, notify_by_sms, status, outcome, closed_at, submitted_by, submitted_at,
        expected_by, search)
      values (${id}, ${who.contributorId}, ${protocollo}, '3000', 'FC', ${topic}, ${area}, ${labels[area]!}, ${text}, '[]',
        'prova@esempio.it', false, false, ${status}, ${closed ? 'granted' : null}, ${closed ? at : null}, ${who.userId},
        ${at}, '2026-07-07', to_tsvector('italian', ${text}))`
    await sql`
      insert into thread_entries (id, request_id, contributor_id, act, side, author_id, office_code, unit_code, text, created_at)
      values (${id}, ${id}, ${who.contributorId}, 'submit', 'contributor', ${who.userId}, '3000', 'FC', ${text}, ${at})`
  }
}

const rows = (page: Page) => page.locator('.data-table tbody tr')
const title = (page: Page) => page.getByRole('heading', { level: 1 })

test('an empty list says so and leads to the first request', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste`)
  await expect(page.getByRole('heading', { name: 'Non hai ancora inviato richieste' })).toBeVisible()
  await page.getByRole('link', { name: 'Nuova richiesta' }).last().click()
  await expect(title(page)).toHaveText('Nuova richiesta')
})

test('the list is narrowed by status, subject, period and words, and the address says how', async ({ as, sql }) => {
  const who = await newContributor(sql)
  await fill(sql, who, [
    { topic: '04.01', status: 'submitted', text: 'Versamenti di marzo non abbinati', day: '2026-03-10' },
    { topic: '04.01', status: 'closed', text: 'Quietanza smarrita', day: '2026-03-31' },
    { topic: '13.01', status: 'taken_up', text: 'Massimale annuo', day: '2026-04-01' },
    { topic: '13.01', status: 'submitted', text: 'Il versamento dei pensionati', day: '2026-05-20' },
  ])
  const page = await as(who)
  const home = `${who.area}/richieste`
  await page.goto(home)
  await expect(rows(page)).toHaveCount(4)

  await page.getByLabel('Stato').selectOption('Aperta')
  await page.getByRole('button', { name: 'Filtra' }).click()
  await expect(page).toHaveURL(/[?&]stato=aperta/)
  await expect(rows(page)).toHaveCount(2)

  await page.getByLabel('Argomento').selectOption('VERSAMENTI')
  await page.getByRole('button', { name: 'Filtra' }).click()
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByLabel('Stato')).toHaveValue('aperta')
  await page.getByRole('link', { name: 'Togli i filtri' }).click()
  await expect(rows(page)).toHaveCount(4)
  await expect(page).toHaveURL(home)

  for (const [query, found] of [
    // «versamento» finds «versamenti»: the words are looked for in Italian
    ['parole=versamento', ['Il versamento dei pensionati', 'Versamenti di marzo non abbinati']],
    ['parole=marzo+-abbinati', []],
    ['dal=2026-03-31&al=2026-04-01', ['Massimale annuo', 'Quietanza smarrita']],
    ['stato=chiusa', ['Quietanza smarrita']],
    ['stato=in-carico&area=13', ['Massimale annuo']],
    // what is no filter is as if it were not there
    ['stato=boh&area=x&dal=ieri&parole=&altro=1', 4],
  ] as const) {
    await page.goto(`${home}?${query}`)
    if (typeof found === 'number') await expect(rows(page)).toHaveCount(found)
    else
      await expect(rows(page).locator('td:nth-of-type(2)')).toHaveText(found.map((label) => new RegExp(`› ${label}`)))
  }
})

test('on a phone the filters are unfolded by whoever wants them, and stay while something is chosen', async ({
  as,
  sql,
}) => {
  const who = await newContributor(sql)
  await fill(sql, who, [{ status: 'closed' }])
  const page = await as(who)
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(`${who.area}/richieste`)
  await expect(page.getByLabel('Stato')).toBeHidden()
  await page.getByText('Filtra le richieste').click()
  await page.getByLabel('Stato').selectOption('Chiusa')
  await page.getByRole('button', { name: 'Filtra' }).click()
  await expect(page).toHaveURL(/stato=chiusa/)
  await expect(page.getByLabel('Stato')).toHaveValue('chiusa')
  await expect(page.getByLabel('Stato')).toBeVisible()
})

test('a search that finds nothing says so and keeps what was asked', async ({ as, sql }) => {
  const who = await newContributor(sql)
  await fill(sql, who, [{}])
  const page = await as(who)
  await page.goto(`${who.area}/richieste`)
  await page.getByLabel('Parole').fill('"rateazione" or')
  await page.getByRole('button', { name: 'Filtra' }).click()
  await expect(page.getByRole('heading', { name: 'Nessuna richiesta con questi filtri' })).toBeVisible()
  await expect(page.getByLabel('Parole')).toHaveValue('"rateazione" or')
  await page.getByRole('link', { name: 'Togli i filtri' }).last().click()
  await expect(rows(page)).toHaveCount(1)
})

test('a long list turns its pages, each request once, and keeps the filters', async ({ as, sql }) => {
  const who = await newContributor(sql)
  await fill(sql, who, [
    ...Array.from({ length: 52 }, () => ({})),
    ...Array.from({ length: 3 }, () => ({ status: 'closed', day: '2026-06-20' })),
  ])
  const page = await as(who)
  await page.goto(`${who.area}/richieste?stato=aperta`)
  const seen: string[] = []
  for (const expected of [25, 25, 2]) {
    await expect(rows(page)).toHaveCount(expected)
    if (seen.length > 0) await expect(rows(page).first()).not.toContainText(seen.at(-25)!)
    seen.push(...(await rows(page).locator('th').allInnerTexts()))
    const older = page.getByRole('link', { name: 'Meno recenti' })
    if (expected < 25) await expect(older).toHaveCount(0)
    else await older.click()
  }
  await expect(page).toHaveURL(/stato=aperta&dopo=/)
  expect(new Set(seen).size).toBe(52)
  await page.goBack()
  await expect(rows(page)).toHaveCount(25)
  await page.getByRole('link', { name: 'Più recenti' }).click()
  await expect(page).toHaveURL(/\?stato=aperta$/)
  await expect(rows(page).first()).toContainText('30/06/2026')
})

test('the newest come first, and a place in the list that is nobody’s is the first page', async ({ as, sql }) => {
  const who = await newContributor(sql)
  await fill(
    sql,
    who,
    Array.from({ length: 3 }, () => ({})),
  )
  const page = await as(who)
  for (const place of ['', '?dopo=boh', `?dopo=${'9'.repeat(40)}`, "?dopo=2026-01-01'--_x", '?dopo=a&dopo=b']) {
    await page.goto(`${who.area}/richieste${place}`)
    await expect(rows(page).locator('td:nth-of-type(1)')).toHaveText([/30\/06\/2026/, /29\/06\/2026/, /28\/06\/2026/])
  }
})
