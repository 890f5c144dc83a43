import postgres from 'postgres'
import { migrate } from '../db/migrate'
import { checkout } from './checkout'
import { startChild } from './child'
import { diskFull, Failure, isDiskFull } from './failure'
import type { Lifetime } from './lifetime'
import { type Postgres, startPostgres } from './postgres'
import { step } from './say'

/** The database that `DATABASE_URL` names, or else this checkout's own, started if it is off. */
export async function openDatabase(life: Lifetime): Promise<Postgres> {
  const url = process.env.DATABASE_URL
  if (!url) {
    step('Accendo PostgreSQL')
    return startPostgres(life)
  }
  const { host, pathname } = new URL(url)
  step(`Uso il database indicato da DATABASE_URL (${host}${pathname})`)
  return { url, exited: new Promise(() => {}) }
}

export async function migrateDatabase(url: string) {
  step('Aggiorno le tabelle')
  try {
    await migrate(url)
  } catch (error) {
    const { message } = ((error as Error).cause ?? error) as Error
    if (isDiskFull(message)) throw diskFull(checkout)
    throw new Failure(
      `Le tabelle del database non si aggiornano: ${message}.\n` +
        'Se i dati che contiene non servono più: npm run demo -- --reset',
    )
  }
}

/** Writes the people and requests of the demonstration, where there are none. */
export async function seedDatabase(life: Lifetime, env: NodeJS.ProcessEnv) {
  step('Preparo le persone e le richieste di prova, se mancano')
  const seed = await startChild(
    life,
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'db/seed.ts'],
    {
      cwd: checkout,
      env,
      output: 'kept',
    },
  )
  if ((await seed.exited) === 0) return
  if (isDiskFull(seed.output())) throw diskFull(checkout)
  throw new Failure(`La preparazione dei dati di prova non è riuscita:\n${seed.output()}`)
}

const here = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Empties a database: tables, jobs, everything in every schema.
 *
 * @throws Failure for a database on another computer, which nobody empties by a command of development
 */
export async function emptyDatabase(url: string) {
  const { hostname, pathname } = new URL(url)
  if (!here.has(hostname))
    throw new Failure(`DATABASE_URL indica ${hostname}${pathname}: si azzera solo un database di questo computer.`)
  step('Svuoto il database')
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const schemas = await sql<{ nspname: string }[]>`
      select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`
    await sql.begin(async (transaction) => {
      for (const { nspname } of schemas) await transaction`drop schema ${transaction(nspname)} cascade`
      await transaction`create schema public`
    })
  } finally {
    await sql.end()
  }
}
