import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './checkout'
import { type Child, startChild } from './child'
import { diskFull, Failure, isDiskFull, requireSpace } from './failure'
import type { Lifetime } from './lifetime'
import { freePort } from './ports'
import { forgetDeadScripts, makeCluster, plainEnvironment, removeStaleLock, stopOrphan } from './postgres-cluster'
import { answersAs, findRunning, makeDatabase, noteRunning, type Running, urlOf } from './postgres-connection'
import { type PostgresHome, postgresHome } from './postgres-home'
import { isAlive, pause } from './processes'

export interface Postgres {
  /** The address of the portal's database, whose owner may create others beside it. */
  url: string
  /** Comes when the server stops, asked or not; never for a server that another script keeps. */
  exited: Promise<number>
}

interface Options {
  /** The data folder, and how the server calls itself. */
  name?: string
  /** For tests: quick, not safe from a power cut, and thrown away at the end. */
  throwaway?: boolean
  /** Without it, one that is free. */
  port?: number
}

/** The data folder of the demonstration. */
export const lastingName = 'postgres'

const speed = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=200',
]
const seconds = 60
/** After how many tries a lock that nobody accounts for belongs to a server left behind. */
const patience = 6

const lastLines = (log: string) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n')

async function launch(
  life: Lifetime,
  home: PostgresHome,
  name: string,
  folder: string,
  port: number,
  throwaway: boolean,
) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `cluster_name=${name}`,
    'timezone=UTC',
    ...(throwaway ? speed : []),
  ]
  const log = join(dataFolder, `${name}.log`)
  const file = openSync(log, 'w', 0o600)
  const server = await startChild(
    life,
    home.postgres,
    ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      cwd: '/',
      env: plainEnvironment(),
      output: file,
      identity: home.identity,
      ending: { polite: 'SIGINT', rude: 'SIGQUIT', children: false, patience: 20_000 },
    },
  ).finally(() => closeSync(file))
  return { server, log }
}

/** Waits until the server answers, or stops; tells which. */
async function ready(server: Child, name: string, port: number): Promise<boolean> {
  let stopped = false
  void server.exited.then(() => (stopped = true))
  let refused = 0
  for (const end = Date.now() + seconds * 1000; !stopped && Date.now() < end; await pause(50)) {
    const answer = await answersAs(name, port)
    if (answer === 'yes') return true
    if (answer === 'wrong password' && ++refused > 40)
      throw new Failure(
        'La password in .data/secrets.json non apre più il database: ricomincia da capo con npm run demo -- --reset',
      )
  }
  if (!stopped) throw new Failure(`PostgreSQL non risponde da ${seconds} secondi.`)
  return false
}

/** Tries again what may get better by itself: a port taken meanwhile, a lock left by a server that was killed. */
async function launchUntilReady(life: Lifetime, home: PostgresHome, name: string, folder: string, options: Options) {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const { server, log } = await launch(life, home, name, folder, port, options.throwaway ?? false)
    if (await ready(server, name, port)) return { server, port }
    const text = lastLines(log)
    if (isDiskFull(text)) throw diskFull(home.base)
    const portTaken = options.port === undefined && /could not bind/.test(text)
    const locked = /postmaster\.pid" already exists|pre-existing shared memory/.test(text)
    if (attempt === 15 || !(portTaken || locked)) throw new Failure(`PostgreSQL non parte:\n${text}`)
    if (!locked) continue
    const other = await findRunning(name)
    if (other) return { other }
    removeStaleLock(folder)
    if (attempt === patience) await stopOrphan(folder)
    await pause(500)
  }
}

/** Forgets all that the demonstration's database holds. Only while its server is off. */
export async function removeLastingData() {
  const running = await findRunning(lastingName)
  if (running && isAlive(running.pid))
    throw new Failure(`Il database è in uso da «${running.command}» (processo ${running.pid}): fermalo e riprova.`)
  const folder = join(postgresHome().base, lastingName)
  await stopOrphan(folder)
  rmSync(folder, { recursive: true, force: true })
}

/** A server that another script of this checkout started and will stop. */
function kept({ port, pid, command }: Running): Postgres {
  console.log(`  uso il PostgreSQL già acceso da «${command}» (processo ${pid}): si fermerà con quello`)
  return { url: urlOf(port), exited: new Promise(() => {}) }
}

/**
 * Starts this checkout's own PostgreSQL on 127.0.0.1, with an empty database the first time, and stops it with the
 * script. When another script of the checkout keeps it on already, uses that one.
 */
export async function startPostgres(life: Lifetime, options: Options = {}): Promise<Postgres> {
  const { name = lastingName, throwaway = false } = options
  const running = throwaway ? undefined : await findRunning(name)
  if (running && isAlive(running.pid)) return kept(running)
  const home = postgresHome()
  requireSpace(home.base, 300)
  forgetDeadScripts(home.base)
  const folder = join(home.base, name)
  if (running) await stopOrphan(folder)
  if (throwaway)
    await life.onEnd(() => {
      for (const leftover of [folder, join(dataFolder, `${name}.log`)])
        rmSync(leftover, { recursive: true, force: true })
    })
  makeCluster(home, folder, throwaway)
  const started = await launchUntilReady(life, home, name, folder, options)
  if ('other' in started) return kept(started.other)
  const { server, port } = started
  await makeDatabase(port)
  const command = process.env.npm_lifecycle_event
    ? `npm run ${process.env.npm_lifecycle_event}`
    : process.argv.slice(1).join(' ')
  if (!throwaway) noteRunning(name, { port, pid: process.pid, command })
  return { url: urlOf(port), exited: server.exited }
}
