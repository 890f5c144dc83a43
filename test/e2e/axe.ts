import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { expect } from './portal'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const widths = [1280, 320]

/**
 * Looks at the page as it stands, wide and narrow: axe-core finds nothing (WCAG 2.2 AA and good practice), and at 320
 * pixels nothing has to be scrolled sideways (1.4.10). The script goes in past the CSP, which keeps out every other.
 */
export async function expectAccessible(page: Page, what: string) {
  const present = await page.evaluate(() => 'axe' in window)
  if (!present) await page.evaluate(source)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    // colours are judged once they have stopped changing
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
    const found = await page.evaluate(async (values) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
        preload: false,
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    }, tags)
    expect.soft(found, `${what} at ${width}`).toEqual([])
    const overflow = await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)
    expect.soft(overflow, `${what} at ${width}: sideways`).toBeLessThanOrEqual(0)
  }
}
