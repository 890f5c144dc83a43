import postgres from 'postgres'
import type { Lifetime } from '../lifetime'
import { percentile } from './measure'
import { growthDuring } from './memory'
import { pagesToMeasure } from './pages'
import { representative } from './people'
import { withPortal } from './portal'
import { progress, report } from './report'
import { signIn } from './sign-in'
import { submitMany } from './submit'

const times = 50
const atOnce = 4

/** A topic with no questions of its own. */
async function plainTopic(url: string) {
  const sql = postgres(url, { max: 1 })
  const [topic] = await sql<
    { code: string }[]
  >`select code from topics where fields = '[]' order by code limit 1`.finally(() => sql.end())
  return topic!.code
}

/**
 * Sends fifty requests of three files of 3 MB, four at a time, to a portal just started and warmed by one: what it held
 * before is what an idle portal holds.
 */
export async function measureSubmitting(life: Lifetime, url: string, rows: number) {
  const { contributorId } = await pagesToMeasure(url)
  const topicCode = await plainTopic(url)
  await withPortal(life, url, async ({ origin, pid }) => {
    const browser = await signIn(origin, representative)
    await submitMany(browser, { contributorId, topicCode, times: 1, atOnce: 1 })
    progress(`Invio ${times} richieste con tre file di 3 MB, ${atOnce} alla volta`)
    const since = performance.now()
    const { result, before, growth } = await growthDuring(pid, () =>
      submitMany(browser, { contributorId, topicCode, times, atOnce }),
    )
    const seconds = (performance.now() - since) / 1000
    const line = (what: string, values: number[]) => ({
      rows,
      what,
      p50: percentile(values, 0.5),
      p99: percentile(values, 0.99),
    })
    report({ ...line('submit with 3 × 3 MB', result.whole), rps: times / seconds })
    for (const [step, values] of Object.entries(result.steps)) report(line(`submit, ${step}`, values))
    report({ rows, what: 'memory while submitting (MB)', before, growth })
    browser.close()
  })
}
