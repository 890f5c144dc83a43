import { readFile } from 'node:fs/promises'
import { departure } from '../../lib/notifications/departure'
import { docx, pdf, png } from '../files'
import { clara, mario } from './people'
import { expect, test } from './portal'
import { workingDayAhead } from './days'

const asked = 'Serve la quietanza completa del protocollo telematico.'
const decision = 'Il versamento di marzo 2024 è stato abbinato alla posizione: il mese risulta regolare (causale CXX).'
const text = 'Il versamento di marzo 2024 risulta pagato ma non abbinato alla posizione. Allego la quietanza.'

test('a legal representative sends a request with three files, the office asks for one more and answers, the answer is read', async ({
  open,
  sql,
}) => {
  test.slow()
  const sender = await open({ viewport: { width: 1280, height: 900 } })
  const officer = await open()
  // what the demonstration left unread is not what this journey counts
  await sql`delete from unread_replies using users where user_id = users.id and codice_fiscale = ${mario}`

  await sender.goto('/')
  await sender.getByRole('link', { name: 'Accedi' }).first().click()
  await sender.getByLabel('Codice fiscale').fill(mario)
  await sender.getByLabel('PIN dispositivo').fill('DEMO2015')
  await sender.getByRole('button', { name: 'Accedi' }).click()
  await expect(sender.getByRole('heading', { level: 1 })).toHaveText('Operi per…')
  await sender.getByRole('link', { name: /ALFA SERVIZI/ }).click()
  await expect(sender.getByText('Stai operando per: ALFA SERVIZI S.R.L. – C.F. 01234567897')).toBeVisible()

  const menu = sender.getByRole('navigation', { name: 'Comunicazione bidirezionale' })
  await expect(menu.getByRole('link')).toHaveText([
    /^Comunicazioni irregolarità da leggere/,
    /^Comunicazioni irregolarità lette/,
    'Lista richieste',
    'Nuova richiesta',
    /^Istanze Online/,
  ])
  await menu.getByRole('link', { name: 'Nuova richiesta' }).click()
  await sender.getByLabel('Indirizzo e-mail').fill('mario.rossi@alfaservizi.example')
  await sender.getByLabel('Numero di telefono').fill('333 123 45 67')
  await sender.getByLabel('Desidero ricevere notifiche via e-mail').check()
  await sender.getByLabel('Desidero ricevere notifiche via SMS').check()
  await sender.getByLabel('Argomento').selectOption({ label: 'VERSAMENTI' })
  await sender.getByLabel('Dettaglio').selectOption({ label: 'F24 versato e non abbinato' })
  await sender.getByLabel('Data del versamento F24').fill('16/04/2024')
  await sender.getByLabel('Importo versato').fill('1.401,20')
  await sender.getByLabel('Causale contributo').fill('cxx')
  await sender.getByLabel('Mese di riferimento del versamento').fill('03/2024')
  await sender.getByLabel('Testo della richiesta').fill(text)
  await sender.getByLabel('Scegli i file').setInputFiles([
    { name: 'Quietanza F24.pdf', mimeType: 'application/pdf', buffer: pdf('Quietanza F24 di marzo') },
    {
      name: 'Prospetto.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: docx(),
    },
    { name: 'Schermata banca.png', mimeType: 'image/png', buffer: png(3) },
  ])
  await expect(sender.getByText('3 file su 3 – non puoi aggiungerne altri')).toBeVisible()
  await expect(sender.locator('.attachment-row-ready')).toHaveCount(3)
  await sender.getByRole('button', { name: 'Continua e controlla' }).click()

  await expect(sender.getByRole('heading', { level: 1 })).toHaveText('Controlla e invia')
  await expect(sender.getByText('VERSAMENTI › F24 versato e non abbinato')).toBeVisible()
  await expect(sender.getByText('1.401,20 €')).toBeVisible()
  await expect(
    sender.getByText('La richiesta parte per conto di ALFA SERVIZI S.R.L., alla sede di Roma.'),
  ).toBeVisible()
  await sender.getByRole('button', { name: 'Invia' }).click()

  await expect(sender.getByRole('heading', { level: 1 })).toHaveText('Richiesta inviata')
  const protocollo = (await sender.locator('.receipt-number .code').textContent())!
  expect(protocollo).toMatch(/^INPS\.7000\.\d{2}\/\d{2}\/\d{4}\.\d{7}$/)
  await expect(sender.getByText('(5 giorni lavorativi)')).toBeVisible()
  await expect(sender.getByText(/SHA-256 [0-9a-f]{64}/)).toHaveCount(3)
  const downloading = sender.waitForEvent('download')
  await sender.getByRole('link', { name: 'Scarica la ricevuta (PDF)' }).click()
  const receipt = await downloading
  expect(receipt.suggestedFilename()).toBe(`ricevuta-${protocollo.replaceAll('/', '-')}.pdf`)
  expect((await readFile(await receipt.path())).subarray(0, 5).toString()).toBe('%PDF-')

  await sender.getByRole('link', { name: 'Segui la richiesta' }).click()
  await expect(sender.getByRole('heading', { level: 2, name: 'Conversazione' })).toBeVisible()
  const request = sender.url()
  await menu.getByRole('link', { name: 'Lista richieste' }).click()
  const row = sender.getByRole('row').filter({ hasText: protocollo })
  await expect(row).toContainText('F24 versato e non abbinato')
  await expect(row).toContainText('Aperta')
  await expect(row).toContainText('Mario Rossi')

  await officer.goto('/accesso')
  await officer.getByLabel('Codice fiscale').fill(clara)
  await officer.getByLabel('PIN dispositivo').fill('DEMO2015')
  await officer.getByRole('button', { name: 'Accedi' }).click()
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('Da prendere in carico')
  await officer.getByRole('link', { name: protocollo }).click()
  await expect(officer.getByText(text)).toBeVisible()
  await officer.getByRole('button', { name: 'Prendi in carico' }).click()
  await officer.getByRole('link', { name: 'Chiedi documenti' }).click()
  const term = workingDayAhead(8)
  await officer.getByLabel('Da inviare entro').fill(term)
  await officer.getByLabel('Documenti che servono').fill(asked)
  await officer.getByRole('button', { name: 'Chiedi i documenti' }).click()
  await expect(officer.getByText('In attesa di integrazione')).toBeVisible()

  await sender.reload()
  await expect(row).toContainText('In attesa di integrazione')
  await expect(row).toContainText('1 risposta da leggere')
  await row.getByRole('link').click()
  await expect(sender.getByText('La sede aspetta qualcosa da te')).toBeVisible()
  await expect(sender.getByText(asked)).toBeVisible()
  await expect(sender.locator(`.alert time[datetime="${term}"]`)).toBeVisible()
  await sender.getByRole('link', { name: 'Integra', exact: true }).click()
  await sender.getByLabel('Che cosa invii').fill('Invio la quietanza completa.')
  await sender.getByLabel('Scegli i file').setInputFiles({
    name: 'Quietanza completa.pdf',
    mimeType: 'application/pdf',
    buffer: pdf('Quietanza completa'),
  })
  await expect(sender.locator('.attachment-row-ready')).toHaveCount(1)
  await sender.getByRole('button', { name: 'Invia l’integrazione' }).click()
  await expect(sender.getByText('Integrata')).toBeVisible()

  await officer.reload()
  await expect(officer.getByText('Invio la quietanza completa.')).toBeVisible()
  await officer.getByRole('link', { name: 'Rispondi', exact: true }).click()
  await officer.getByLabel('Risposta').fill('Grazie, la quietanza è completa: chiudiamo in giornata.')
  await officer.getByRole('button', { name: 'Invia la risposta' }).click()
  await officer.getByRole('link', { name: 'Chiudi con esito' }).click()
  await officer.getByLabel('Accolta', { exact: true }).check()
  await officer.getByLabel('Motivazione').fill(decision)
  await officer.getByRole('button', { name: 'Chiudi la richiesta' }).click()
  await expect(officer.getByText('Richiesta chiusa: accolta')).toBeVisible()

  await menu.getByRole('link', { name: 'Lista richieste' }).click()
  await expect(menu.getByText('(2 risposte da leggere)')).toBeAttached()
  await expect(row).toContainText('2 risposte da leggere')
  await expect(row).toContainText('Chiusa')
  await row.getByRole('link').click()
  await expect(sender.getByText(decision)).toBeVisible()
  await expect(sender.locator('.thread-entry .fresh-mark')).toHaveCount(2)
  await expect
    .poll(() =>
      sql`
        select from unread_replies join users on users.id = user_id
        where request_id = ${request.split('/').at(-1)!} and codice_fiscale = ${mario}`.then((rows) => rows.length),
    )
    .toBe(0)
  await menu.getByRole('link', { name: 'Lista richieste' }).click()
  await expect(row).toContainText('Accolta')
  await expect(row).not.toContainText('da leggere')

  await test.step('each step was told by mail and SMS, without a word of what was written', async () => {
    const outbox = await open()
    const told = outbox.getByRole('article').filter({ hasText: protocollo })
    await outbox.goto('/posta-in-uscita')
    // sent, taken up, documents asked, replied, closed: on two channels
    await expect(told).toHaveCount(10)
    const words = (await told.allInnerTexts()).join('\n')
    expect(words).toContain(`C'è una novità sulla richiesta ${protocollo}`)
    expect(words).toContain(request)
    for (const personal of [mario, 'ALFA SERVIZI', '01234567897', 'Rossi', 'F24', asked, decision, text])
      expect(words).not.toContain(personal)
    // mail leaves at once, an SMS between 9 and 19 alone
    const now = new Date()
    const leaving = departure('sms', now) > now ? 5 : 10
    await expect(async () => {
      await outbox.reload()
      expect((await told.allInnerTexts()).filter((each) => each.includes('Inviato'))).toHaveLength(leaving)
    }).toPass()
  })
})
