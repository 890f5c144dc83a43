import type { Page } from '@playwright/test'
import { docx, exe, pdf, png } from '../files'
import { workingDayAhead } from './days'
import { newContributor, newOfficer, newOffice } from './people'
import { expect, test } from './portal'

const withoutScripts = { javaScriptEnabled: false }
const text = 'Il versamento di aprile risulta pagato ma non abbinato alla posizione.'
const reasons = 'Il versamento del 16/05/2024 è stato abbinato al mese di aprile 2024: la posizione è regolare.'
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const summary = (page: Page) => page.getByRole('group', { name: 'C’è un problema' })
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })

test('the whole journey works with the scripts of the browser off, on both sides', async ({ open, sql }) => {
  test.slow()
  const office = await newOffice(sql)
  const who = await newContributor(sql, { office })
  const clerk = await newOfficer(sql, office)
  const sender = await open(withoutScripts)
  const officer = await open(withoutScripts)

  await test.step('a wrong PIN comes back with the codice fiscale and without the PIN', async () => {
    await sender.goto(`${who.area}/richieste/nuova`)
    await sender.getByLabel('Codice fiscale').fill(who.codiceFiscale)
    await sender.getByLabel('PIN dispositivo').fill('sbagliato')
    await sender.getByRole('button', { name: 'Accedi' }).click()
    await expect(sender.getByText('Codice fiscale o PIN non corretti')).toBeVisible()
    await expect(sender.getByLabel('Codice fiscale')).toHaveValue(who.codiceFiscale)
    await expect(sender.getByLabel('PIN dispositivo')).toHaveValue('')
    await sender.getByLabel('PIN dispositivo').fill('DEMO2015')
    await sender.getByRole('button', { name: 'Accedi' }).click()
    await expect(title(sender)).toHaveText('Nuova richiesta')
  })

  await test.step('mistakes come back on their fields, with all that was typed', async () => {
    await sender.getByLabel('Indirizzo e-mail').fill('prova@esempio')
    await sender.getByLabel('Desidero ricevere notifiche via SMS').check()
    await sender.getByLabel('Testo della richiesta').fill('Troppo corto')
    await sender.getByRole('button', { name: 'Continua e controlla' }).click()
    await expect(summary(sender)).toBeVisible()
    await expect(summary(sender).getByRole('link')).toHaveText([
      /Indirizzo e-mail: /,
      'Notifiche via SMS: Per ricevere SMS inserisci un numero di cellulare.',
      'Dettaglio: Scegli l’argomento e il dettaglio della richiesta.',
      'Testo della richiesta: Descrivi la richiesta (almeno 20 caratteri).',
    ])
    for (const link of await summary(sender).getByRole('link').all())
      await expect(sender.locator((await link.getAttribute('href'))!)).toHaveCount(1)
    await expect(sender.getByLabel('Indirizzo e-mail')).toHaveValue('prova@esempio')
    await expect(sender.getByLabel('Indirizzo e-mail')).toHaveAttribute('aria-invalid', 'true')
    await expect(sender.getByLabel('Testo della richiesta')).toHaveValue('Troppo corto')
    await expect(sender.getByLabel('Desidero ricevere notifiche via SMS')).toBeChecked()
  })

  await test.step('the questions of a topic come with a button, and nothing typed is lost', async () => {
    await sender.getByLabel('Indirizzo e-mail').fill('prova@esempio.it')
    await sender.getByLabel('Desidero ricevere notifiche via SMS').uncheck()
    await sender.getByLabel('Desidero ricevere notifiche via e-mail').check()
    await sender.getByLabel('Testo della richiesta').fill(text)
    await expect(sender.locator('#topicCode optgroup')).toHaveCount(14)
    await expect(sender.locator('#topicCode optgroup option')).toHaveCount(47)
    await sender.getByLabel('Argomento').selectOption('04')
    await sender.getByLabel('Dettaglio').selectOption('04.01')
    await sender.getByRole('button', { name: 'Mostra le domande di questo oggetto' }).click()
    await expect(sender.getByLabel('Data del versamento F24')).toBeVisible()
    await expect(sender.getByLabel('Testo della richiesta')).toHaveValue(text)
    await expect(sender.getByLabel('Argomento')).toHaveValue('04')
    await expect(sender.getByLabel('Dettaglio')).toHaveValue('04.01')
    await sender.getByLabel('Data del versamento F24').fill('31/02/2024')
    await sender.getByLabel('Importo versato').fill('1.401,20')
    await sender.getByLabel('Causale contributo').fill('CXX')
    await sender.getByLabel('Mese di riferimento del versamento').fill('04/2024')
  })

  await test.step('the files travel in the form’s own post, and a bad one loses nothing', async () => {
    await sender
      .getByLabel('Scegli i file')
      .setInputFiles([
        file('Quietanza.pdf', 'application/pdf', pdf('Quietanza')),
        file('fattura.pdf', 'application/pdf', exe()),
      ])
    await sender.getByRole('button', { name: 'Continua e controlla' }).click()
    await expect(sender.getByRole('alert')).toContainText('Il contenuto del file «fattura.pdf» non è')
    await sender.getByRole('button', { name: 'Salva bozza' }).click()
    await expect(sender.locator('.attachment-row')).toHaveText([/Quietanza\.pdf/])
    await expect(sender.getByLabel('Data del versamento F24')).toHaveValue('31/02/2024')

    await sender
      .getByLabel('Scegli i file')
      .setInputFiles([
        file('Schermata.png', 'image/png', png()),
        file('Prospetto.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', docx()),
      ])
    await sender.getByRole('button', { name: 'Continua e controlla' }).click()
    await expect(summary(sender).getByRole('link')).toHaveText([/Scrivi una data che esiste/])
    await sender.getByRole('button', { name: 'Salva bozza' }).click()
    await expect(sender.locator('.attachment-row')).toHaveCount(3)
    await sender.getByRole('button', { name: 'Rimuovi «Schermata.png»' }).click()
    await expect(sender.locator('.attachment-row')).toHaveCount(2)
    await expect(sender.getByText('2 file su 3 – puoi aggiungerne ancora 1')).toBeVisible()
    await sender.getByLabel('Data del versamento F24').fill('16/05/2024')
    await sender.getByRole('button', { name: 'Continua e controlla' }).click()
  })

  await expect(title(sender)).toHaveText('Controlla e invia')
  await expect(sender.getByText(text)).toBeVisible()
  await expect(sender.getByRole('link', { name: /^Scarica .*(Quietanza\.pdf|Prospetto\.docx)/ })).toHaveCount(2)
  await sender.getByRole('button', { name: 'Invia' }).click()
  await expect(title(sender)).toHaveText('Richiesta inviata')
  const protocollo = (await sender.locator('.receipt-number .code').textContent())!
  expect(protocollo).toMatch(new RegExp(`^INPS\\.${office}\\.\\d{2}/\\d{2}/\\d{4}\\.0000001$`))
  await sender.getByRole('link', { name: 'Segui la richiesta' }).click()
  const request = sender.url()

  await test.step('the officer takes it up and asks for a document', async () => {
    await officer.goto('/sede')
    await officer.getByLabel('Codice fiscale').fill(clerk.codiceFiscale)
    await officer.getByLabel('PIN dispositivo').fill('DEMO2015')
    await officer.getByRole('button', { name: 'Accedi' }).click()
    await officer.getByRole('link', { name: protocollo }).click()
    await officer.getByRole('button', { name: 'Prendi in carico' }).click()
    await officer.getByRole('link', { name: 'Chiedi documenti' }).click()
    await officer.getByLabel('Da inviare entro').fill('2020-01-02')
    await officer.getByLabel('Documenti che servono').fill('Serve la ricevuta telematica.')
    await officer.getByRole('button', { name: 'Chiedi i documenti' }).click()
    await expect(summary(officer).getByRole('link')).toHaveText([/Scegli un giorno lavorativo/])
    await expect(officer.getByLabel('Documenti che servono')).toHaveValue('Serve la ricevuta telematica.')
    await officer.getByLabel('Da inviare entro').fill(workingDayAhead(5))
    await officer.getByRole('button', { name: 'Chiedi i documenti' }).click()
    await expect(officer.locator('.request-heading')).toContainText('In attesa di integrazione')
  })

  await test.step('the sender reads, says so with a button, and sends the document', async () => {
    await sender.goto(request)
    await expect(sender.getByText('Serve la ricevuta telematica.')).toBeVisible()
    await expect(sender.locator('.fresh-mark')).toHaveCount(1)
    await sender.getByRole('button', { name: 'Segna come lette le risposte nuove' }).click()
    await expect(sender.locator('.fresh-mark')).toHaveCount(0)
    await sender.getByRole('link', { name: 'Integra', exact: true }).click()
    await sender.getByLabel('Scegli i file').setInputFiles(file('Ricevuta.pdf', 'application/pdf', pdf('Ricevuta')))
    await sender.getByRole('button', { name: 'Invia l’integrazione' }).click()
    await expect(summary(sender).getByRole('link')).toHaveText([/Scrivi il messaggio/])
    await sender.getByLabel('Che cosa invii').fill('Ecco la ricevuta telematica.')
    await sender.getByRole('button', { name: 'Invia l’integrazione' }).click()
    await expect(sender.getByText('Ecco la ricevuta telematica.')).toBeVisible()
    await expect(sender.getByRole('link', { name: 'Scarica Ricevuta.pdf' })).toBeVisible()
  })

  await test.step('the officer closes with reasons, and the sender reads them', async () => {
    await officer.reload()
    await officer.getByRole('link', { name: 'Chiudi con esito' }).click()
    await officer.getByLabel('Motivazione').fill('Troppo breve.')
    await officer.getByRole('button', { name: 'Chiudi la richiesta' }).click()
    await expect(summary(officer).getByRole('link')).toHaveText(['Esito: Scegli l’esito', /almeno 40 caratteri/])
    await officer.getByLabel('Parzialmente accolta').check()
    await officer.getByLabel('Motivazione').fill(reasons)
    await officer.getByRole('button', { name: 'Chiudi la richiesta' }).click()
    await expect(officer.locator('.request-heading')).toContainText('Parzialmente accolta')
    await sender.goto(`${who.area}/richieste`)
    await expect(sender.getByRole('row').filter({ hasText: protocollo })).toContainText('1 risposta da leggere')
    await sender.getByRole('link', { name: protocollo }).click()
    await expect(sender.getByText(reasons)).toBeVisible()
  })

  await test.step('«Esci» ends it', async () => {
    await sender.getByRole('button', { name: 'Esci' }).click()
    await expect(sender.getByText('Sei uscito.')).toBeVisible()
    await sender.goto(request)
    await expect(title(sender)).toHaveText('Accedi')
  })
})
