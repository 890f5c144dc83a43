import type { Page } from '@playwright/test'
import { newContributor, type Contributor } from './people'
import { expect, portal, test } from './portal'
import { newDraft, newRequest, words } from './requests'
import { fillForm } from './forms'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const summary = (page: Page) => page.getByRole('group', { name: 'C’è un problema' })
const status = (page: Page) => page.locator('.draft-status')
const saved = /^Bozza salvata alle \d\d:\d\d$/

/** Writes a whole request on the page that is open. */
async function compose(page: Page, text = words) {
  await page.getByLabel('Indirizzo e-mail').fill('prova@esempio.it')
  await page.getByLabel('Argomento').selectOption('13')
  await page.getByLabel('Dettaglio').selectOption('13.01')
  await page.getByLabel('Testo della richiesta').fill(text)
}

const sessionsOf = ({ userId }: Contributor) => userId

test('what is missing is said together, on top and on each field, and is one link away', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  await page.getByLabel('Desidero ricevere notifiche via SMS').check()
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(summary(page)).toBeFocused()
  await expect(summary(page).getByRole('link')).toHaveText([
    'Indirizzo e-mail: Inserisci almeno un indirizzo e-mail o un numero di telefono.',
    'Notifiche via SMS: Per ricevere SMS inserisci un numero di cellulare.',
    'Dettaglio: Scegli l’argomento e il dettaglio della richiesta.',
    'Testo della richiesta: Descrivi la richiesta (almeno 20 caratteri).',
  ])
  await expect(page).toHaveTitle(/^Errore: Nuova richiesta/)
  await summary(page)
    .getByRole('link', { name: /^Dettaglio/ })
    .click()
  await expect(page.getByLabel('Dettaglio')).toBeFocused()
  await expect(page.getByLabel('Testo della richiesta')).toHaveAccessibleDescription(/Errore: Descrivi la richiesta/)

  await compose(page)
  await page.getByLabel('Numero di telefono').fill('333 1234567')
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(title(page)).toHaveText('Controlla e invia')
  await expect(page).toHaveTitle(/^Controlla e invia/)
})

test('one of e-mail and phone is enough, and each notification asks for its own address', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  await compose(page)
  await page.getByLabel('Indirizzo e-mail').fill('')
  await page.getByLabel('Numero di telefono').fill('+39 333-1234567')
  await page.getByLabel('Desidero ricevere notifiche via e-mail').check()
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(summary(page).getByRole('link')).toHaveText([/Per ricevere notifiche via e-mail inserisci/])
  await page.getByLabel('Desidero ricevere notifiche via e-mail').uncheck()
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(title(page)).toHaveText('Controlla e invia')
  await expect(page.getByText('Non fornito').first()).toBeVisible()
})

test('the words people use find the right subject', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  const search = page.getByLabel('Cerca l’oggetto')
  const found = page.locator('.topic-results button')
  for (const [typed, area] of [
    ['avviso bonario', 'COMUNICAZIONI DI IRREGOLARITÀ'],
    ['F24', 'VERSAMENTI'],
    ['rateizzazione', 'RATEIZZAZIONI'],
  ] as const) {
    await search.fill(typed)
    await expect(found.first()).toContainText(area)
  }
  await search.fill('zanzibar')
  await expect(page.getByText('Nessun oggetto con queste parole: scegli dagli elenchi.')).toBeVisible()
  await search.fill('non abbinato')
  await found.filter({ hasText: 'F24 versato e non abbinato' }).click()
  await expect(page.getByLabel('Argomento')).toHaveValue('04')
  await expect(page.getByLabel('Dettaglio')).toHaveValue('04.01')
  await expect(page.getByLabel('Data del versamento F24')).toBeVisible()
})

test('a link with a subject arrives with it chosen, and the last contacts are there again', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await newRequest(page, who, { email: 'ultima@esempio.it', mobile: '3331234567', notifyBySms: 'on' })
  await page.goto(`${who.area}/richieste/nuova?oggetto=05.01`)
  await expect(page.getByLabel('Dettaglio')).toHaveValue('05.01')
  await expect(page.getByLabel('Numero della comunicazione')).toBeVisible()
  await expect(page.getByLabel('Indirizzo e-mail')).toHaveValue('ultima@esempio.it')
  await expect(page.getByLabel('Desidero ricevere notifiche via SMS')).toBeChecked()
  await expect(page.getByLabel('Desidero ricevere notifiche via e-mail')).not.toBeChecked()
})

test('characters are counted while one writes, and nothing is cut', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  const text = page.getByLabel('Testo della richiesta')
  const count = page.locator('.form-count')
  await text.fill('Dodici + tre!')
  await expect(count).toHaveText('Per arrivare al minimo: ancora 7 caratteri')
  await text.fill('x'.repeat(3999))
  await expect(count).toHaveText('A disposizione: 1 carattere')
  await compose(page, 'y'.repeat(4003))
  await expect(count).toHaveText('Di troppo: 3 caratteri')
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(summary(page).getByRole('link')).toHaveText([/al massimo 4\.000 caratteri/])
  await expect(text).toHaveValue('y'.repeat(4003))
})

test('a draft keeps itself, is listed, found again after the session, and discarded', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  await compose(page, 'Bozza che si salva da sola, prima di inviarla.')
  await page.getByLabel('Testo della richiesta').blur()
  await expect(status(page)).toHaveText(saved)
  await page.reload()
  await expect(page.getByLabel('Testo della richiesta')).toHaveValue('Bozza che si salva da sola, prima di inviarla.')
  await expect(page.getByLabel('Dettaglio')).toHaveValue('13.01')

  const later = await as(who)
  await later.goto(`${who.area}/richieste`)
  const drafts = later.getByRole('region', { name: 'Bozze' })
  await expect(drafts).toContainText('Bozza che si salva da sola')
  await drafts.getByRole('link', { name: 'Aliquote e massimale' }).click()
  await expect(later.getByLabel('Indirizzo e-mail')).toHaveValue('prova@esempio.it')
  await later.goto(`${who.area}/richieste`)
  await drafts.getByRole('button', { name: 'Elimina la bozza Aliquote e massimale' }).click()
  await expect(later.getByText('La bozza è stata eliminata.')).toBeVisible()
  await expect(drafts).toHaveCount(0)
})

test('the browser itself keeps nothing of what was written', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  await compose(page)
  await page.getByLabel('Testo della richiesta').blur()
  await expect(status(page)).toHaveText(saved)
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    session: JSON.stringify({ ...sessionStorage }),
  }))
  expect(kept).toMatchObject({ local: 0, databases: 0, caches: 0 })
  expect(kept.session).not.toContain('aliquota')
})

test('a draft that a network does not let through is kept at the next word', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  const text = page.getByLabel('Testo della richiesta')
  for (const answer of [{ status: 200, contentType: 'text/html', body: '<h1>Accedi al Wi-Fi' }, 'abort'] as const) {
    await page.route('**/api/bozze/**', (route) => (answer === 'abort' ? route.abort() : route.fulfill(answer)))
    await text.fill('Scritto mentre la rete non risponde.')
    await text.blur()
    await expect(status(page)).toContainText('Bozza non salvata')
    await page.unrouteAll()
    await text.fill('Scritto quando la rete risponde di nuovo.')
    await text.blur()
    await expect(status(page)).toHaveText(saved)
  }
  await page.reload()
  await expect(text).toHaveValue('Scritto quando la rete risponde di nuovo.')
})

test('of two tabs on one draft, the one left behind is told and loses nothing', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const first = await as(who)
  const draft = await newDraft(first, who)
  const second = await first.context().newPage()
  for (const page of [first, second]) await page.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  await first.getByLabel('Testo della richiesta').fill('Scritto nella prima scheda, per primo.')
  await first.getByLabel('Testo della richiesta').blur()
  await expect(status(first)).toHaveText(saved)
  await second.getByLabel('Testo della richiesta').fill('Scritto nella seconda scheda, dopo.')
  await second.getByLabel('Testo della richiesta').blur()
  await expect(status(second)).toContainText('Questa bozza è stata cambiata in un’altra scheda.')
  await second.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(second.getByRole('alert').filter({ hasText: 'Non è stato possibile' })).toContainText('altra scheda')
  await expect(second.getByLabel('Testo della richiesta')).toHaveValue('Scritto nella seconda scheda, dopo.')
  await first.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(title(first)).toHaveText('Controlla e invia')
  await expect(first.getByText('Scritto nella prima scheda, per primo.')).toBeVisible()
})

test('a draft changed elsewhere is not sent as it was looked at', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  await page.goto(`${who.area}/richieste/nuova/controlla?bozza=${draft}`)
  await sql`update drafts set content = content || '{"text":""}', version = version + 1 where id = ${draft}`
  await page.getByRole('button', { name: 'Invia' }).click()
  await expect(page.getByText('Qualcosa nella richiesta non è più valido.')).toBeVisible()
  const [sent] = await sql`select from requests where id = ${draft}`
  expect(sent).toBeUndefined()
})

test('a session that ends while one writes keeps the words, and brings back to them', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const lapse = () =>
    sql`update sessions set last_seen_at = now() - interval '20 minutes' where user_id = ${sessionsOf(who)} and ended_at is null`
  const enter = async () => {
    await page.getByLabel('Codice fiscale').fill(who.codiceFiscale)
    await page.getByLabel('PIN dispositivo').fill('DEMO2015')
    await page.getByRole('button', { name: 'Accedi' }).click()
  }
  await page.goto(`${who.area}/richieste/nuova`)

  await test.step('when the page saves by itself', async () => {
    await compose(page, 'Scritto prima che la sessione finisse.')
    await lapse()
    await page.getByLabel('Testo della richiesta').blur()
    await expect(status(page)).toContainText('La sessione è scaduta')
    await page.reload()
    await expect(page.getByText('Quello che stavi scrivendo è salvo nelle bozze')).toBeVisible()
    await enter()
    await expect(title(page)).toHaveText('Nuova richiesta')
    await expect(page.getByLabel('Testo della richiesta')).toHaveValue('Scritto prima che la sessione finisse.')
  })

  await test.step('when the form is sent', async () => {
    await page.getByLabel('Testo della richiesta').fill('Scritto poco prima di premere il pulsante.')
    await page.getByLabel('Testo della richiesta').blur()
    await expect(status(page)).toHaveText(saved)
    await page.getByLabel('Testo della richiesta').fill('Scritto proprio mentre premevo il pulsante.')
    await lapse()
    await page.getByRole('button', { name: 'Continua e controlla' }).click()
    await expect(page.getByText('Quello che stavi scrivendo è salvo nelle bozze')).toBeVisible()
    await enter()
    await expect(title(page)).toHaveText('Nuova richiesta')
    await expect(page.getByLabel('Testo della richiesta')).toHaveValue('Scritto proprio mentre premevo il pulsante.')
  })
})

test('Back after sending leads to the receipt, not to a second request', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  await compose(page)
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await page.getByRole('button', { name: 'Invia' }).click()
  await expect(title(page)).toHaveText('Richiesta inviata')
  const receipt = page.url()
  for (let steps = 0; steps < 2; steps++) {
    await page.goBack()
    await expect(title(page)).toHaveText('Richiesta inviata')
    await page.reload()
    await expect(title(page)).toHaveText('Richiesta inviata')
    expect(page.url()).toBe(receipt)
  }
})

test('Back after sending, without reloading, cannot send again', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  await page.goto(`${who.area}/richieste/nuova/controlla?bozza=${draft}`)
  await page.getByRole('button', { name: 'Invia' }).click()
  await expect(title(page)).toHaveText('Richiesta inviata')
  await page.goBack()
  await expect(title(page)).toHaveText('Richiesta inviata')
  const [sent] = await sql`select count(*)::int as count from requests where contributor_id = ${who.contributorId}`
  expect(sent!.count).toBe(1)
})

test('a double click on «Invia», and ten posts at once, are one request with one number', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  const draft = await newDraft(page, who)
  const address = `${who.area}/richieste/nuova/controlla?bozza=${draft}`
  const byHand = await fillForm(page.request, address, { draftId: draft })
  await page.goto(address)
  const posts = Promise.all(Array.from({ length: 10 }, () => byHand.post()))
  await page.getByRole('button', { name: 'Invia' }).dblclick()
  for (const answer of await posts) {
    expect(answer.status()).toBe(303)
    expect(answer.headers().location).toContain(`/richieste/${draft}/ricevuta`)
  }
  await expect(title(page)).toHaveText('Richiesta inviata')
  const [sent] = await sql`
    select count(*)::int as requests, (select count(*)::int from thread_entries where request_id = ${draft}) as entries
    from requests where contributor_id = ${who.contributorId}`
  expect(sent).toEqual({ requests: 1, entries: 1 })
  expect((await page.request.get(`${portal}${address}`)).url()).toContain('/ricevuta')
})
