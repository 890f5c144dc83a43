import 'server-only'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '@/lib/env'
import * as schema from './schema'

const open = () =>
  drizzle(
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
    { schema, casing: 'snake_case' },
  )

// Next bundles pages and route handlers apart: without this each bundle would open a pool of its own.
const shared = globalThis as typeof globalThis & { portalConnection?: ReturnType<typeof open> }
export const connection = (shared.portalConnection ??= open())
export const close = () => connection.$client.end()
