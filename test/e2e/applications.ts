import type { Page } from '@playwright/test'
import { applicationExamples } from '../application-examples'
import { pdf } from '../files'
import type { Contributor } from './people'
import { expect } from './portal'

export const kindCodes = Object.keys(applicationExamples)

const fieldsOf = (page: Page, name: string) => page.locator(`main [name="${name}"]`)

/** Types each field by its name, as its kind asks: rows of a table that are not there yet are added first. */
export async function fillFields(page: Page, typed: [string, string][]) {
  for (const [name, value] of typed) {
    if ((await fieldsOf(page, name).count()) === 0) await page.getByRole('button', { name: 'Aggiungi righe' }).click()
    const field = fieldsOf(page, name).first()
    // What is asked of another outcome alone is not shown.
    if (!(await field.isVisible())) continue
    const kind = await field.evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`)
    if (kind === 'INPUT radio') await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else if (kind === 'INPUT checkbox') await field.check()
    else if (kind.startsWith('SELECT')) await field.selectOption(value)
    else await field.fill(value)
  }
}

const stepOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!

type Walk = {
  typed: Record<string, string>
  /** Whether the browser uploads a file as it is chosen. */
  scripted?: boolean
  /** Done on each page before it is filled in. */
  look?: ((page: Page) => Promise<void>) | undefined
}

/** From «Comincia» to «Controlla e invia», a page at a time, with one file. */
export async function walkSteps(page: Page, { typed, scripted = true, look }: Walk) {
  await page.getByRole('button', { name: 'Comincia' }).click()
  await page.waitForURL(/\/bozze\//)
  for (;;) {
    await page.getByRole('heading', { level: 1 }).waitFor()
    const step = stepOf(page)
    if (step === 'controlla') return
    await look?.(page)
    const own = Object.entries({ ...typed, recapiti_email: 'prova@esempio.it' })
    await fillFields(
      page,
      own.filter(([name]) => name.startsWith(`${step}_`)),
    )
    if (step === 'allegati') {
      await page
        .locator('main input[type=file]')
        .setInputFiles([{ name: 'documento.pdf', mimeType: 'application/pdf', buffer: pdf() }])
      if (scripted) await expect(page.getByText('Pronto', { exact: true })).toBeVisible()
      for (const box of await page.locator('main [name^="allegati_"][type=checkbox]').all()) await box.check()
    }
    await page.getByRole('button', { name: 'Continua', exact: true }).last().click()
    await page.waitForURL((address) => !address.pathname.endsWith(`/${step}`))
  }
}

/** The whole of a kind's example, filed from the catalogue. */
export async function fileApplication(
  page: Page,
  who: Contributor,
  code: string,
  walk: Partial<Walk> & { from?: string } = {},
) {
  await page.goto(walk.from ?? `${who.area}/istanze/nuova/${code}`)
  await walkSteps(page, { typed: applicationExamples[code]!.example, ...walk })
  await walk.look?.(page)
  await page.locator('main [name=declared]').check()
  await page.getByRole('button', { name: 'Invia', exact: true }).click()
  await page.waitForURL(/\/ricevuta$/)
  const id = new URL(page.url()).pathname.split('/').at(-2)!
  await expect(page.getByText(/INPS\.\d{4}\./).first()).toBeVisible()
  return id
}
