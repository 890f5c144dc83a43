import { rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { migrate } from '../../db/migrate'
import { dataFolder } from '../checkout'
import { withDatabase } from '../database-url'
import { Failure, requireSpace } from '../failure'
import type { Lifetime } from '../lifetime'
import { startPostgres } from '../postgres'
import { stopOrphan } from '../postgres-cluster'
import { findRunning, urlOf } from '../postgres-connection'
import { postgresHome } from '../postgres-home'
import { isAlive } from '../processes'
import { onBareTables } from './bare-tables'
import { loadPapers } from './papers'
import { loadPeople } from './people'
import { loadRequests } from './requests'
import { loadThreads } from './threads'

const name = 'bench'
/** What a request takes on disk while it is loaded: tables, indexes, log and the tables it is drawn in. Bytes. */
const bytesOfRequest = 15_000

/** A PostgreSQL for the measures alone, as safe from a power cut as the real one. Its data go when they are done. */
export async function startBenchServer(life: Lifetime, largest: number) {
  const running = await findRunning(name)
  if (running && isAlive(running.pid)) throw new Failure(`Le misure sono già in corso (processo ${running.pid}).`)
  const { base } = postgresHome()
  const folder = join(base, name)
  const forget = () => {
    for (const leftover of [folder, join(dataFolder, `${name}.log`), join(dataFolder, `${name}.json`)])
      rmSync(leftover, { recursive: true, force: true })
  }
  await stopOrphan(folder)
  forget()
  requireSpace(base, 1000 + (largest * bytesOfRequest) / 1024 ** 2)
  await life.onEnd(forget)
  const { url } = await startPostgres(life, { name })
  return url
}

/** Asks one thing of the server as its administrator, or of one database as its owner. */
async function ask(url: string, command: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(command).finally(() => sql.end())
}

/** A migrated database with `rows` requests of `people` contributors, and whatever `loadMore` adds to them. Vacuumed, analyzed and on disk: nothing of the load is left to be done. */
export async function makeBenchDatabase(
  server: string,
  rows: number,
  loadMore?: (sql: Sql) => Promise<void>,
  people?: number,
) {
  const database = `bench_${rows}`
  await ask(server, `create database ${database}`)
  const url = withDatabase(server, database)
  await migrate(url)
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { work_mem: '256MB', maintenance_work_mem: '1GB' },
  })
  try {
    await sql`create schema bench`
    await loadPeople(sql, people)
    await onBareTables(sql, async () => {
      await loadRequests(sql, rows, people)
      await loadThreads(sql)
      await loadPapers(sql)
      await loadMore?.(sql)
    })
    await sql`drop schema bench cascade`
    await sql`vacuum (analyze)`
  } finally {
    await sql.end()
  }
  await ask(urlOf(Number(new URL(server).port), 'postgres', 'postgres'), 'checkpoint')
  return url
}

export const dropBenchDatabase = (server: string, rows: number) =>
  ask(server, `drop database bench_${rows} with (force)`)
