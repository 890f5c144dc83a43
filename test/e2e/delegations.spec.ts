import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { delegateTo, newFirm } from './firms'
import { newNotice } from './notices'
import { type Contributor, newContributor, newOffice, newOfficer, newPerson, type Person } from './people'
import { expect, test } from './portal'
import { cookieOf, raw } from './raw'
import { words } from './requests'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const today = () =>
  new Intl.DateTimeFormat('it-IT', {
    timeZone: 'Europe/Rome',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format()

/** «Conferisci una delega», total, from today. */
async function confer(owner: Page, who: Contributor, delegate: Person) {
  await owner.goto(`${who.area}/deleghe`)
  await owner.getByRole('link', { name: 'Conferisci una delega' }).click()
  await owner.getByLabel('Codice fiscale del delegato').fill(delegate.codiceFiscale.toLowerCase())
  await owner.getByLabel('Totale: per tutti, di oggi e di domani').check()
  await owner.getByRole('button', { name: 'Conferisci la delega' }).click()
  await expect(title(owner)).not.toHaveText('Conferisci una delega')
}

const accept = async (page: Page, what: string) => {
  await page.goto('/area')
  const mark = page.getByRole('link', { name: /^\d+ invit[oi] in attesa/ })
  await expect(mark).toHaveText(/^1 invito/)
  await mark.click()
  await page.getByRole('button', { name: new RegExp(`^Accetta.*${what}`) }).click()
  await expect(page.getByText('Hai accettato')).toBeVisible()
  await expect(mark).toHaveCount(0)
}

for (const javaScriptEnabled of [true, false])
  test(`a contributor delegates, the delegate accepts and acts, and the door closes when it is revoked${javaScriptEnabled ? '' : ', with scripts off'}`, async ({
    as,
    sql,
  }) => {
    test.slow()
    const [who, delegate] = [await newContributor(sql), await newPerson(sql)]
    const owner = await as(who, { javaScriptEnabled })
    await confer(owner, who, delegate)
    const other = await as(delegate, { javaScriptEnabled })
    expect((await other.goto(`${who.area}/richieste`))!.status()).toBe(404)
    await accept(other, who.denomination)
    await other.goto(who.area)
    await expect(other.getByText(`Stai operando per: ${who.denomination}`)).toBeVisible()
    await other.getByRole('link', { name: 'Perché' }).first().click()
    await expect(title(other)).toContainText('Perché vedo questa posizione')

    await owner.goto(`${who.area}/accessi`)
    await expect(owner.getByRole('row').filter({ hasText: delegate.name }).first()).toContainText('Delegato')
    await other.goto(`${who.area}/richieste/nuova?oggetto=13.01`)
    await other.getByLabel('Indirizzo e-mail').fill('delegato@esempio.it')
    await other.getByLabel('Testo della richiesta').fill(words)

    await owner.goto(`${who.area}/deleghe`)
    await owner
      .getByRole('link', { name: new RegExp(delegate.name) })
      .first()
      .click()
    await owner.getByRole('link', { name: 'Revoca la delega' }).click()
    await owner.getByLabel('Motivo').fill('Da oggi seguiamo da noi gli adempimenti.')
    await owner.getByRole('button', { name: /^Revoca/ }).click()
    await expect(owner.getByText('Revocata').first()).toBeVisible()

    await other.getByRole('button', { name: 'Continua e controlla' }).click()
    await expect(other.getByText('Pagina non trovata').first()).toBeVisible()
    for (const path of ['', '/richieste', '/comunicazioni/lette', '/scadenze'])
      expect((await other.request.get(who.area + path)).status(), path).toBe(404)
  })

test('the pages of deleghe, responsabili, accessi and inviti stand the test of accessibility', async ({ as, sql }) => {
  test.slow()
  const [who, delegate, employee] = [await newContributor(sql), await newPerson(sql), await newPerson(sql)]
  const owner = await as(who)
  await owner.goto(`${who.area}/deleghe/nuova`)
  await owner.getByRole('button', { name: 'Conferisci la delega' }).click()
  await expect(owner.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
  await expectAccessible(owner, 'a delegation with mistakes')
  await owner.getByLabel('Codice fiscale del delegato').fill(who.codiceFiscale)
  await owner.getByLabel('Totale: per tutti, di oggi e di domani').check()
  await owner.getByLabel('Ultimo giorno').fill('01/01/2020')
  await owner.getByRole('button', { name: 'Conferisci la delega' }).click()
  await expect(owner.getByText('L’ultimo giorno non può venire prima del primo').first()).toBeVisible()

  await confer(owner, who, delegate)
  await owner.goto(`${who.area}/deleghe?stato=in-attesa`)
  await expectAccessible(owner, 'delegations that wait')
  await owner.goto(`${who.area}/responsabili/nuovo`)
  await owner.getByLabel('Codice fiscale').fill(employee.codiceFiscale)
  await owner.getByRole('button', { name: 'Abilita la persona' }).click()
  const other = await as(employee)
  await other.goto('/inviti')
  await expectAccessible(other, 'invitations')
  await accept(other, who.denomination)
  await other.goto(`${who.area}/deleghe`)
  await expect(title(other)).toHaveText('Deleghe')
  await owner.goto(`${who.area}/responsabili`)
  await expect(owner.getByText(employee.name).first()).toBeVisible()
  await expectAccessible(owner, 'the other representative')
  await owner.goto(`${who.area}/accessi`)
  await expectAccessible(owner, 'who can see')
})

test('a firm compiles a delegation, has it signed, validates it, and only then the door opens', async ({ as, sql }) => {
  test.slow()
  const office = await newOffice(sql)
  const [who, holder] = [await newContributor(sql, { office }), await newPerson(sql)]
  await newFirm(sql, holder)
  const page = await as(holder)
  await page.goto('/area/tutti/deleghe/nuova')
  await page.getByLabel('Codice fiscale del contribuente').fill(who.companyCode)
  await page.getByLabel('Totale').check()
  await page.getByRole('button', { name: /^Compila/ }).click()
  await expect(page.getByText('Da firmare e validare').first()).toBeVisible()
  expect((await page.request.get(`${who.area}/richieste`)).status()).toBe(404)
  await expectAccessible(page, 'a delegation to be signed')
  const paper = await page.request.get(`${page.url().split('?')[0]}/modulo`)
  expect(paper.headers()['content-type']).toBe('application/pdf')
  await page.getByLabel('Giorno della firma').fill(today())
  await page.getByRole('button', { name: 'Valida la delega' }).click()
  await expect(page.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
  await page.getByLabel(/^Dichiaro sotto la mia responsabilità/).check()
  await page.getByRole('button', { name: 'Valida la delega' }).click()
  await expect(page.getByText('Attiva', { exact: true }).first()).toBeVisible()
  expect((await page.request.get(`${who.area}/richieste`)).status()).toBe(200)
  await page.goto('/area/tutti/deleghe')
  await expectAccessible(page, 'the delegations of a firm')
})

test('a profile that is guessed, stale or revoked is the same page, and nothing tells them apart', async ({
  asking,
  sql,
}) => {
  const [who, stranger] = [await newContributor(sql), await newPerson(sql)]
  const revoked = await newContributor(sql)
  await sql`
    insert into accesses (id, user_id, contributor_id, title, valid_from, valid_to)
    values (${crypto.randomUUID()}, ${stranger.userId}, ${revoked.contributorId}, 'legal_representative', now() - interval '2 years', now())`
  const { request } = await asking(stranger)
  const cookie = await cookieOf({ request })
  const pages = await Promise.all(
    [crypto.randomUUID(), who.contributorId, revoked.contributorId].map(async (profile) => {
      const { status, body } = await raw(`/area/${profile}/richieste`, { headers: { cookie } })
      return { status, body: body.replaceAll(profile, 'PROFILE').replace(/nonce="[^"]+"|[0-9a-f]{32}/g, '').length }
    }),
  )
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(new Set(pages.map(({ body }) => body)).size).toBe(1)
})

for (const javaScriptEnabled of [true, false])
  test(`who is looked for by codice fiscale is found, and stands in no address${javaScriptEnabled ? '' : ', with scripts off'}`, async ({
    as,
    sql,
  }) => {
    const office = await newOffice(sql)
    const [who, other, holder] = [
      await newContributor(sql, { office }),
      await newContributor(sql, { office }),
      await newPerson(sql),
    ]
    await delegateTo(sql, await newFirm(sql, holder), holder, [who, other])
    const clerk = await newOfficer(sql, office)
    for (const { contributorId } of [who, other])
      await newNotice(sql, { contributorId, office, officerId: clerk.userId })
    const places = [
      [clerk, '/sede/contribuenti', 'Contribuente', 'Cerca'],
      [clerk, '/sede/comunicazioni', 'Contribuente', 'Filtra'],
      [holder, '/area/tutti/clienti', 'Nome, codice fiscale o codice cliente', 'Cerca'],
      [holder, '/area/tutti/deleghe', 'Nome o codice fiscale del contribuente', 'Cerca'],
    ] as const
    for (const [person, path, label, button] of places) {
      const page = await as(person, { javaScriptEnabled })
      const rowsOf = (denomination: string) => page.getByRole('row').filter({ hasText: denomination })
      await page.goto(path)
      await expect(rowsOf(other.denomination).first()).toBeVisible()
      await page.getByLabel(label, { exact: true }).fill(who.companyCode)
      await page.getByRole('button', { name: button, exact: true }).click()
      await expect(rowsOf(other.denomination)).toHaveCount(0)
      await expect(rowsOf(who.denomination).first()).toBeVisible()
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(who.companyCode)
      expect(page.url()).not.toContain(who.companyCode)
    }
  })
