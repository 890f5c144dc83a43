import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { withDatabase } from '../scripts/database-url'

const server = inject('server')
const name = `test_${randomUUID().replaceAll('-', '')}`

async function asOwner(command: string) {
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  await admin.unsafe(command).finally(() => admin.end())
}

await asOwner(`create database ${name} template ${inject('template')}`)

Object.assign(process.env, {
  DATABASE_URL: withDatabase(server, name),
  PORTAL_URL: 'http://localhost:3000',
  AUTH_SECRET: 'a secret for the tests alone, as long as it must be',
  WORKER: 'external',
})

afterAll(async () => {
  const { close } = await import('@/db/client')
  await close()
  await asOwner(`drop database ${name} with (force)`)
})
