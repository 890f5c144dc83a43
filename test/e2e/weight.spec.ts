import { household } from './household'
import { expect, test } from './portal'

const mostScript = 160_000
const mostStyle = 30_000

test('the first view of a page weighs no more than was promised', async ({ open, as, sql }) => {
  const { who, owner, papers } = await household(sql, as)
  const cookies = await owner.context().cookies()
  for (const path of ['/', '/accesso', `${who.area}/richieste`, `${who.area}/richieste/${papers.request}`]) {
    const page = await open()
    if (path.startsWith('/area')) await page.context().addCookies(cookies)
    const weights: Promise<{ type: string; bytes: number }>[] = []
    page.on('requestfinished', (request) => {
      weights.push(
        request.sizes().then(({ responseBodySize }) => ({ type: request.resourceType(), bytes: responseBodySize })),
      )
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    const weighed = await Promise.all(weights)
    const total = (type: string) => weighed.reduce((sum, each) => sum + (each.type === type ? each.bytes : 0), 0)
    expect.soft(total('script'), `${path}: scripts`).toBeGreaterThan(0)
    expect.soft(total('script'), `${path}: scripts`).toBeLessThanOrEqual(mostScript)
    expect.soft(total('stylesheet'), `${path}: styles`).toBeGreaterThan(0)
    expect.soft(total('stylesheet'), `${path}: styles`).toBeLessThanOrEqual(mostStyle)
  }
})

test('a receipt is printed alone, without the furniture of the page', async ({ as, sql }) => {
  const { who, owner, papers } = await household(sql, as)
  await owner.goto(`${who.area}/richieste/${papers.request}/ricevuta`)
  await owner.emulateMedia({ media: 'print' })
  await expect(owner.locator('.receipt-number')).toBeVisible()
  await expect(owner.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible()
  for (const furniture of [
    '.it-header-slim-wrapper',
    '.it-header-navbar-wrapper',
    '.section-menu',
    'footer',
    'main .button-row',
    '.breadcrumb',
  ])
    await expect(owner.locator(furniture).first()).toBeHidden()
})
