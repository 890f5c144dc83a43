import type { Page } from '@playwright/test'
import { applicationExamples } from '../application-examples'
import { fileApplication, fillFields, kindCodes, walkSteps } from './applications'
import { expectAccessible } from './axe'
import { newDelegation } from './delegations'
import { newReadNotice } from './notices'
import { newContributor, newOffice, newOfficer } from './people'
import { expect, test } from './portal'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const facts = 'I documenti allegati provano quanto scritto nell’istanza, e la sede non ha altro da accertare.'
const law = 'Art. 2 commi 26 e seguenti L. 335/1995'
/** The kind that is filed and decided wholly with scripts off. */
const scriptless = 'rettifica-f24'

/** «Decidi»: outcome, reasons and what the kind asks; read again, and made final. */
async function decide(page: Page, id: string, outcome: string, decided: Record<string, string> = {}) {
  await page.goto(`/sede/istanze/${id}`)
  await page.getByRole('button', { name: 'Prendi in carico' }).click()
  await page.getByRole('link', { name: 'Decidi' }).click()
  await page.locator('main [name=facts]').waitFor()
  await fillFields(page, [
    ['outcome', outcome],
    ['facts', facts],
    ['law', law],
  ])
  // What a kind asks only of who grants in part is not there for the others.
  const asked = await page.locator('main :is(.decision-granted, .decision-in-part)').filter({ visible: true }).count()
  if (asked > 0) await fillFields(page, Object.entries(decided))
  await page.getByRole('button', { name: 'Continua e rileggi' }).click()
  await page.waitForURL(/\/controlla/)
}

for (const code of kindCodes)
  test(`«${code}» is filed and granted by screens alone${code === scriptless ? ', with scripts off' : ''}`, async ({
    as,
    sql,
  }) => {
    test.slow()
    const javaScriptEnabled = code !== scriptless
    const office = await newOffice(sql)
    const [who, officer] = [await newContributor(sql, { office }), await newOfficer(sql, office)]
    const sender = await as(who, { javaScriptEnabled })
    const look = javaScriptEnabled ? (page: Page) => expectAccessible(page, `${code}, ${page.url()}`) : undefined
    const { example, decisionExample } = applicationExamples[code]!
    // A riesame is of a notice: it begins from it, with its rows already in.
    const notice =
      code === 'riesame' &&
      (await newReadNotice(sql, {
        contributorId: who.contributorId,
        office,
        officerId: officer.userId,
        userId: who.userId,
      }))
    const typed = notice
      ? Object.fromEntries(Object.entries(example).filter(([name]) => !name.startsWith('comunicazione_')))
      : example
    const from = notice ? `${who.area}/istanze/nuova/${code}?comunicazione=${notice.id}` : undefined
    const id = await fileApplication(sender, who, code, {
      typed,
      scripted: javaScriptEnabled,
      look,
      ...(from && { from }),
    })

    const desk = await as(officer, { javaScriptEnabled })
    await desk.goto('/sede/istanze')
    await expect(desk.getByRole('row').filter({ hasText: who.denomination })).toHaveCount(1)
    // The example of an avviso annuls it in part.
    const outcome = code === 'avviso-addebito' ? 'partly_granted' : 'granted'
    await decide(desk, id, outcome, notice ? {} : decisionExample)
    if (javaScriptEnabled) await expectAccessible(desk, `${code}, the decision`)
    await desk.locator('main form button[type=submit]').last().click()
    await desk.waitForURL(`**/sede/istanze/${id}`)
    await expect(desk.getByText('Accolta').first()).toBeVisible()

    await sender.goto(`${who.area}/istanze/${id}`)
    await expect(sender.getByText('Accolta').first()).toBeVisible()
    await expect(sender.getByText(facts).first()).toBeVisible()
    const paper = await sender.request.get(`${who.area}/istanze/${id}/provvedimento`)
    expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    if (notice) {
      const [row] = await sql`select status from notices where id = ${notice.id}`
      expect(row).toEqual({ status: 'annulled' })
    }
  })

test('it takes two to refuse: who proposes cannot confirm, a colleague does, and the sender reads only the decision', async ({
  as,
  sql,
}) => {
  test.slow()
  const office = await newOffice(sql)
  const [who, first, second] = [
    await newContributor(sql, { office }),
    await newOfficer(sql, office),
    await newOfficer(sql, office),
  ]
  const sender = await as(who)
  const id = await fileApplication(sender, who, 'compensazione')
  const proposer = await as(first)
  await decide(proposer, id, 'not_granted')
  await proposer.locator('main form button[type=submit]').last().click()
  await proposer.waitForURL(`**/sede/istanze/${id}`)
  await proposer.goto(`/sede/istanze/${id}/proposta`)
  await expect(proposer.getByRole('button', { name: /^Conferma/ })).toHaveCount(0)
  await sender.goto(`${who.area}/istanze/${id}`)
  await expect(sender.getByText(facts)).toHaveCount(0)
  await expect(sender.getByText('Presa in carico').first()).toBeVisible()

  const confirmer = await as(second)
  await confirmer.goto('/sede/istanze?coda=da-confermare')
  await confirmer.getByRole('link', { name: 'Compensazione' }).first().click()
  await confirmer.goto(`/sede/istanze/${id}/proposta`)
  await expectAccessible(confirmer, 'the proposed refusal')
  await confirmer.getByRole('button', { name: /^Conferma/ }).click()
  await confirmer.waitForURL(`**/sede/istanze/${id}`)
  await sender.reload()
  await expect(sender.getByText('Non accolta').first()).toBeVisible()
  await expect(sender.getByText(facts).first()).toBeVisible()
})

test('a partial delegate prepares and asks, and the representative sends', async ({ as, sql }) => {
  test.slow()
  const who = await newContributor(sql)
  const { delegate } = await newDelegation(sql, who)
  const preparer = await as(delegate)
  await preparer.goto(`${who.area}/istanze/nuova/compensazione`)
  await walkSteps(preparer, { typed: applicationExamples.compensazione!.example })
  await expect(preparer.getByRole('button', { name: 'Invia', exact: true })).toHaveCount(0)
  await preparer.getByLabel('Messaggio').fill('È pronta: controlla gli importi.')
  await preparer.getByRole('button', { name: 'Chiedi di inviarla' }).click()
  const sender = await as(who)
  await sender.goto(`${who.area}/istanze`)
  await expect(sender.getByText('È pronta: controlla gli importi.')).toBeVisible()
  await sender
    .getByRole('link', { name: /Compensazione/ })
    .first()
    .click()
  await sender.waitForURL(/\/bozze\//)
  await sender.goto(sender.url().replace(/\/bozze\/([^/]+).*/, '/bozze/$1/controlla'))
  await sender.locator('main [name=declared]').check()
  await sender.getByRole('button', { name: 'Invia', exact: true }).click()
  await expect(title(sender)).toHaveText(/inviata/)
})
