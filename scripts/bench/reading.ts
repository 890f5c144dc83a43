import type { Lifetime } from '../lifetime'
import type { Browser } from './browser'
import { measureRound, type Round, summary } from './measure'
import { residentMegabytes } from './memory'
import { type Page, pagesToMeasure, plainPage } from './pages'
import { officer, representative } from './people'
import { withPortal } from './portal'
import { progress, report } from './report'
import { signIn } from './sign-in'

const rounds = 5
const warmUp = 30

/** Looks once, with care, at what will then be asked for quickly; then warms up. */
async function prepare(browser: Browser, { what, paths, rows }: Page) {
  for (const path of paths) {
    const page = await browser.get(path)
    const shown = page.text().split('<tr').length - 2
    if (page.status !== 200 || (rows > 0 && shown < rows))
      throw new Error(`${what}: ${path} answered ${page.status} with ${shown} rows`)
  }
  for (let turn = 0; turn < warmUp; turn++) await browser.get(paths[turn % paths.length]!)
}

/** Measures every page in several rounds, each of all pages: what the computer does in one minute weighs on few of them. */
export async function measureReading(life: Lifetime, url: string, rows: number) {
  const { pages } = await pagesToMeasure(url)
  await withPortal(life, url, async ({ origin, pid }) => {
    const browsers = { representative: await signIn(origin, representative), officer: await signIn(origin, officer) }
    progress(`Scaldo ${pages.length} pagine`)
    for (const page of pages) await prepare(browsers[page.who], page)
    const measured = new Map<string, Round[]>(pages.map(({ what }) => [what, []]))
    for (let round = 1; round <= rounds; round++) {
      progress(`Giro ${round} di ${rounds}`)
      for (const { what, who, paths } of pages)
        measured.get(what)!.push(await measureRound(browsers[who], paths, plainPage))
    }
    for (const [what, made] of measured) report({ rows, what, ...summary(made) })
    report({ rows, what: 'memory after reading (MB)', resident: residentMegabytes(pid) })
    for (const browser of Object.values(browsers)) browser.close()
  })
}
