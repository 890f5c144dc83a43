import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { newFirm } from './firms'
import { newContributor, newOffice, newPerson } from './people'
import { expect, test } from './portal'

const header = 'codice_fiscale_contribuente;ambito;lavoratori;esclusiva;decorrenza;scadenza'
const format = { timeZone: 'Europe/Rome', day: '2-digit', month: '2-digit', year: 'numeric' } as const
const day = () => new Intl.DateTimeFormat('it-IT', format).format()
const total = (code: string) => `${code};totale;;no;${day()};`

/** The same code with a check character that is not its own. */
const mistyped = (code: string) => code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10)

async function load(page: Page, text: string) {
  await page
    .getByLabel('File CSV')
    .setInputFiles({ name: 'deleghe.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Carica e compila' }).click()
}

for (const javaScriptEnabled of [true, false])
  test(`of a file of delegations the row mistyped is named, the others are compiled, and it alone is mended and tried again${javaScriptEnabled ? '' : ', with scripts off'}`, async ({
    as,
    sql,
  }) => {
    test.slow()
    const office = await newOffice(sql)
    const [holder, worker] = [await newPerson(sql), await newPerson(sql)]
    const [first, second, third] = [
      await newContributor(sql, { office }),
      await newContributor(sql, { office }),
      await newContributor(sql, { office }),
    ]
    const wrong = mistyped(second.companyCode)
    await newFirm(sql, holder)
    const page = await as(holder, { javaScriptEnabled })
    const table = (name: string | RegExp) => page.getByRole('table', { name })
    const compiled = () => sql`select contributor_id from delegations where delegate_id = ${holder.userId}`

    await page.goto('/area/tutti/deleghe')
    await page.getByRole('link', { name: 'Carica un file di deleghe' }).click()
    const partial = `${third.companyCode};parziale;${worker.codiceFiscale};no;${day()};31/12/2090`
    await load(page, [header, total(first.companyCode), total(wrong), partial, ''].join('\r\n'))

    await test.step('the row is named by its line, its column and the reason, and stops no other', async () => {
      await expect(page.getByText('2 deleghe compilate')).toBeVisible()
      await expect(page.getByText('1 riga rifiutata')).toBeVisible()
      const refused = table(/^Righe rifiutate/).getByRole('row')
      await expect(refused).toHaveCount(2)
      await expect(refused.last().getByRole('rowheader')).toHaveText('3')
      await expect(refused.last()).toContainText('codice_fiscale_contribuente')
      await expect(refused.last()).toContainText(wrong)
      await expect(refused.last()).toContainText('il controllo non torna')
      await expect(table('Compilate: 2').getByRole('rowheader')).toHaveText(['2', '4'])
      expect(await compiled()).toHaveLength(2)
      if (javaScriptEnabled) await expectAccessible(page, 'what became of a file')
    })

    await test.step('it alone is given back, and once mended it alone is compiled', async () => {
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Scarica le righe da correggere (CSV)' }).click()
      const file = await downloading
      expect(file.suggestedFilename()).toBe('deleghe-da-correggere.csv')
      const toMend = await readFile(await file.path(), 'utf8')
      expect(toMend.trim().split('\r\n')).toEqual([
        expect.stringContaining(header),
        expect.stringMatching(new RegExp(`^${wrong};totale;.*il controllo non torna`)),
      ])
      await load(page, toMend.replaceAll(wrong, second.companyCode))
      await expect(page.getByText('1 delega compilata')).toBeVisible()
      await expect(page.getByText('0 righe rifiutate')).toBeVisible()
      await expect(table('Compilate: 1').getByRole('row').filter({ hasText: second.denomination })).toHaveCount(1)
      await expect(table(/^Righe rifiutate/)).toHaveCount(0)
      const made = (await compiled()).map(({ contributor_id }) => contributor_id as string)
      expect(made.toSorted()).toEqual([first, second, third].map(({ contributorId }) => contributorId).toSorted())
    })

    await test.step('no door opens before the signatures are declared, all at once', async () => {
      for (const { area } of [first, second, third])
        expect((await page.request.get(`${area}/richieste`)).status()).toBe(404)
      await page.getByRole('link', { name: 'Vai alle deleghe da firmare e validare' }).click()
      for (const { denomination } of [first, second, third])
        await page.getByLabel(`Scegli la delega di ${denomination}`).check()
      await page.getByRole('button', { name: 'Valida quelle scelte' }).click()
      await page.getByLabel('Giorno della firma').fill(day())
      await page.getByLabel('Dichiaro sotto la mia responsabilità che questi 3 contribuenti hanno firmato').check()
      await page.getByRole('button', { name: 'Valida', exact: true }).click()
      await expect(page.getByText('3 deleghe validate')).toBeVisible()
      for (const { area } of [first, second, third])
        expect((await page.request.get(`${area}/richieste`)).status()).toBe(200)
    })
  })

test('a file that cannot be read at all is refused whole, with the reason', async ({ as, sql }) => {
  const holder = await newPerson(sql)
  await newFirm(sql, holder)
  const page = await as(holder)
  await page.goto('/area/tutti/deleghe/importa')
  await expectAccessible(page, 'a file of delegations')
  await page.getByRole('button', { name: 'Carica e compila' }).click()
  await expect(page.getByRole('group', { name: 'C’è un problema' })).toBeFocused()
  await load(page, header.replace(';esclusiva', ''))
  await expect(page.getByRole('link', { name: /manca «esclusiva»/ })).toBeVisible()
  await expectAccessible(page, 'a file of delegations that cannot be read')
})
