import postgres, { type Sql } from 'postgres'
import { applicationExamples } from '../../test/application-examples'
import type { Lifetime } from '../lifetime'
import type { Browser } from './browser'
import { hiddenFields } from './form'
import { inLanes, measureRound, percentile, summary } from './measure'
import { plainPage } from './pages'
import { officer, representative } from './people'
import { withPortal } from './portal'
import { progress, report } from './report'
import { signIn } from './sign-in'

const rounds = 3
const warmUp = 20
const filed = 50
const atOnce = 4
const kind = 'compensazione'

/** The pages of istanze that are measured: those of the large contributor, and of the desk of its office. */
async function pagesOf(sql: Sql) {
  const [access] = await sql<{ id: string }[]>`
    select contributor_id as id from accesses join users on users.id = user_id where codice_fiscale = ${representative}`
  const area = `/area/${access!.id}/istanze`
  const own = sql`contributor_id = ${access!.id} and application_kind is not null`
  const [oldest] = await sql<{ at: Date; id: string }[]>`
    select submitted_at as at, id from requests where ${own} order by submitted_at, id offset 25 limit 1`
  const [decided] = await sql<{ id: string }[]>`
    select id from requests where ${own} and outcome = 'granted' order by submitted_at desc limit 1`
  const [waiting] = await sql<{ id: string }[]>`
    select id from requests where application_kind is not null and status = 'submitted'
      and office_code = (select office_code from officers join users on users.id = user_id where codice_fiscale = ${officer})
    limit 1`
  const before = `${oldest!.at.toISOString()}_${oldest!.id}`
  const mine: Record<string, string> = {
    'istanze, list': area,
    'istanze, last page': `${area}?dopo=${before}`,
    'istanza, decided': `${area}/${decided!.id}`,
    'requests, beside as many istanze': `/area/${access!.id}/richieste`,
  }
  const desk: Record<string, string> = {
    'desk, to take up': '/sede/istanze?coda=da-prendere',
    'desk, mine': '/sede/istanze?coda=mie',
    'desk, closed': '/sede/istanze?coda=chiuse',
    'desk, one istanza': `/sede/istanze/${waiting!.id}`,
  }
  return { contributorId: access!.id, mine, desk }
}

/** One istanza with no files, from «Comincia» to its receipt, a step at a time, as with scripts off. */
async function fileOne(browser: Browser, contributorId: string) {
  const typed = Object.entries({
    ...applicationExamples[kind]!.example,
    recapiti_email: 'ufficio@esempio.it',
    recapiti_notifyByEmail: 'on',
  })
  const post = async (path: string, holding: string, given: [string, string][]) => {
    const page = await browser.get(path)
    const answer = await browser.postForm(path, [...hiddenFields(page.text(), holding), ...given])
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
    return answer.location!
  }
  let at = await post(`/area/${contributorId}/istanze/nuova/${kind}`, 'draftId', [])
  for (let steps = 0; !at.endsWith('/controlla'); steps++) {
    if (steps > 12) throw new Error(`The steps do not end: ${at}`)
    const own = `${at.split('?')[0]!.split('/').at(-1)}_`
    at = await post(
      at,
      'version',
      typed.filter(([name]) => name.startsWith(own)),
    )
  }
  const receipt = await post(at, 'declared', [['declared', 'on']])
  if (!receipt.endsWith('/ricevuta')) throw new Error(`Filing led to ${receipt}`)
}

/** Lists, desk and details of istanze against the plain page; then fifty istanze filed, four at a time. */
export async function measureApplications(life: Lifetime, url: string, rows: number) {
  const sql = postgres(url, { max: 1 })
  const { contributorId, mine, desk } = await pagesOf(sql).finally(() => sql.end())
  await withPortal(life, url, async ({ origin }) => {
    const browsers = { mine: await signIn(origin, representative), desk: await signIn(origin, officer) }
    for (const [who, pages] of Object.entries({ mine, desk }) as ['mine' | 'desk', Record<string, string>][])
      for (const [what, path] of Object.entries(pages)) {
        for (let turn = 0; turn < warmUp; turn++) await browsers[who].get(path)
        const made = []
        for (let round = 0; round < rounds; round++) made.push(await measureRound(browsers[who], [path], plainPage))
        report({ rows, what, ...summary(made) })
      }
    progress(`Presento ${filed} istanze, ${atOnce} alla volta`)
    await fileOne(browsers.mine, contributorId)
    const since = performance.now()
    const latencies = await inLanes(filed, atOnce, () => fileOne(browsers.mine, contributorId))
    const perSecond = filed / ((performance.now() - since) / 1000)
    report({
      rows,
      what: 'filing, step by step',
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      rps: perSecond,
    })
    for (const browser of Object.values(browsers)) browser.close()
  })
}
