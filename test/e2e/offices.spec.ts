import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { newDelegation } from './delegations'
import { delegateTo } from './firms'
import { household } from './household'
import { marco, newContributor, newOffice, newOfficer, newPerson } from './people'
import { expect, test } from './portal'
import { words } from './requests'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const problem = (page: Page) => page.getByRole('group', { name: 'C’è un problema' })

/** Says yes to what waits at «Inviti», and goes where the page then points. */
async function accept(page: Page, what: string) {
  await page.goto('/inviti')
  await page.getByRole('button', { name: new RegExp(`^Accetta.*${what}`) }).click()
  await page.getByRole('link', { name: 'Operi per…' }).click()
}

/**
 * The next click finds nothing, and neither does any other address of the contributor. Without scripts the status alone
 * says so: Next draws such a page in the browser.
 */
async function expectOut(page: Page, area: string, scripted = true) {
  if (scripted) {
    await page.getByRole('link', { name: 'Scadenze' }).first().click()
    await expect(title(page)).toHaveText('Pagina non trovata')
  } else {
    const answer = page.waitForResponse(`**${area}/scadenze`)
    await page.getByRole('link', { name: 'Scadenze' }).first().click()
    expect((await answer).status()).toBe(404)
  }
  for (const path of ['', '/richieste', '/richieste/nuova', '/comunicazioni/lette', '/scadenze', '/recapiti'])
    expect((await page.request.get(area + path)).status(), path).toBe(404)
}

for (const javaScriptEnabled of [true, false])
  test(`a firm is admitted, and to its collaborator opens the group that they were given, and no other client${javaScriptEnabled ? '' : ', with scripts off'}`, async ({
    as,
    sql,
  }) => {
    test.slow()
    const [holder, collaborator] = [await newPerson(sql), await newPerson(sql)]
    const [inside, outside] = [await newContributor(sql), await newContributor(sql)]
    const firm = `Studio di ${holder.name}`

    const administrator = await as(marco, { javaScriptEnabled })
    await administrator.goto('/amministrazione')
    await administrator.getByRole('link', { name: 'Studi e associazioni' }).click()
    await administrator.getByLabel('Studio professionale').check()
    await administrator.getByLabel('Denominazione').fill(firm)
    await administrator.getByLabel('Codice fiscale del titolare').fill(holder.codiceFiscale.toLowerCase())
    await administrator.getByRole('button', { name: 'Registra e invita il titolare' }).click()
    await expect(rowOf(administrator, firm)).toContainText('deve rispondere')

    const page = await as(holder, { javaScriptEnabled })
    await accept(page, firm)
    await page.getByRole('link', { name: 'Vai allo studio' }).click()
    await expect(title(page)).toHaveText(firm)
    await page.getByLabel('Codice fiscale della persona da invitare').fill(collaborator.codiceFiscale)
    await page.getByRole('button', { name: 'Invita nello studio' }).click()
    await expect(rowOf(page, collaborator.codiceFiscale)).toContainText('deve rispondere')

    const other = await as(collaborator, { javaScriptEnabled })
    await accept(other, firm)
    await expect(other.getByText('quando il titolare te li affida')).toBeVisible()

    const [admitted] = await sql`select id from firms where denomination = ${firm}`
    await delegateTo(sql, admitted!.id as string, holder, [inside, outside])
    await page.goto('/area/tutti/studio')
    await page.getByLabel('Nome del nuovo gruppo').fill('Edilizia')
    await page.getByRole('button', { name: 'Crea il gruppo' }).click()
    await page.getByLabel(`Scegli ${inside.denomination}`).check()
    await page.getByRole('button', { name: 'Metti nel gruppo i clienti scelti' }).click()
    await expect(page.getByRole('link', { name: 'Nel gruppo (1)' })).toBeVisible()
    await page.getByRole('link', { name: 'Studio', exact: true }).first().click()
    await page.getByRole('link', { name: collaborator.name }).click()
    await page.getByLabel('Per quali clienti').selectOption({ label: 'Gruppo Edilizia' })
    await page.getByRole('button', { name: 'Subdelega', exact: true }).click()
    await expect(rowOf(page, 'Gruppo Edilizia')).toBeVisible()

    await other.getByRole('link', { name: 'Area riservata' }).click()
    await expect(other.getByText(outside.denomination)).toHaveCount(0)
    await other.getByRole('link', { name: new RegExp(inside.denomination) }).click()
    await expect(other.getByText(`Stai operando per: ${inside.denomination}`)).toBeVisible()
    await expect(other.getByRole('link', { name: 'Cambia contribuente' })).toBeVisible()
    expect((await other.goto(`${outside.area}/richieste`))!.status()).toBe(404)

    await administrator.getByRole('link', { name: firm }).click()
    await expect(administrator.getByText('Accettato il')).toBeVisible()
    await other.goto(`${inside.area}/richieste`)
    await page.getByRole('button', { name: 'Togli la subdelega' }).click()
    await expect(page.getByText('Nessuna: finché non ne ha una')).toBeVisible()
    await expectOut(other, inside.area, javaScriptEnabled)
  })

test('whom the office enables on a modulo SC72 acts once they accept, until the office takes it away', async ({
  as,
  sql,
}) => {
  test.slow()
  const office = await newOffice(sql)
  const [who, employee] = [await newContributor(sql, { office }), await newPerson(sql)]
  const clerk = await as(await newOfficer(sql, office))
  await clerk.goto('/sede')
  await clerk.getByRole('link', { name: 'Contribuenti della sede' }).click()
  await clerk.getByRole('link', { name: who.denomination }).click()
  await clerk.getByRole('link', { name: 'Abilita con il modulo SC72' }).click()
  await clerk.getByLabel('Codice fiscale').fill(who.codiceFiscale)
  await clerk.getByRole('button', { name: 'Abilita la persona' }).click()
  await expect(problem(clerk)).toContainText('Questa persona rappresenta già il contribuente')
  await clerk.getByLabel('Codice fiscale').fill(employee.codiceFiscale)
  await clerk.getByRole('button', { name: 'Abilita la persona' }).click()
  const row = rowOf(clerk, employee.codiceFiscale)
  await expect(row).toContainText('la sede, con il modulo SC72')
  await expect(row).toContainText('In attesa di accettazione')

  const page = await as(employee, { javaScriptEnabled: false })
  expect((await page.goto(`${who.area}/richieste`))!.status()).toBe(404)
  await page.goto('/inviti')
  await expect(page.getByText('Ti abilita la sede, con il modulo SC72')).toBeVisible()
  await accept(page, who.denomination)
  await expect(page.getByText(`Stai operando per: ${who.denomination}`)).toBeVisible()
  await page.goto(`${who.area}/richieste/nuova?oggetto=13.01`)
  await page.getByLabel('Indirizzo e-mail').fill('responsabile@esempio.it')
  await page.getByLabel('Testo della richiesta').fill(words)
  await page.getByRole('button', { name: 'Continua e controlla' }).click()
  await page.getByRole('button', { name: 'Invia', exact: true }).click()
  await expect(title(page)).toHaveText('Richiesta inviata')

  const owner = await as(who)
  await owner.goto(`${who.area}/accessi`)
  await expect(rowOf(owner, employee.name).first()).toContainText('Altro responsabile')

  await clerk.reload()
  await expect(row).toContainText('Abilitato')
  await row.getByRole('button', { name: `Togli l’abilitazione a ${employee.name}` }).click()
  await expect(row).toContainText('Terminato')
  await expectOut(page, who.area, false)
})

test('a delegation that the office suspends stops the next click, and opens again when it is reinstated', async ({
  as,
  sql,
}) => {
  test.slow()
  const office = await newOffice(sql)
  const who = await newContributor(sql, { office })
  const { delegate } = await newDelegation(sql, who)
  const [page, clerk, owner] = [await as(delegate), await as(await newOfficer(sql, office)), await as(who)]
  const reason = 'La firma sul modulo non risulta del legale rappresentante.'
  const here = `/sede/contribuenti/${who.contributorId}`
  await page.goto(`${who.area}/richieste`)
  await expect(page.getByText(`Stai operando per: ${who.denomination}`)).toBeVisible()

  await clerk.goto(here)
  await rowOf(clerk, delegate.name).getByRole('link', { name: 'Sospendi' }).click()
  await clerk.getByRole('button', { name: 'Sospendi la delega' }).click()
  await expect(problem(clerk)).toBeFocused()
  await clerk.getByLabel('Motivo').fill(reason)
  await clerk.getByRole('button', { name: 'Sospendi la delega' }).click()
  await expect(rowOf(clerk, delegate.name)).toContainText('Sospesa dalla sede')
  await expectOut(page, who.area)

  await test.step('both sides read that it is suspended, and why', async () => {
    await page.goto('/area/tutti/deleghe?stato=sospese')
    await page.getByRole('link', { name: who.denomination }).click()
    await expect(page.getByText(reason).first()).toBeVisible()
    await owner.goto(`${who.area}/deleghe`)
    await owner.getByRole('link', { name: 'Sospese (1)' }).click()
    await rowOf(owner, delegate.name).getByRole('link').click()
    await expect(owner.getByText('La tua sede ha sospeso questa delega')).toBeVisible()
    await expect(owner.getByText(reason).first()).toBeVisible()
  })

  await rowOf(clerk, delegate.name).getByRole('link', { name: 'Riattiva' }).click()
  await clerk.getByLabel('Motivo').fill('Il contribuente ha confermato la firma.')
  await clerk.getByRole('button', { name: 'Riattiva la delega' }).click()
  await expect(rowOf(clerk, delegate.name)).toContainText('Attiva')
  expect((await page.goto(`${who.area}/richieste`))!.status()).toBe(200)
  await expect(page.getByText(`Stai operando per: ${who.denomination}`)).toBeVisible()
})

test('the pages on which the office keeps representatives and delegations stand the test of accessibility', async ({
  as,
  sql,
}) => {
  test.slow()
  const { officer, papers, who } = await household(sql, as)
  const home = `/sede/contribuenti/${papers.profile}`
  await officer.goto('/sede/contribuenti')
  await expectAccessible(officer, 'the contributors of an office')
  await officer.getByLabel('Contribuente', { exact: true }).fill('nessuno si chiama così')
  await officer.getByRole('button', { name: 'Cerca', exact: true }).click()
  await expectAccessible(officer, 'no contributor found')
  await officer.goto(home)
  await expectAccessible(officer, 'a contributor of an office')
  await officer.goto(`${home}/responsabili/nuovo`)
  await officer.getByRole('button', { name: 'Abilita la persona' }).click()
  await expect(problem(officer)).toBeFocused()
  await expectAccessible(officer, 'an appointment with mistakes')
  await officer.goto(`${home}/deleghe/${papers.delegation}/sospendi`)
  await officer.getByRole('button', { name: 'Sospendi la delega' }).click()
  await expect(problem(officer)).toBeFocused()
  await expectAccessible(officer, 'a suspension with mistakes')

  const administrator = await as(marco)
  await administrator.goto('/amministrazione/studi')
  await administrator.getByRole('button', { name: 'Registra e invita il titolare' }).click()
  await expect(problem(administrator)).toBeFocused()
  await expectAccessible(administrator, 'a firm to be admitted, with mistakes')
  const waiting = crypto.randomUUID()
  await sql`insert into firms (id, kind, denomination) values (${waiting}, 'association', ${`Ufficio di ${who.name}`})`
  for (const firm of [papers.firm, waiting]) {
    await administrator.goto(`/amministrazione/studi/${firm}`)
    await expectAccessible(administrator, 'a firm admitted')
  }
})

test('so do those of a firm, and of the person', async ({ as, sql }) => {
  test.slow()
  const { owner, papers } = await household(sql, as)
  const all = '/area/tutti'
  for (const path of [
    ...['da-fare', 'non-assegnati', 'fatto'].map((list) => `${all}/lavorazioni?elenco=${list}`),
    `${all}/registro`,
    `${all}/studio`,
    `${all}/studio/persone/${papers.member}`,
    `${all}/studio/gruppi/${papers.group}`,
    `${all}/studio/gruppi/${papers.group}?vista=aggiungi`,
    `${all}/clienti/${papers.profile}`,
    `${all}/deleghe?stato=da-validare`,
    `${all}/deleghe/${papers.compiled}`,
    `/area/${papers.profile}/recapiti`,
    `/area/${papers.profile}/comunicazioni/${papers.readNotice}`,
    '/preferenze',
    `/preferenze?gruppo=${papers.group}`,
    '/avvisi',
  ]) {
    await owner.goto(path)
    await expectAccessible(owner, path.replaceAll(/[0-9a-f-]{36}/g, '…'))
  }
  for (const [path, button] of [
    [`${all}/deleghe/valida?tutte=1`, 'Valida'],
    [`${all}/deleghe/nuova`, 'Compila la delega'],
  ] as const) {
    await owner.goto(path)
    await owner.getByRole('button', { name: button, exact: true }).click()
    await expect(problem(owner)).toBeFocused()
    await expectAccessible(owner, `${path}, with mistakes`)
  }
})
