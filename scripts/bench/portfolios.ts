import postgres, { type Sql } from 'postgres'
import type { Lifetime } from '../lifetime'
import type { Browser } from './browser'
import { measureBulk } from './bulk'
import { hiddenFields } from './form'
import { inLanes, measureRound, percentile, summary } from './measure'
import { growthDuring } from './memory'
import { plainPage } from './pages'
import type { Intermediary } from './portfolio'
import { withPortal } from './portal'
import { progress, report } from './report'
import { signIn } from './sign-in'
import { bygoneYear, commonWord, rareWord, scarceWord } from './words'

const rounds = 3
const warmUp = 20
const searches = 40

/** Where the last page of a list begins: after the one before the 25th from the end. */
async function beforeLast(sql: Sql, codiceFiscale: string, table: 'notices' | 'requests', unread?: boolean) {
  const at = sql(table === 'notices' ? 'published_at' : 'submitted_at')
  const [row] = await sql<{ at: Date; id: string }[]>`
    select ${at} as at, id from ${sql(table)}
    where contributor_id in (select contributor_id from accesses join users on users.id = user_id where codice_fiscale = ${codiceFiscale})
      ${unread === undefined ? sql`` : sql`and unread = ${unread}`}
    order by ${at}, id offset 25 limit 1`
  return `${row!.at.toISOString()}_${row!.id}`
}

/** The pages over all contributors that are measured, for one intermediary. */
async function pagesOf(sql: Sql, { codiceFiscale }: Intermediary) {
  const [unread, read] = ['/area/tutti/comunicazioni/da-leggere', '/area/tutti/comunicazioni/lette']
  const requests = '/area/tutti/richieste'
  return {
    'da leggere': unread,
    'da leggere, by due date': `${unread}?ordine=scadenza`,
    'da leggere, last page': `${unread}?dopo=${await beforeLast(sql, codiceFiscale, 'notices', true)}`,
    lette: read,
    'lette, last page': `${read}?dopo=${await beforeLast(sql, codiceFiscale, 'notices', false)}`,
    'lette, by kind and year': `${read}?tipo=DEB-OMI&anno=2019`,
    'lette, by words': `${read}?parole=omesso`,
    requests,
    'requests, last page': `${requests}?dopo=${await beforeLast(sql, codiceFiscale, 'requests')}`,
    'requests, closed': `${requests}?stato=chiusa`,
    'requests by words, common': `${requests}?parole=${commonWord}`,
    'requests by words, scarce': `${requests}?parole=${scarceWord}`,
    'requests by words, rare': `${requests}?parole=${rareWord}`,
    'requests by words, of years ago': `${requests}?parole=${bygoneYear}`,
    'dashboard, all counts': '/area/tutti?ordine=da-leggere',
    'contributors to choose': '/area',
  }
}

/** Looks for a contributor by part of its name, as the form does with scripts off. */
async function measureSearch(browser: Browser, clients: number) {
  const hidden = hiddenFields((await browser.get('/area')).text(), 'parole')
  const latencies = await inLanes(searches, 1, async (turn) => {
    const answer = await browser.postForm('/area', [...hidden, ['parole', `committente ${10 + turn}`]])
    if (answer.status !== 200) throw new Error(`The search answered ${answer.status}`)
  })
  report({ clients, what: 'contributor search', p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) })
}

/** Takes a file away and tells its rows, when its first byte came, how long it took and what memory. */
async function measureFile(pid: number, clients: number, what: string, take: () => ReturnType<Browser['get']>) {
  await take()
  const since = performance.now()
  const { result, growth } = await growthDuring(pid, take)
  report({
    clients,
    what,
    rows: result.text().split('\r\n').length - 2,
    'first byte (ms)': result.firstByte,
    'whole (s)': (performance.now() - since) / 1000,
    'memory (MB)': growth,
  })
}

/** Every list, search and file of each intermediary, against the plain page. */
export async function measurePortfolios(life: Lifetime, url: string, measured: Intermediary[]) {
  const sql = postgres(url, { max: 1 })
  await withPortal(life, url, async ({ origin, pid }) => {
    for (const intermediary of measured) {
      const { codiceFiscale, clients } = intermediary
      progress(`Misuro chi ha ${clients} contribuenti`)
      const browser = await signIn(origin, codiceFiscale)
      for (const [what, path] of Object.entries(await pagesOf(sql, intermediary))) {
        for (let turn = 0; turn < warmUp; turn++) await browser.get(path)
        const made = []
        for (let round = 0; round < rounds; round++) made.push(await measureRound(browser, [path], plainPage))
        report({ clients, what, ...summary(made) })
      }
      await measureSearch(browser, clients)
      await measureFile(pid, clients, 'dashboard as a file', () => browser.get('/area/tutti/cruscotto.csv'))
      await measureFile(pid, clients, 'notices to read as a file', () =>
        browser.post('/area/tutti/selezione/csv', {
          type: 'application/x-www-form-urlencoded',
          body: Buffer.from('elenco=unread&tutte=1'),
        }),
      )
      await measureBulk(sql, browser, intermediary)
      browser.close()
    }
  }).finally(() => sql.end())
}
