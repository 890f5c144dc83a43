import type { Locator, Page } from '@playwright/test'
import { pdf } from '../files'
import { newContributor, newOffice, newOfficer } from './people'
import { expect, test } from './portal'
import { newRequest } from './requests'

/** Goes on with Tab alone until the element has the focus, which must be seen (WCAG 2.1.1, 2.4.7). */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key)
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) {
      const seen = await target.evaluate((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
      })
      expect(seen, `the focus on ${target} is seen`).toBe(true)
      return
    }
  }
  throw new Error(`Tab never reaches ${target}`)
}

test('a request is sent with the keyboard alone, from sign-in to the receipt', async ({ page, sql }) => {
  const who = await newContributor(sql)
  const keys = page.keyboard
  await page.goto(`/accesso?ritorno=${encodeURIComponent(`${who.area}/richieste`)}`)
  await tabTo(page, page.getByLabel('Codice fiscale'))
  await keys.type(who.codiceFiscale)
  await tabTo(page, page.getByLabel('PIN dispositivo'))
  await keys.type('DEMO2015')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lista richieste')

  await tabTo(page, page.locator('.section-menu-wide').getByRole('link', { name: 'Nuova richiesta' }))
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nuova richiesta')
  await tabTo(page, page.getByLabel('Indirizzo e-mail'))
  await keys.type('prova@esempio.it')
  await tabTo(page, page.getByLabel('Desidero ricevere notifiche via e-mail'))
  await keys.press('Space')
  await tabTo(page, page.getByLabel('Cerca l’oggetto'))
  await keys.type('aliquote massimale')
  await tabTo(page, page.locator('.topic-results button').first())
  await keys.press('Enter')
  await expect(page.getByLabel('Dettaglio')).toHaveValue('13.01')
  await tabTo(page, page.getByLabel('Testo della richiesta'))
  await keys.type('Chiedo quale massimale vale quest’anno.')
  const choosing = page.waitForEvent('filechooser')
  await tabTo(page, page.getByLabel('Scegli i file'))
  await keys.press('Enter')
  await (await choosing).setFiles({ name: 'nota.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await expect(page.locator('.attachment-row-ready')).toHaveCount(1)
  await tabTo(page, page.getByRole('button', { name: 'Continua e controlla' }))
  await keys.press('Space')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Controlla e invia')
  await tabTo(page, page.getByRole('button', { name: 'Invia' }))
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Richiesta inviata')
})

test('a mistake is one Enter away from its field', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who)
  await page.goto(`${who.area}/richieste/nuova`)
  await tabTo(page, page.getByRole('button', { name: 'Continua e controlla' }))
  await page.keyboard.press('Enter')
  const summary = page.getByRole('group', { name: 'C’è un problema' })
  await expect(summary).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(summary.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Indirizzo e-mail')).toBeFocused()
})

test('the first Tab of a page leads past what every page repeats', async ({ as, sql }) => {
  const office = await newOffice(sql)
  const who = await newContributor(sql, { office })
  const sender = await as(who)
  const request = await newRequest(sender, who)
  const officer = await as(await newOfficer(sql, office))
  for (const [page, path] of [
    [sender, `${who.area}/richieste`],
    [sender, `${who.area}/richieste/${request}`],
    [officer, '/sede'],
  ] as const) {
    await page.goto(path)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Vai al contenuto' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.locator('#contenuto')).toBeFocused()
    const pastMenu = page.getByRole('link', { name: 'Salta il menu di sezione' })
    await tabTo(page, pastMenu)
    await page.keyboard.press('Enter')
    await expect(page.locator('#titolo')).toBeFocused()
    await page.goto(path)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.locator('#piede')).toBeFocused()
  }
})

test('on a narrow screen the menu of the section opens with the keyboard', async ({ as, sql }) => {
  const who = await newContributor(sql)
  const page = await as(who, { viewport: { width: 320, height: 640 } })
  await page.goto(`${who.area}/richieste`)
  await tabTo(page, page.locator('.section-menu-narrow summary').first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.locator('.section-menu-narrow').first().getByRole('link', { name: 'Nuova richiesta' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nuova richiesta')
})
