import 'server-only'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '@/lib/env'
import * as schema from './schema'

/**
 * drizzle gives its statements no name, and PostgreSQL then reads each anew, in two trips. Named, a query is read once for
 * each connection and asked in one trip (docs/performance.md). It is still planned for the values it is asked with: one
 * plan for all would look for a rare word through everything that a large contributor ever sent.
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
          plan_cache_mode: 'force_custom_plan',
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
