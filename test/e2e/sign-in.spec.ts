import { createHmac, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { fillForm } from './forms'
import { andrea, clara, giulia, marco, newContributor, newPerson, signIn } from './people'
import { expect, portal, test } from './portal'
import { newRequest } from './requests'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const enter = async (page: Page, codiceFiscale: string, pin = 'DEMO2015') => {
  await page.getByLabel('Codice fiscale').fill(codiceFiscale)
  await page.getByLabel('PIN dispositivo').fill(pin)
  await page.getByRole('button', { name: 'Accedi' }).click()
}

test('a codice fiscale is understood with spaces, dashes and lower case', async ({ page, sql }) => {
  const { codiceFiscale } = await newContributor(sql)
  const spaced =
    `  ${codiceFiscale.slice(0, 6)} ${codiceFiscale.slice(6, 11)}-${codiceFiscale.slice(11)} `.toLowerCase()
  await page.goto('/accesso')
  await enter(page, spaced)
  await expect(title(page)).toHaveText('Lista richieste')
})

test('a wrong PIN and an unknown codice fiscale are told the same, and what was typed stays', async ({ page, sql }) => {
  const { codiceFiscale } = await newPerson(sql)
  await page.goto('/accesso')
  for (const typed of [codiceFiscale, 'VRDGPP70R15F839P', 'nessuno']) {
    await enter(page, typed, 'DEMO2014')
    await expect(page.getByRole('alert').filter({ hasText: 'Codice fiscale o PIN non corretti' })).toBeVisible()
    await expect(page.getByLabel('Codice fiscale')).toHaveValue(typed)
    await expect(page.getByLabel('PIN dispositivo')).toHaveValue('')
    await expect(page).toHaveURL('/accesso')
  }
})

test('an empty form says what to write, on each field', async ({ page }) => {
  await page.goto('/accesso')
  await page.getByRole('button', { name: 'Accedi' }).click()
  const summary = page.getByRole('group', { name: 'C’è un problema' })
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveText([
    'Codice fiscale: Scrivi il tuo codice fiscale',
    'PIN dispositivo: Scrivi il PIN',
  ])
  await summary.getByRole('link').first().click()
  await expect(page.getByLabel('Codice fiscale')).toBeFocused()
})

test('after many wrong PINs the account pauses, even for the right one', async ({ page, sql }) => {
  const { codiceFiscale } = await newContributor(sql)
  const form = await fillForm(page.request, '/accesso', { codiceFiscale, pin: 'sbagliato' })
  for (let attempt = 1; attempt <= 4; attempt++)
    expect(await (await form.post()).text()).toContain('Codice fiscale o PIN non corretti')
  // five in one go: whichever comes first, the pause it begins holds the others
  const words = await Promise.all(Array.from({ length: 5 }, async () => (await form.post()).text()))
  expect(words.filter((each) => each.includes('Troppi tentativi: riprova tra 15 minuti')).length).toBeGreaterThan(0)
  const key = `sign-in-account:${createHmac('sha256', process.env.AUTH_SECRET!).update(codiceFiscale).digest('base64url')}`
  const paused =
    await sql`update limits set blocked_until = now() + interval '15 minutes' where key = ${key} returning key`
  expect(paused).toHaveLength(1)
  const right = await form.post({ pin: 'DEMO2015' })
  expect(await right.text()).toContain('Troppi tentativi: riprova tra 15 minuti')
  expect(right.headers()['set-cookie']).toBeUndefined()
})

test('sign-in leads back to the page that was asked for', async ({ page, sql }) => {
  const { codiceFiscale, area } = await newContributor(sql)
  await page.goto(`${area}/richieste?stato=chiusa&parole=F24`)
  await expect(title(page)).toHaveText('Accedi')
  await enter(page, codiceFiscale)
  await expect(page).toHaveURL(`${area}/richieste?stato=chiusa&parole=F24`)
})

test('no address of somebody else is returned to, however it is written', async ({ request, sql }) => {
  const { codiceFiscale } = await newContributor(sql)
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https://evil.example/area',
    '/%09/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '/area/../..//evil.example',
    '/.//evil.example',
    '/area/../esci',
    '/esci',
  ]) {
    const address = `/accesso?${new URLSearchParams({ ritorno: evil })}`
    const form = await fillForm(request, address, { codiceFiscale, pin: 'DEMO2015' })
    for (const next of [undefined, evil]) {
      const answer = await form.post(next === undefined ? {} : { next })
      expect(answer.status()).toBe(303)
      const leads = new URL(answer.headers().location!, portal)
      expect(leads.origin, evil).toBe(portal)
      expect(leads.pathname, evil).not.toBe('/esci')
    }
  }
})

test('«Esci» forgets everything: the page behind Back asks to sign in, and a copied cookie opens nothing', async ({
  as,
  open,
  sql,
}) => {
  const { area, codiceFiscale } = await newContributor(sql)
  const page = await as(codiceFiscale)
  await page.goto(`${area}/richieste`)
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const leaving = page.waitForResponse((response) => response.url() === `${portal}/esci`)
  await page.getByRole('button', { name: 'Esci' }).click()
  const headers = await (await leaving).allHeaders()
  expect(headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
  await expect(page.getByText('Sei uscito. Se il computer è condiviso, chiudi anche il browser.')).toBeVisible()
  await page.goBack()
  await expect(title(page)).toHaveText('Accedi')
  await expect(page.locator('main')).not.toContainText('Lista richieste')

  const thief = await open()
  await thief.context().addCookies([cookie!])
  await thief.goto(`${area}/richieste`)
  await expect(title(thief)).toHaveText('Accedi')
  const api = await thief.request.put(`/api/bozze/${randomUUID()}?profilo=${area.slice(6)}`, {
    headers: { origin: portal },
    data: { kind: 'request', version: 0, writer: randomUUID(), content: {} },
  })
  expect(api.status()).toBe(401)
})

test('«Sessioni attive» ends another session of the same person at once', async ({ as, sql }) => {
  const person = await newContributor(sql)
  const here = await as(person)
  const there = await as(person, { userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' })
  await here.goto('/area')
  await here.getByRole('link', { name: /Il tuo profilo/ }).click()
  await expect(here.getByRole('row').filter({ hasText: '(questa)' })).toContainText('Usa «Esci»')
  await here
    .getByRole('row')
    .filter({ hasText: 'Firefox su Windows' })
    .getByRole('button', { name: 'Termina la sessione Firefox su Windows' })
    .click()
  await expect(here.getByRole('row').filter({ hasText: 'Firefox su Windows' })).toHaveCount(0)
  await there.goto(`${person.area}/richieste`)
  await expect(title(there)).toHaveText('Accedi')
  await here.goto(`${person.area}/richieste`)
  await expect(title(here)).toHaveText('Lista richieste')
})

test('a session left alone for 15 minutes, or begun 8 hours ago, is over', async ({ as, sql }) => {
  const person = await newContributor(sql)
  for (const change of [
    sql`last_seen_at = now() - interval '16 minutes'`,
    sql`started_at = now() - interval '8 hours'`,
  ]) {
    const page = await as(person)
    await page.goto(`${person.area}/richieste`)
    await expect(title(page)).toHaveText('Lista richieste')
    await sql`update sessions set ${change} where user_id = ${person.userId}`
    await page.reload()
    await expect(page.getByText('La sessione è scaduta')).toBeVisible()
  }
})

test('the end of a session is told two minutes ahead, and can be put off', async ({ as, sql }) => {
  const person = await newContributor(sql)
  const page = await as(person)
  await page.clock.install()
  // whatever the page asks of the portal puts the end off
  await page.goto(`${person.area}/richieste`, { waitUntil: 'networkidle' })
  await page.clock.runFor('12:30')
  await expect(page.getByText('La sessione sta per scadere')).toHaveCount(0)
  await page.clock.runFor('01:00')
  await expect(page.getByText('La sessione sta per scadere')).toBeVisible()
  await sql`update sessions set last_seen_at = now() - interval '14 minutes' where user_id = ${person.userId}`
  await page.getByRole('button', { name: 'Resta connesso' }).click()
  await expect(page.getByText('La sessione sta per scadere')).toHaveCount(0)
  const [seen] =
    await sql`select last_seen_at > now() - interval '1 minute' as lately from sessions where user_id = ${person.userId}`
  expect(seen).toEqual({ lately: true })
  await page.clock.runFor('16:00')
  await expect(page.getByText('Al prossimo passo ti chiederemo di accedere')).toBeVisible()
})

test('each person lands on their own side', async ({ open, sql }) => {
  const nobody = await newPerson(sql)
  const places = [
    { who: clara, heading: 'Da prendere in carico', address: '/sede' },
    { who: marco, heading: 'Amministrazione', address: '/amministrazione' },
    {
      who: andrea,
      heading: 'Comunicazioni irregolarità da leggere',
      address: /\/area\/[0-9a-f-]{36}\/comunicazioni\/da-leggere$/,
    },
    { who: nobody.codiceFiscale, heading: 'Operi per…', address: '/area' },
  ]
  for (const { who, heading, address } of places) {
    const page = await open()
    await page.goto('/accesso')
    await enter(page, who)
    await expect(title(page)).toHaveText(heading)
    await expect(page).toHaveURL(address)
  }
})

test('an initial PIN of 16 characters opens only the choice of a new one', async ({ page, sql }) => {
  const person = await newContributor(sql)
  await sql`update users set pin_chosen_at = null, initial_pin_expires_at = now() + interval '1 day' where id = ${person.userId}`
  await page.goto('/accesso')
  await enter(page, person.codiceFiscale)
  await expect(title(page)).toHaveText('Scegli il tuo PIN')
  await page.goto(`${person.area}/richieste`)
  await expect(title(page)).toHaveText('Scegli il tuo PIN')

  const choose = async (pin: string, again = pin) => {
    await page.getByLabel('PIN iniziale di 16 caratteri').fill('DEMO2015')
    await page.getByLabel('Nuovo PIN', { exact: true }).fill(pin)
    await page.getByLabel('Riscrivi il nuovo PIN').fill(again)
    await page.getByRole('button', { name: 'Salva il nuovo PIN' }).click()
  }
  const mistakes = page.getByRole('group', { name: 'C’è un problema' }).getByRole('link')
  await choose('mai visto prima', 'mai visto dopo')
  await expect(mistakes).toHaveText(['Riscrivi il nuovo PIN: I due PIN non coincidono: riscrivili uguali'])
  await choose(`x${person.codiceFiscale.slice(2, 10)}x`)
  await expect(mistakes).toHaveText([/8 caratteri di seguito del tuo codice fiscale/])
  await choose('password')
  await expect(mistakes).toHaveText([/tra i più usati/])
  await choose('Sette verdi colline 7')
  await expect(title(page)).toHaveText('Lista richieste')
  await signIn(page, person, 'Sette verdi colline 7')
})

test('who changes the PIN may end the other sessions, and the old PIN opens nothing', async ({ as, request, sql }) => {
  const person = await newContributor(sql)
  const here = await as(person)
  const there = await as(person)
  await here.goto('/sessioni')
  await here.getByRole('link', { name: 'Cambia il PIN' }).click()
  await here.getByLabel('PIN attuale').fill('non è questo')
  await here.getByLabel('Nuovo PIN', { exact: true }).fill('Sette verdi colline 7')
  await here.getByLabel('Riscrivi il nuovo PIN').fill('Sette verdi colline 7')
  await here.getByLabel('Termina le altre sessioni attive').check()
  await here.getByRole('button', { name: 'Salva il nuovo PIN' }).click()
  await expect(here.getByText('Il PIN attuale non è corretto').first()).toBeVisible()
  await here.getByLabel('PIN attuale').fill('DEMO2015')
  await here.getByLabel('Nuovo PIN', { exact: true }).fill('Sette verdi colline 7')
  await here.getByLabel('Riscrivi il nuovo PIN').fill('Sette verdi colline 7')
  await here.getByRole('button', { name: 'Salva il nuovo PIN' }).click()
  await expect(title(here)).toHaveText('Lista richieste')
  await there.goto(`${person.area}/richieste`)
  await expect(title(there)).toHaveText('Accedi')
  const old = await fillForm(request, '/accesso', { codiceFiscale: person.codiceFiscale, pin: 'DEMO2015' })
  expect(await (await old.post()).text()).toContain('Codice fiscale o PIN non corretti')
})

test('with a PIN online one reads everything and sends nothing', async ({ as, sql }) => {
  const online = await newContributor(sql, { pinLevel: 'online' })
  const page = await as(giulia)
  await page.goto('/area')
  await expect(title(page)).toHaveText('Comunicazioni irregolarità da leggere')
  await page.getByRole('navigation', { name: 'Comunicazione bidirezionale' }).getByText('Nuova richiesta').click()
  await expect(page.getByText('Con il PIN online puoi leggere, non inviare')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Come si ottiene il PIN dispositivo' })).toBeVisible()
  await expect(page.locator('main form')).toHaveCount(0)

  // a request sent before, when the PIN was the other one
  await sql`update users set pin_level = 'dispositivo' where id = ${online.userId}`
  const sender = await as(online)
  const id = await newRequest(sender, online)
  await sql`update users set pin_level = 'online' where id = ${online.userId}`
  await sender.goto(`${online.area}/richieste/${id}`)
  await expect(sender.getByText('Richiesta inviata')).toBeVisible()
  await expect(sender.getByText('Con il PIN online puoi leggere, non inviare')).toBeVisible()
  for (const act of ['Rispondi', 'Integra', 'Riapri', 'Ritira la richiesta'])
    await expect(sender.getByRole('link', { name: act, exact: true })).toHaveCount(0)
  for (const page of ['rispondi', 'riapri', 'invia-di-nuovo']) {
    await sender.goto(`${online.area}/richieste/${id}/${page}`)
    await expect(sender.getByText('Con il PIN online puoi leggere, non inviare')).toBeVisible()
    await expect(sender.locator('main form')).toHaveCount(0)
  }
  const draft = await sender.request.put(`/api/bozze/${randomUUID()}?profilo=${online.contributorId}`, {
    headers: { origin: portal },
    data: { kind: 'request', version: 0, writer: randomUUID(), content: { text: 'prova' } },
  })
  expect(draft.status()).toBe(403)
  const file = await sender.request.post(`/api/allegati?profilo=${online.contributorId}&bozza=${randomUUID()}`, {
    headers: { origin: portal, 'content-type': 'text/plain', 'x-file-name': 'nota.txt' },
    data: 'Una nota.',
  })
  expect(file.status()).toBe(403)
})
