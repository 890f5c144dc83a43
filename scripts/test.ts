import { isBuilt } from './build'
import { checkout, makeDataFolder } from './checkout'
import { explain, Failure, requireSpace } from './failure'
import { run } from './lifetime'
import { startPostgres } from './postgres'
import { elapsed } from './say'
import { buildEnvironment, type Outcome, runBuild, runGate, runJourneys, runVitest, type Setting } from './suites'
import { add, type Count } from './tally'

const gates = { 'format:check': 'formattazione', typecheck: 'tipi', lint: 'regole di scrittura', rules: 'dipendenze' }
const parts = ['unit', 'integration', 'e2e'] as const
type Part = (typeof parts)[number]
const isPart = (text: string): text is Part => (parts as readonly string[]).includes(text)

/** Runs one suite and tells how it went: a line when well, all its output when not. What it throws is a failure of it. */
async function report(name: string, suite: () => Promise<Outcome>): Promise<Count> {
  const since = Date.now()
  const { passed, failed, output } = await suite().catch((error) => ({ passed: 0, failed: 1, output: explain(error) }))
  console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} riuscite, ${failed} fallite (${elapsed(since)})`)
  if (failed && output.trim()) console.log(`\n${output.trimEnd()}\n`)
  return { passed, failed }
}

const runEverything = async (setting: Setting) => {
  const counts: Count[] = []
  for (const [script, name] of Object.entries(gates)) counts.push(await report(name, () => runGate(setting, script)))
  counts.push(await report('prove unitarie, di integrazione e di accesso', () => runVitest(setting, 'all', [])))
  const built = await report('costruzione', () => runBuild(setting))
  counts.push(built)
  const journeys = async () => {
    if (built.failed) throw new Failure('Senza il portale costruito le prove nel browser non si possono fare.')
    return runJourneys(setting, [])
  }
  counts.push(await report('prove nel browser', journeys))
  return counts
}

const runPart = async (setting: Setting, part: Part, filters: string[]) => {
  if (part !== 'e2e') return [await report(part, () => runVitest(setting, part, filters))]
  const counts: Count[] = []
  if (!isBuilt(buildEnvironment())) counts.push(await report('costruzione', () => runBuild(setting)))
  if (add(counts).failed === 0) counts.push(await report(part, () => runJourneys(setting, filters)))
  return counts
}

await run(async (life) => {
  const [part, ...filters] = process.argv.slice(2)
  if (part !== undefined && !isPart(part))
    throw new Failure(`Non conosco la parte «${part}»: scegli fra ${parts.join(', ')}.`)
  const since = Date.now()
  makeDataFolder()
  requireSpace(checkout, 500)

  let started: Promise<string> | undefined
  const start = () => startPostgres(life, { name: `test-${process.pid}`, throwaway: true }).then(({ url }) => url)
  const setting: Setting = { life, server: () => (started ??= start()), partial: part !== undefined }

  const counts = part === undefined ? await runEverything(setting) : await runPart(setting, part, filters)
  const { passed, failed } = add(counts)
  console.log(`\nTutto in ${elapsed(since)}\n${passed} passed, ${failed} failed`)
  return failed ? 1 : 0
})
