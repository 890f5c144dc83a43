import 'server-only'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '@/lib/env'
import * as schema from './schema'

/**
 * drizzle gives its statements no name, and PostgreSQL then reads and plans each anew, in two trips. Named, a query is
 * read once for each connection and asked in one trip: a third of the time of a page's questions (docs/performance.md).
 */
function naming(client: postgres.Sql) {
  const ask = client.unsafe
  client.unsafe = (words, values, options) => ask(words, values, { ...options, prepare: true })
  return client
}

const open = () =>
  drizzle(
    naming(
      postgres(env.DATABASE_URL, {
        max: 10,
        connect_timeout: 5,
        idle_timeout: 300,
        connection: {
          application_name: 'cassetto',
          statement_timeout: 15_000,
          idle_in_transaction_session_timeout: 30_000,
        },
        onnotice: () => {},
      }),
    ),
    { schema, casing: 'snake_case' },
  )

// Next bundles pages and route handlers apart: without this each bundle would open a pool of its own.
const shared = globalThis as typeof globalThis & { portalConnection?: ReturnType<typeof open> }
export const connection = (shared.portalConnection ??= open())
export const close = () => connection.$client.end()
