import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '../db/migrate'
import { findBrowser } from './browser'
import { build } from './build'
import { checkout } from './checkout'
import { startChild } from './child'
import { seedDatabase } from './database'
import { withDatabase } from './database-url'
import { journeyEnvironment, testEnvironment } from './environment'
import type { Lifetime } from './lifetime'
import { freePort } from './ports'
import { startPortal } from './portal'
import { pause } from './processes'
import { type Count, countPlaywright, countVitest, type PlaywrightReport, type VitestReport } from './tally'

export interface Outcome extends Count {
  /** What to read when something failed. */
  output: string
}

/** What the suites share: where to end what they start, the test server, and whether a person asked for one part. */
export interface Setting {
  life: Lifetime
  server: () => Promise<string>
  partial: boolean
}

/** Seconds after which a suite is held to have hung. */
const patience = 25 * 60
const results = join(checkout, 'test-results')

/** Runs a tool to its end, out loud when a person asked for that tool alone. */
async function runTool({ life, partial }: Setting, command: string, args: string[], env: NodeJS.ProcessEnv) {
  const tool = await startChild(life, command, args, {
    cwd: checkout,
    env: partial ? env : { ...env, NO_COLOR: '1' },
    output: partial ? 'terminal' : 'kept',
  })
  const code = await Promise.race([tool.exited, pause(patience * 1000).then(() => undefined)])
  if (code !== undefined) return { code, output: tool.output() }
  await tool.stop()
  return { code: 124, output: `${tool.output()}\nFermato: non era finito dopo ${patience} secondi.` }
}

const runNode = (setting: Setting, args: string[], env: NodeJS.ProcessEnv) =>
  runTool(setting, process.execPath, args, env)

const nowhere = 'postgres://nobody@127.0.0.1:1/nothing'

/** A check of the sources, as `npm run` knows it: it passes or fails whole. */
export async function runGate(setting: Setting, script: string): Promise<Outcome> {
  const { npm_execpath: npm } = process.env
  const env = testEnvironment(nowhere, 3000)
  const { code, output } = npm
    ? await runNode(setting, [npm, 'run', '--silent', script], env)
    : await runTool(setting, 'npm', ['run', '--silent', script], env)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}

/** Forgets the report of the run before, so that it is never read as this one's. */
function placeReport(name: string) {
  const file = join(results, name)
  mkdirSync(results, { recursive: true })
  rmSync(file, { force: true })
  return file
}

/** Which of vitest's projects a part is made of. All but the integration tests do without a database. */
const vitestParts = { unit: ['--project=!integration'], integration: ['--project=integration'], all: [] }

export async function runVitest(setting: Setting, part: keyof typeof vitestParts, filters: string[]): Promise<Outcome> {
  const env = testEnvironment(part === 'unit' ? nowhere : await setting.server(), 3000)
  const report = placeReport('vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--allowOnly=false',
    ...vitestParts[part],
    ...reporters,
    ...filters,
  ]
  const { code, output } = await runNode(setting, args, env)
  return { ...countVitest(readReport<VitestReport>(report), { code, partial: filters.length > 0 }), output }
}

/** The portal is built with the keys of the demonstration: the two share one build. */
export const buildEnvironment = () => journeyEnvironment(nowhere, 3000)

export async function runBuild({ life }: Setting): Promise<Outcome> {
  await build(life, buildEnvironment())
  return { passed: 1, failed: 0, output: '' }
}

/** A database of its own, with the people and requests of the demonstration. */
async function makeJourneyDatabase(server: string) {
  const name = `journeys_${process.pid}`
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`).finally(() => admin.end())
  const url = withDatabase(server, name)
  await migrate(url)
  return url
}

const lastLines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-40).join('\n')

export async function runJourneys(setting: Setting, filters: string[]): Promise<Outcome> {
  findBrowser()
  const port = await freePort()
  const env = journeyEnvironment(await makeJourneyDatabase(await setting.server()), port)
  await seedDatabase(setting.life, env)
  const report = placeReport('e2e.json')
  const log = placeReport('portal.log')
  const file = openSync(log, 'w')
  const portal = await startPortal(setting.life, { mode: 'start', port, env, output: file })
    .catch((error: Error) => {
      throw new Error(`${error.message}\n${lastLines(log)}`)
    })
    .finally(() => closeSync(file))
  const args = ['node_modules/@playwright/test/cli.js', 'test', ...filters]
  const { code, output } = await runNode(setting, args, { ...env, E2E_REPORT: report })
  await portal.stop()
  const counted = countPlaywright(readReport<PlaywrightReport>(report), { code, partial: filters.length > 0 })
  return { ...counted, output: `${output}\nIl portale ha scritto, alla fine di ${log}:\n${lastLines(log)}` }
}
