import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { checkout, dataFolder } from './checkout'
import { startChild } from './child'
import { diskFull, Failure, isDiskFull } from './failure'
import type { Lifetime } from './lifetime'
import { isScript } from './processes'

const notInTheBuild = new Set([
  'node_modules',
  'docs',
  'test',
  'test-results',
  'playwright-report',
  'scripts',
  'package.json',
])
const notSource =
  /^\.|\.test\.tsx?$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$|^(eslint|vitest|playwright|drizzle)\.config\.|^LICENSE$|\.ya?ml$/

/** The files under a folder that a build depends on, in a stable order. What the build itself writes is not among them. */
export function sourcesOf(root: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notSource.test(name) && !(folder === root && notInTheBuild.has(name)))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (relative(root, path) === join('public', 'fonts')) return []
      return entry.isDirectory() ? sourcesOf(root, path) : [path]
    })
}

/**
 * What tells a build from another: the text and place of every source, and the key that the build seals in.
 *
 * @param root the folder of the project
 */
export function stampOf(root: string, key: string): string {
  const hash = createHash('sha256').update(key)
  for (const path of sourcesOf(root)) hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

const stampFile = join(checkout, '.next', 'build-stamp')
const present = (env: NodeJS.ProcessEnv) => stampOf(checkout, env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '')

/** Whether `.next` holds a whole build of the present sources. */
export const isBuilt = (env: NodeJS.ProcessEnv) =>
  existsSync(join(checkout, '.next', 'BUILD_ID')) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === present(env)

/** Leaves word that this script serves the present build. */
export async function noteServing(life: Lifetime) {
  const note = join(dataFolder, `serving-${process.pid}`)
  writeFileSync(note, '')
  await life.onEnd(() => rmSync(note, { force: true }))
}

/** A new build takes the files away from under a portal that runs on the old one. */
function requireNobodyServing() {
  const pids = readdirSync(dataFolder).map((name) => Number(/^serving-(\d+)$/.exec(name)?.[1] ?? process.pid))
  const other = pids.find((pid) => pid !== process.pid && isScript(pid))
  if (other)
    throw new Failure(
      `Il portale va costruito di nuovo, ma il processo ${other} sta usando la costruzione di prima: fermalo e riprova.`,
    )
}

/**
 * Builds the portal for production. Says nothing while it goes well, everything otherwise.
 *
 * @throws Failure also when another script serves the build that is there
 */
export async function build(life: Lifetime, env: NodeJS.ProcessEnv) {
  requireNobodyServing()
  const stamp = present(env)
  rmSync(stampFile, { force: true })
  const next = await startChild(life, process.execPath, ['scripts/next.mjs', 'build'], {
    cwd: checkout,
    env,
    output: 'kept',
  })
  if ((await next.exited) === 0) return void writeFileSync(stampFile, stamp)
  if (isDiskFull(next.output())) throw diskFull(checkout)
  throw new Failure(`La costruzione del portale non è riuscita:\n${next.output()}`)
}
