import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './checkout'
import { diskFull, Failure, isDiskFull } from './failure'
import type { PostgresHome } from './postgres-home'
import { commandOf, isAlive, pause } from './processes'
import { secrets } from './secrets'

/** PostgreSQL's messages in English, whatever the computer speaks, and nothing of the caller's own PGHOST, PGPORT… */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))),
  NODE_ENV: process.env.NODE_ENV,
  LC_ALL: 'C',
})

const format = [
  '--encoding=UTF8',
  '--locale=C',
  // PostgreSQL's own Unicode rules: the same letters on every computer, «CITTÀ» found by «città»
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--username=postgres',
]

const major = (home: PostgresHome) =>
  /\d+/.exec(spawnSync(home.postgres, ['--version'], { ...home.identity, cwd: '/', encoding: 'utf8' }).stdout)?.[0]

/** Data written by another PostgreSQL cannot be opened by this one. */
function requireSameVersion(home: PostgresHome, folder: string) {
  const written = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (written === major(home)) return
  throw new Failure(
    `I dati in ${folder} sono di PostgreSQL ${written}, il programma è il ${major(home)}. ` +
      'Per ricominciare da capo: npm run demo -- --reset',
  )
}

/**
 * Makes a data folder, or checks the one that is there. It gets its name only when it is whole: what an interrupted
 * start leaves is thrown away.
 */
export function makeCluster(home: PostgresHome, folder: string, throwaway: boolean) {
  if (existsSync(join(folder, 'PG_VERSION'))) return requireSameVersion(home, folder)
  const { initdb, identity } = home
  const draft = `${folder}.draft-${process.pid}`
  const password = join(home.base, `password-${process.pid}`)
  const own = (path: string) => identity.uid !== undefined && chownSync(path, identity.uid, identity.gid!)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  own(draft)
  writeFileSync(password, secrets().postgresPassword, { mode: 0o600 })
  own(password)
  try {
    const flags = [...format, `--pgdata=${draft}`, `--pwfile=${password}`, ...(throwaway ? ['--no-sync'] : [])]
    const made = spawnSync(initdb, flags, { ...identity, cwd: '/', env: plainEnvironment(), encoding: 'utf8' })
    const said = `${made.stdout ?? ''}${made.stderr ?? ''}${made.error?.message ?? ''}`
    if (made.status !== 0 && isDiskFull(said)) throw diskFull(home.base)
    if (made.status !== 0) throw new Failure(`PostgreSQL non riesce a preparare ${folder}:\n${said}`)
    // of two scripts that start together, the first one's folder stays
    if (!existsSync(folder)) renameSync(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(password, { force: true })
  }
}

function lockHolder(folder: string) {
  try {
    return Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10)
  } catch {
    return undefined
  }
}

/** After a crash the lock may name a process that is by now somebody else's: PostgreSQL cannot tell, we can. */
export function removeStaleLock(folder: string) {
  const pid = lockHolder(folder)
  if (pid && !commandOf(pid).includes(folder)) rmSync(join(folder, 'postmaster.pid'), { force: true })
}

/** Ends a server that outlived the script that had started it. */
export async function stopOrphan(folder: string) {
  const pid = lockHolder(folder)
  if (!pid || !commandOf(pid).includes(folder)) return
  process.kill(pid, 'SIGINT')
  for (let waits = 0; isAlive(pid) && waits < 200; waits++) await pause(100)
}

/** Throws away what scripts that were killed left behind: tests' data, and data folders never finished. */
export function forgetDeadScripts(base: string) {
  for (const place of new Set([base, dataFolder]))
    for (const name of readdirSync(place)) {
      const pid = /^(?:test-|.+\.draft-|password-|probe-|serving-)(\d+)/.exec(name)?.[1]
      if (pid && !isAlive(Number(pid))) rmSync(join(place, name), { recursive: true, force: true })
    }
}
