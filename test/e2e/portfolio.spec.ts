import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { demoPin } from '../../db/demo-cast'
import { expectAccessible } from './axe'
import { delegateTo, newFirm } from './firms'
import { newNotice } from './notices'
import { newContributor, newOffice, newOfficer, newPerson } from './people'
import { expect, test } from './portal'
import { words } from './requests'

const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** The holder of a firm, a collaborator, and so many clients; of one of them a notice that nobody has read. */
async function practice(sql: Sql, clients: number) {
  const office = await newOffice(sql)
  const [holder, collaborator] = [await newPerson(sql), await newPerson(sql)]
  const firm = await newFirm(sql, holder, [collaborator])
  const contributors = []
  for (let made = 0; made < clients; made += 1) contributors.push(await newContributor(sql, { office }))
  await delegateTo(sql, firm, holder, contributors)
  const { userId: officerId } = await newOfficer(sql, office)
  const late = contributors[clients >> 1]!
  const notice = await newNotice(sql, { contributorId: late.contributorId, office, officerId })
  return { firm, holder, collaborator, contributors, late, notice }
}

test('among forty contributors the one unread notice is two clicks away', async ({ as, sql }) => {
  test.slow()
  const { holder, late } = await practice(sql, 40)
  const page = await as(holder)
  await page.goto('/area/tutti')
  await expect(page.getByRole('row').nth(1)).toContainText(late.denomination)
  await page
    .getByRole('link', { name: /Comunicazioni irregolarità da leggere/ })
    .first()
    .click()
  await expect(title(page)).toHaveText('Comunicazioni irregolarità da leggere')
  await expect(page.getByRole('row').filter({ hasText: late.denomination })).toHaveCount(1)
  await page.getByRole('row').filter({ hasText: late.denomination }).getByRole('link').first().click()
  await expect(page.getByRole('button', { name: 'Apri e leggi' })).toBeVisible()
  await expect(page.getByText(`Stai operando per: ${late.denomination}`)).toBeVisible()
  await page.getByRole('button', { name: 'Apri e leggi' }).click()
  await expect(page.getByRole('region', { name: 'Letta da' })).toContainText(holder.name)
  await page.goto('/area/tutti/comunicazioni/lette')
  await expect(page.getByRole('row').filter({ hasText: late.denomination })).toHaveCount(1)
  for (const path of [
    '/area',
    '/area/tutti',
    '/area/tutti/comunicazioni/lette',
    '/area/tutti/richieste',
    '/area/tutti/clienti',
  ]) {
    await page.goto(path)
    await expectAccessible(page, path)
  }
})

test('a group is subdelegated, and its collaborator sees that group alone', async ({ as, sql }) => {
  test.slow()
  const { holder, collaborator, contributors } = await practice(sql, 3)
  const [inside, outside] = contributors
  const page = await as(holder)
  await page.goto('/area/tutti/studio')
  await expectAccessible(page, 'a firm')
  await page.getByLabel('Nome del nuovo gruppo').fill('Edilizia')
  await page.getByRole('button', { name: 'Crea il gruppo' }).click()
  await expect(title(page)).toHaveText('Gruppo Edilizia')
  await page.getByRole('link', { name: /^Aggiungi clienti/ }).click()
  await page.getByLabel(`Scegli ${inside!.denomination}`).check()
  await page.getByRole('button', { name: 'Metti nel gruppo i clienti scelti' }).click()
  await expect(page.getByRole('link', { name: 'Nel gruppo (1)' })).toBeVisible()
  await page.goto('/area/tutti/studio')
  await page.getByRole('link', { name: collaborator.name }).click()
  await page.getByLabel('Per quali clienti').selectOption({ label: 'Gruppo Edilizia' })
  await page.getByRole('button', { name: 'Subdelega', exact: true }).click()
  await expect(page.getByText('Gruppo Edilizia').first()).toBeVisible()
  await expectAccessible(page, 'a person of a firm')

  const other = await as(collaborator)
  expect((await other.goto(`${inside!.area}/richieste`))!.status()).toBe(200)
  await expect(other.getByText('Subdelegato').first()).toBeVisible()
  expect((await other.goto(`${outside!.area}/richieste`))!.status()).toBe(404)
})

test('one request goes to five contributors, each with its protocollo', async ({ as, sql }) => {
  test.slow()
  const { holder, contributors } = await practice(sql, 5)
  const page = await as(holder)
  await page.goto('/area/tutti/richieste/nuova')
  await page.getByRole('button', { name: /^Aggiungi tutti/ }).click()
  await expect(page.getByText('Scelti: 5')).toBeVisible()
  await expectAccessible(page, 'for whom a request of many is')
  await page.getByRole('button', { name: 'Continua' }).click()
  await page.getByLabel('Argomento').selectOption('13')
  await page.getByLabel('Dettaglio').selectOption('13.01')
  await page.getByLabel('Indirizzo e-mail').fill('studio@esempio.it')
  await page.getByLabel('Testo della richiesta').fill(words)
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(title(page)).toHaveText('Controlla e invia')
  for (const { denomination } of contributors) await expect(page.getByText(denomination).first()).toBeVisible()
  await expectAccessible(page, 'a request of many, to be checked')
  await page.getByRole('button', { name: 'Invia 5 richieste' }).click()
  await expect(title(page)).toHaveText('Esito dell’invio')
  await expectAccessible(page, 'what became of a request of many')
  const sent = await sql`
    select count(*)::int as count, count(distinct protocollo)::int as numbers from requests where submitted_by = ${holder.userId}`
  expect(sent[0]).toEqual({ count: 5, numbers: 5 })
})

for (const javaScriptEnabled of [true, false])
  test(`many notices are read at once after one confirmation that names them${javaScriptEnabled ? '' : ', with scripts off'}`, async ({
    as,
    sql,
  }) => {
    const { holder, late, notice } = await practice(sql, 2)
    const page = await as(holder, { javaScriptEnabled })
    await page.goto('/area/tutti/comunicazioni/da-leggere')
    await page.getByLabel(/^Seleziona tutte le/).check()
    await page.getByRole('button', { name: /Apri e leggi/ }).click()
    await expect(page.getByText(late.denomination).first()).toBeVisible()
    expect(await sql`select from notice_readings where notice_id = ${notice.id}`).toHaveLength(0)
    await page.getByRole('button', { name: 'Apri e registra 1 lettura' }).click()
    await expect(page.getByText('Letture registrate').first()).toBeVisible()
    expect(await sql`select title, first from notice_readings where notice_id = ${notice.id}`).toEqual([
      { title: 'delegate', first: true },
    ])
  })

test('the PEC of a contributor is changed and verified with the code that arrives at it', async ({ as, page, sql }) => {
  test.slow()
  const who = await newContributor(sql)
  const owner = await as(who)
  const pec = `${who.companyCode}@pec.esempio.it`
  await owner.goto(`${who.area}/recapiti`)
  await expect(owner.getByText('Manca la PEC').first()).toBeVisible()
  await expectAccessible(owner, 'contacts, none of them there')
  await owner.getByLabel('Scrivi la PEC').fill(pec)
  await owner.getByRole('region', { name: 'PEC' }).getByRole('button').first().click()
  await expect(owner.getByText('Da verificare').first()).toBeVisible()
  await expectAccessible(owner, 'a contact to be verified')
  await page.goto('/posta-in-uscita')
  const message = page.getByRole('article').filter({ hasText: pec }).first()
  const code = /portale è:\s*(\d{6})/.exec((await message.textContent())!)![1]!
  await owner.getByLabel('Codice di 6 cifre').fill('000000' === code ? '111111' : '000000')
  await owner.getByRole('button', { name: /^Verifica/ }).click()
  await expect(owner.getByText(/non è (quello|giusto|corretto)|sbagliato/i).first()).toBeVisible()
  await owner.getByLabel('Codice di 6 cifre').fill(code)
  await owner.getByRole('button', { name: /^Verifica/ }).click()
  await expect(owner.getByText('Verificato', { exact: true }).first()).toBeVisible()
  await expect(owner.getByText('Manca la PEC')).toHaveCount(0)
  for (const path of ['/preferenze', '/avvisi', '/inviti']) {
    await owner.goto(path)
    await expectAccessible(owner, path)
  }
})

for (const javaScriptEnabled of [true, false])
  test(`a while after sign-in a contact is changed with the PIN, and only with it${javaScriptEnabled ? '' : ', with scripts off'}`, async ({
    as,
    sql,
  }) => {
    const who = await newContributor(sql)
    const owner = await as(who, { javaScriptEnabled })
    await sql`update sessions set started_at = now() - interval '6 minutes' where user_id = ${who.userId}`
    const pec = `${who.companyCode}@pec.esempio.it`
    await owner.goto(`${who.area}/recapiti`)
    if (javaScriptEnabled) await expectAccessible(owner, 'contacts, with the PIN asked again')
    const save = owner.getByRole('button', { name: 'Salva la PEC e invia il codice' })
    const pin = owner.getByLabel('PIN per «Salva la PEC')
    await owner.getByLabel('Scrivi la PEC').fill(pec)
    await save.click()
    await expect(owner.getByText('Scrivi il PIN con cui sei entrato').first()).toBeVisible()
    await pin.fill('un altro')
    await save.click()
    await expect(owner.getByText('Il PIN non è corretto').first()).toBeVisible()
    await expect(owner.getByLabel('Scrivi la PEC')).toHaveValue(pec)
    await expect(pin).toHaveValue('')
    await pin.fill(demoPin)
    await save.click()
    await expect(owner.getByText('Da verificare').first()).toBeVisible()
    await owner.getByLabel(`PIN per «Togli ${pec}`).fill(demoPin)
    await owner.getByRole('button', { name: `Togli ${pec}` }).click()
    await expect(owner.getByText('Recapito tolto').first()).toBeVisible()
  })
