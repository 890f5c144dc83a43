import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { workingDayAhead } from './days'
import { fillForm } from './forms'
import { newContributor, newOffice, newOfficer } from './people'
import { expect, portal, test } from './portal'
import { newDraft, newRequest, takeUp, words, write } from './requests'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const heading = (page: Page) => page.locator('.request-heading')
const rows = (page: Page) => page.locator('.data-table tbody tr')
/** The queues of the desk, each with its count, as they are read aloud. */
const queues = (page: Page) => page.getByRole('navigation', { name: 'Richieste' }).getByRole('listitem')

/** An office with an officer of the unit that answers of rates, and a contributor of it. */
async function bench(sql: Sql) {
  const office = await newOffice(sql)
  return { office, who: await newContributor(sql, { office }), clerk: await newOfficer(sql, office, ['FC']) }
}

test('the queues hold what they say, oldest due first, each with its count', async ({ as, asking, sql }) => {
  const { who, clerk } = await bench(sql)
  const sender = await asking(who)
  const [late, soon, asked] = [
    await newRequest(sender, who),
    await newRequest(sender, who),
    await newRequest(sender, who),
  ]
  await sql`update requests set expected_by = '2020-01-02' where id = ${late}`
  const officer = await as(clerk)
  await officer.goto('/sede')
  await expect(queues(officer)).toHaveText([
    /^Da prendere in carico3 \(3 richieste\)$/,
    /^Mie$/,
    /^In attesa del contribuente$/,
    /^Chiuse$/,
  ])
  await expect(rows(officer).first()).toContainText('Scaduta il 02/01/2020')
  await takeUp(officer, soon)
  await takeUp(officer, asked)
  await write(officer, `/sede/richieste/${asked}/chiedi-documenti?bozza=${crypto.randomUUID()}`, {
    text: 'Serve la copia del contratto.',
    dueBy: workingDayAhead(4),
  })
  await officer.goto('/sede?coda=mie')
  await expect(queues(officer)).toHaveText([/carico1 \(1 richiesta\)$/, /^Mie1/, /contribuente1/, /^Chiuse$/])
  await expect(rows(officer)).toHaveCount(1)
  await expect(officer.getByRole('link', { name: /^Mie/ }).first()).toHaveAttribute('aria-current', 'page')
  await officer.goto('/sede?coda=in-attesa')
  await expect(rows(officer)).toContainText(['In attesa di integrazione'])
  await officer.goto('/sede?coda=chiuse')
  await expect(officer.getByText('Nessuna richiesta in questa coda')).toBeVisible()
  await officer.goto('/sede?coda=boh&dopo=boh')
  await expect(title(officer)).toHaveText('Da prendere in carico')
})

test('of two officers at once exactly one takes a request up, and the other is told by whom', async ({
  as,
  asking,
  sql,
}) => {
  const { office, who, clerk } = await bench(sql)
  const colleague = await newOfficer(sql, office, ['FC'])
  const request = await newRequest(await asking(who), who)
  const [first, second] = [await as(clerk), await as(colleague)]
  for (const page of [first, second]) await page.goto(`/sede/richieste/${request}`)
  await Promise.all([first, second].map((page) => page.getByRole('button', { name: 'Prendi in carico' }).click()))
  const told = (page: Page, by: string) => page.getByText(`La richiesta è già stata presa in carico da ${by}.`)
  await expect
    .poll(async () => (await told(first, colleague.name).count()) + (await told(second, clerk.name).count()))
    .toBe(1)
  const taken = await sql`select from thread_entries where request_id = ${request} and act = 'take_up'`
  expect(taken).toHaveLength(1)
})

test('a request that is transferred leaves the desk, with a reason that the sender reads', async ({ as, sql }) => {
  const { who, clerk } = await bench(sql)
  const elsewhere = await newOffice(sql)
  const [there] = await sql`select name from offices where code = ${elsewhere}`
  const receiver = await newOfficer(sql, elsewhere)
  const sender = await as(who)
  const request = await newRequest(sender, who)
  const officer = await as(clerk)
  await officer.goto(`/sede/richieste/${request}`)
  await officer.getByRole('link', { name: 'Trasferisci' }).click()
  await officer.getByLabel('Sede', { exact: true }).selectOption(elsewhere)
  await officer.getByLabel('Unità').selectOption('RC')
  await officer.getByRole('button', { name: 'Trasferisci la richiesta' }).click()
  await expect(officer.getByRole('group', { name: 'C’è un problema' }).getByRole('link')).toHaveText([
    'Motivo: Scrivi il motivo (almeno 10 caratteri).',
  ])
  await officer.getByLabel('Motivo').fill('Riguarda un avviso di addebito già emesso.')
  await officer.getByRole('button', { name: 'Trasferisci la richiesta' }).click()
  await expect(title(officer)).toHaveText('Da prendere in carico')
  await expect(rows(officer)).toHaveCount(0)
  expect((await officer.goto(`/sede/richieste/${request}`))!.status()).toBe(404)
  for (const act of ['rispondi', 'chiudi', 'nota', 'trasferisci', 'chiedi-documenti'])
    expect((await officer.request.get(`/sede/richieste/${request}/${act}`)).status()).toBe(404)

  const page = await as(receiver)
  await page.goto('/sede')
  await expect(rows(page)).toHaveCount(1)
  await sender.goto(`${who.area}/richieste/${request}`)
  await expect(sender.getByText('Riguarda un avviso di addebito già emesso.')).toBeVisible()
  await expect(heading(sender)).toContainText('Inoltrata ad altro ufficio')
  await expect(sender.locator('.summary-list')).toContainText(there!.name as string)
})

test('an internal note stays in the office: not a letter of it reaches the sender', async ({ as, sql }) => {
  const { who, clerk } = await bench(sql)
  const note = 'SEGRETO-DELLA-SEDE: da verificare con la vigilanza.'
  const sender = await as(who)
  const request = await newRequest(sender, who)
  const officer = await as(clerk)
  await takeUp(officer, request)
  await officer.goto(`/sede/richieste/${request}`)
  await officer.getByRole('link', { name: 'Scrivi una nota interna' }).click()
  await expect(officer.getByText('La vede solo la sede: non arriva mai al contribuente.')).toBeVisible()
  await officer.getByLabel('Nota').fill(note)
  await officer.getByRole('button', { name: 'Salva la nota' }).click()
  await expect(officer.getByRole('region', { name: 'Note interne' })).toContainText(note)
  await expect(officer.locator('.thread')).not.toContainText('SEGRETO')

  for (const path of ['', `/${request}`, `/${request}/rispondi`, `/${request}/ricevuta`, `/${request}/ricevuta/pdf`])
    for (const headers of [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }] as Record<string, string>[]) {
      const answer = await sender.request.get(`${who.area}/richieste${path}`, { headers })
      const body = await answer.text()
      expect(body).not.toContain('SEGRETO')
      // nor who works on it
      expect(body).not.toContain(clerk.name)
      expect(body).not.toContain(clerk.userId)
      if (path === `/${request}` && headers.RSC && !headers['Next-Router-Prefetch']) expect(body).toContain(words)
    }
  await sender.goto(`${who.area}/richieste?parole=SEGRETO`)
  await expect(sender.getByText('Nessuna richiesta con questi filtri')).toBeVisible()
})

test('a request is closed only with an outcome and its reasons', async ({ as, asking, sql }) => {
  const { who, clerk } = await bench(sql)
  const request = await newRequest(await asking(who), who)
  const officer = await as(clerk)
  await takeUp(officer, request)
  const page = `/sede/richieste/${request}/chiudi`
  const form = await fillForm(officer.request, page, { text: 'x'.repeat(39), outcome: 'granted' })
  expect(await (await form.post()).text()).toContain('Motiva l’esito (almeno 40 caratteri).')
  const byPortal = await (await form.post({ text: 'x'.repeat(40), outcome: 'documents_missing' })).text()
  expect(byPortal).toContain('Scegli l’esito')
  // only now: a form open in the browser saves by itself, and would be another writer of the same draft
  await officer.goto(page)
  const mistakes = officer.getByRole('group', { name: 'C’è un problema' }).getByRole('link')
  await officer.getByLabel('Motivazione').fill('x'.repeat(39))
  await officer.getByRole('button', { name: 'Chiudi la richiesta' }).click()
  await expect(mistakes).toHaveText(['Esito: Scegli l’esito', 'Motivazione: Motiva l’esito (almeno 40 caratteri).'])
  await officer.getByLabel('Non accolta').check()
  await officer.getByLabel('Motivazione').fill(`${'x'.repeat(39)}   `)
  await officer.getByRole('button', { name: 'Chiudi la richiesta' }).click()
  await expect(mistakes).toHaveText(['Motivazione: Motiva l’esito (almeno 40 caratteri).'])
  const [unmoved] = await sql`select status from requests where id = ${request}`
  expect(unmoved).toEqual({ status: 'taken_up' })
  await officer.getByLabel('Motivazione').fill('x'.repeat(40))
  await officer.getByRole('button', { name: 'Chiudi la richiesta' }).click()
  await expect(heading(officer)).toContainText('Non accolta')
})

test('a request that is released goes back to the queue, for a colleague', async ({ as, asking, sql }) => {
  const { office, who, clerk } = await bench(sql)
  const request = await newRequest(await asking(who), who)
  const officer = await as(clerk)
  await takeUp(officer, request)
  const colleague = await as(await newOfficer(sql, office, ['FC']))
  await colleague.goto(`/sede/richieste/${request}`)
  await expect(colleague.getByText(clerk.name).first()).toBeVisible()
  for (const act of ['Rispondi', 'Chiudi con esito', 'Chiedi documenti'])
    await expect(colleague.getByRole('link', { name: act })).toHaveCount(0)
  await officer.goto(`/sede/richieste/${request}`)
  await officer.getByRole('button', { name: 'Rilascia' }).click()
  await expect(title(officer)).toHaveText('Mie')
  await colleague.goto('/sede')
  await colleague.locator('.data-table a').click()
  await colleague.getByRole('button', { name: 'Prendi in carico' }).click()
  await expect(colleague.getByRole('link', { name: 'Rispondi', exact: true })).toBeVisible()
})

test('an officer sees the requests of their own units, and of no other office', async ({ as, asking, sql }) => {
  const { office, who, clerk } = await bench(sql)
  const sender = await asking(who)
  await newRequest(sender, who)
  const ofRegistry = await newRequest(sender, who, { areaCode: '01', topicCode: '01.02' })
  const officer = await as(clerk)
  await officer.goto('/sede')
  await expect(rows(officer)).toHaveCount(1)
  expect((await officer.request.get(`/sede/richieste/${ofRegistry}`)).status()).toBe(404)
  const registry = await as(await newOfficer(sql, office, ['AN']))
  await registry.goto('/sede')
  await expect(rows(registry)).toContainText(['Aggiornamento PEC e recapiti'])
  const stranger = await as(await newOfficer(sql, await newOffice(sql)))
  await stranger.goto('/sede')
  await expect(stranger.getByText('Nessuna richiesta in questa coda')).toBeVisible()
})

test('the sender may withdraw until somebody takes it up, and reopen once it is closed', async ({
  as,
  asking,
  sql,
}) => {
  const { who, clerk } = await bench(sql)
  const sender = await as(who)
  const [withdrawn, closed] = [await newRequest(sender, who), await newRequest(sender, who)]
  await sender.goto(`${who.area}/richieste/${withdrawn}`)
  await sender.getByRole('link', { name: 'Ritira la richiesta' }).click()
  await sender.getByRole('button', { name: 'Ritira la richiesta' }).click()
  await expect(heading(sender)).toContainText('Ritirata')

  const officer = await asking(clerk)
  await sender.goto(`${who.area}/richieste/${closed}/ritira`)
  await takeUp(officer, closed)
  await sender.getByRole('button', { name: 'Ritira la richiesta' }).click()
  await expect(sender.getByText('La richiesta è già stata presa in carico: non si può più ritirare.')).toBeVisible()
  await write(officer, `/sede/richieste/${closed}/chiudi?bozza=${crypto.randomUUID()}`, {
    outcome: 'not_competent',
    text: 'Non riguarda la Gestione Separata: scrivi dal Cassetto previdenziale aziende.',
  })
  await sender.goto(`${who.area}/richieste/${closed}`)
  await expect(sender.getByText('La sede non è competente')).toBeVisible()
  await sender.getByRole('link', { name: 'Riapri' }).click()
  await sender.getByLabel('Perché la riapri').fill('Il collaboratore è iscritto alla Gestione Separata dal 2020.')
  await sender.getByRole('button', { name: 'Riapri la richiesta' }).click()
  await expect(heading(sender)).toContainText('Riaperta')
  await expect(heading(sender)).toContainText('/1')
  await sql`update requests set status = 'closed', outcome = 'granted', closed_at = now() - interval '61 days' where id = ${closed}`
  await sender.reload()
  await expect(sender.getByRole('link', { name: 'Riapri' })).toHaveCount(0)
  await sender.goto(`${who.area}/richieste/${closed}/riapri`)
  await expect(sender.getByText('Adesso non è possibile')).toBeVisible()
})

test('a request not of their competence is sent again with the same words', async ({ as, sql }) => {
  const { who } = await bench(sql)
  const sender = await as(who)
  const request = await newRequest(sender, who)
  await sender.goto(`${who.area}/richieste/${request}/invia-di-nuovo`)
  await sender.getByRole('button', { name: 'Prepara la bozza' }).click()
  await expect(title(sender)).toHaveText('Nuova richiesta')
  await expect(sender.getByLabel('Testo della richiesta')).toHaveValue(words)
  await expect(sender.getByLabel('Dettaglio')).toHaveValue('13.01')
})

test('what an officer was writing when the session ended is there when they are back', async ({ as, asking, sql }) => {
  const { who, clerk } = await bench(sql)
  const request = await newRequest(await asking(who), who)
  const officer = await as(clerk)
  await takeUp(officer, request)
  await officer.goto(`/sede/richieste/${request}/rispondi`)
  await officer.getByLabel('Risposta').fill('Risposta lasciata a metà.')
  await sql`update sessions set last_seen_at = now() - interval '20 minutes' where user_id = ${clerk.userId}`
  await officer.getByRole('button', { name: 'Invia la risposta' }).click()
  await expect(officer.getByText('Quello che stavi scrivendo è salvo nelle bozze')).toBeVisible()
  await officer.getByLabel('Codice fiscale').fill(clerk.codiceFiscale)
  await officer.getByLabel('PIN dispositivo').fill('DEMO2015')
  await officer.getByRole('button', { name: 'Accedi' }).click()
  await expect(officer.getByLabel('Risposta')).toHaveValue('Risposta lasciata a metà.')
  const sent = await sql`select from thread_entries where request_id = ${request} and act = 'reply'`
  expect(sent).toHaveLength(0)
  expect((await officer.request.get(`${portal}/sede`)).status()).toBe(200)
})

test('a draft of the other side is nobody else’s', async ({ as, asking, sql }) => {
  const { who, clerk } = await bench(sql)
  const sender = await as(who)
  const draft = await newDraft(sender, who, { text: 'Bozza che la sede non deve leggere.' })
  const officer = await asking(clerk)
  const taken = await officer.request.put(`/api/bozze/${draft}`, {
    headers: { origin: portal },
    data: { kind: 'request', version: 1, writer: crypto.randomUUID(), content: { text: 'mia' } },
  })
  expect(taken.status()).toBe(404)
  await sender.goto(`${who.area}/richieste/nuova?bozza=${draft}`)
  await expect(sender.getByLabel('Testo della richiesta')).toHaveValue('Bozza che la sede non deve leggere.')
})
