import { badFiles, pdf } from '../files'
import { expectAccessible } from './axe'
import { workingDayAhead } from './days'
import { household } from './household'
import { marco, newContributor, newOffice, newOfficer } from './people'
import { expect, test } from './portal'
import { attach, newDraft, newRequest, write } from './requests'

test('the front page names the voices that work, whose site it is not, and the pages that the law asks for', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.locator('.voice h3')).toHaveText([
    'Comunicazioni irregolarità da leggere',
    'Comunicazioni irregolarità lette',
    'Lista richieste',
    'Nuova richiesta',
    'Istanze Online',
  ])
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
  const footer = page.getByRole('contentinfo')
  await expect(footer).toContainText('Non è il sito ufficiale dell’INPS')
  for (const name of ['Note legali', 'Privacy', 'Dichiarazione di accessibilità', 'Dicci cosa ne pensi']) {
    const address = await footer.getByRole('link', { name }).getAttribute('href')
    expect((await page.request.get(address!)).status(), name).toBe(200)
  }
})

test('the pages for everybody stand the test of accessibility', async ({ page }) => {
  for (const path of ['/', '/accessibilita', '/note-legali', '/privacy', '/posta-in-uscita', '/non-esiste']) {
    await page.goto(path)
    await expectAccessible(page, path)
  }
  await page.goto('/aiuto')
  for (const question of await page.locator('summary').all()) await question.click()
  await expectAccessible(page, 'help, with every answer open')

  await page.goto('/accesso?scaduta=1&ritorno=%2Farea')
  await expectAccessible(page, 'sign-in after the end of a session')
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
  await expectAccessible(page, 'sign-in with mistakes')
  await page.getByLabel('Codice fiscale').fill('VRDGPP70R15F839P')
  await page.getByLabel('PIN dispositivo').fill('sbagliato')
  await page.getByRole('button', { name: 'Mostra il PIN' }).click()
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page.getByText('Codice fiscale o PIN non corretti')).toBeVisible()
  await expectAccessible(page, 'sign-in refused')

  await page.goto('/feedback')
  await page.getByRole('button', { name: 'Invia' }).click()
  await expect(page.getByRole('group', { name: 'C’è un problema' })).toBeVisible()
  await expectAccessible(page, 'feedback with mistakes')
  await page.getByLabel('Molto', { exact: true }).check()
  await page.getByRole('button', { name: 'Invia' }).click()
  await expect(page.getByText('Grazie: ci aiuta')).toBeVisible()
  await expectAccessible(page, 'feedback given')
})

test('a new request stands it too, from the empty list to the receipt', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste`)
  await expectAccessible(page, 'the empty list')
  await page.goto(`${who.area}/richieste?stato=chiusa`)
  await expectAccessible(page, 'a list with no result')
  await page.goto(`${who.area}/richieste/nuova?oggetto=04.01`)
  await expectAccessible(page, 'a new request, with the questions of its subject')
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await expect(page.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
  await page.getByLabel('Scegli i file').setInputFiles([
    { name: `${'Documento con un nome lungo '.repeat(4)}.pdf`, mimeType: 'application/pdf', buffer: pdf() },
    { name: 'vuoto.pdf', mimeType: 'application/pdf', buffer: badFiles().empty.bytes },
  ])
  await expect(page.locator('.attachment-row-ready')).toHaveCount(1)
  await page.getByLabel('Cerca l’oggetto').fill('F24')
  await expect(page.locator('.topic-results')).toBeVisible()
  await expectAccessible(page, 'a new request with mistakes, files and a search')

  const draft = await newDraft(page, who)
  await attach(page, who, draft, 'quietanza.pdf', 'application/pdf', pdf())
  await page.goto(`${who.area}/richieste/nuova/controlla?bozza=${draft}`)
  await expectAccessible(page, 'the page to check before sending')
  await page.getByRole('button', { name: 'Invia' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Richiesta inviata')
  await expectAccessible(page, 'the receipt')
})

test('so do the pages of the contributor, with papers in every state', async ({ as, sql }) => {
  const { owner, officer, papers, who } = await household(sql, as)
  await newContributor(sql, { of: who })
  const here = `${who.area}/richieste/${papers.request}`
  const closed = await newRequest(owner, who)
  for (const [path, what] of [
    ['/area', 'the choice of the contributor'],
    [`${who.area}/richieste`, 'the list, with drafts and replies'],
    [`${here}/rispondi`, 'a message'],
    [`${who.area}/richieste/${closed}/ritira`, 'withdrawing'],
    [`${here}/invia-di-nuovo`, 'sending again'],
    ['/sessioni', 'the sessions'],
  ] as const) {
    await owner.goto(path)
    await expectAccessible(owner, what)
  }
  await owner.goto(here)
  await expect(owner.locator('.fresh-mark')).toHaveCount(1)
  for (const details of await owner.locator('.thread summary').all()) await details.click()
  await expectAccessible(owner, 'a request with a new reply and files')

  await write(officer, `/sede/richieste/${papers.request}/chiedi-documenti?bozza=${crypto.randomUUID()}`, {
    text: 'Serve la quietanza completa.',
    dueBy: workingDayAhead(5),
  })
  await owner.reload()
  await expectAccessible(owner, 'a request that waits for documents')
  await owner.goto(`${here}/rispondi`)
  await owner.getByRole('button', { name: 'Invia l’integrazione' }).click()
  await expect(owner.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
  await expectAccessible(owner, 'documents to send, with mistakes')
  await sql`update requests set status = 'closed', outcome = 'not_competent', closed_at = now() where id = ${closed}`
  await owner.goto(`${who.area}/richieste/${closed}`)
  await expectAccessible(owner, 'a request closed as not of their competence')
  await owner.goto(`${who.area}/richieste/${closed}/riapri`)
  await expectAccessible(owner, 'reopening')
  await owner.goto(`${who.area}/richieste/${closed}/rispondi`)
  await expectAccessible(owner, 'what can no longer be done')
  await owner.goto('/accesso/nuovo-pin')
  await owner.getByRole('button', { name: 'Salva il nuovo PIN' }).click()
  await expect(owner.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
  await expectAccessible(owner, 'a new PIN, with mistakes')

  await sql`update users set pin_level = 'online' where id = ${who.userId}`
  for (const path of ['/richieste/nuova', `/richieste/${papers.request}`]) {
    await owner.goto(who.area + path)
    await expect(owner.getByText('Con il PIN online puoi leggere, non inviare')).toBeVisible()
    await expectAccessible(owner, `${path.slice(0, 17)} with a PIN online`)
  }
})

test('so do the pages of the office and of the administration', async ({ as, sql }) => {
  const { officer, papers } = await household(sql, as)
  const here = `/sede/richieste/${papers.request}`
  await write(officer, `${here}/nota?bozza=${crypto.randomUUID()}`, { text: 'Da sentire la vigilanza.' })
  for (const path of ['/sede', '/sede?coda=mie', here, `${here}/rispondi`, `${here}/trasferisci`, `${here}/nota`]) {
    await officer.goto(path)
    await expectAccessible(officer, path.replace(papers.request, '…'))
  }
  for (const [act, button] of [
    ['chiudi', 'Chiudi la richiesta'],
    ['chiedi-documenti', 'Chiedi i documenti'],
  ] as const) {
    await officer.goto(`${here}/${act}`)
    await officer.getByRole('button', { name: button }).click()
    await expect(officer.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
    await expectAccessible(officer, `${act}, with mistakes`)
  }
  await sql`update requests set expected_by = '2020-01-02' where id = ${papers.request}`
  await officer.goto('/sede?coda=mie')
  await expect(officer.getByText('Scaduta')).toBeVisible()
  await expectAccessible(officer, 'a queue with a request overdue')
  const idle = await as(await newOfficer(sql, await newOffice(sql)))
  await idle.goto('/sede')
  await expectAccessible(idle, 'an empty queue')
  const administrator = await as(marco)
  await administrator.goto('/amministrazione')
  await expectAccessible(administrator, 'administration')
})

test('so do the pages on which the office keeps its notices', async ({ as, sql }) => {
  const { officer, papers } = await household(sql, as)
  const [desk, campaign] = ['/sede/comunicazioni', `/sede/comunicazioni/campagne/${papers.campaign}`]
  for (const path of [
    desk,
    `${desk}?parole=nessuna`,
    `${desk}/non-lette`,
    `${desk}/formato`,
    `${desk}/campagne`,
    campaign,
    `${campaign}/campione/1`,
    `${campaign}/non-lette`,
    `${desk}/${papers.notice}`,
  ]) {
    await officer.goto(path)
    await expectAccessible(officer, path.replace(/[0-9a-f-]{36}/, '…'))
  }
  for (const [path, button] of [
    [`${desk}/nuova`, 'Continua e controlla'],
    [`${desk}/campagne/nuova`, 'Carica il file'],
    [`${desk}/${papers.notice}/correggi`, 'Continua e controlla'],
    [`${desk}/${papers.readNotice}/annulla`, 'Annulla la comunicazione'],
  ] as const) {
    await officer.goto(path)
    if (path.endsWith('correggi')) await officer.getByLabel('Anno').fill('duemila')
    await officer.getByRole('button', { name: button }).click()
    await expect(officer.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
    await expectAccessible(officer, `${path.split('/').at(-1)}, with mistakes`)
  }
})
