import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'
import { installReference } from './reference'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
/** Any constant will do, as long as every migration of this portal asks for the same one. */
const migrationLock = 68382015

/**
 * Brings a database to the present shape: the portal's own tables with the rows no portal works without, then the job
 * queue's (schema `graphile_worker`).
 * What was applied already is left alone, and two nodes that start together wait for each other.
 *
 * @param url `postgres://` address of an existing database, with the right to create tables and schemas in it
 */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(${migrationLock})`
    const database = drizzle(client, { casing: 'snake_case' })
    await applyMigrations(database, { migrationsFolder })
    await installReference(database)
    await runMigrations({ connectionString: url, schema: 'graphile_worker', logger: new Logger(() => () => {}) })
  } finally {
    await client.end()
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { env } = await import('@/lib/env')
  await migrate(env.DATABASE_URL)
}
