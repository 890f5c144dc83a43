import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '../db/migrate'
import { withDatabase } from '../scripts/database-url'
import { explain } from '../scripts/failure'
import { Lifetime } from '../scripts/lifetime'
import { startPostgres } from '../scripts/postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server's database from which others are made. */
    server: string
    /** The migrated database that `setup.ts` clones for every test file. */
    template: string
  }
}

const ownServer = async (life: Lifetime) => {
  const { url } = await startPostgres(life, { name: `test-${process.pid}`, throwaway: true })
  return url
}

/** Once a run: a server, unless `DATABASE_URL` names one, and on it a database with all the tables and nothing else. */
export default async function prepare(project: TestProject) {
  const life = new Lifetime()
  try {
    const server = process.env.DATABASE_URL ?? (await ownServer(life))
    const template = `template_${randomUUID().replaceAll('-', '')}`
    const admin = postgres(server, { max: 1, onnotice: () => {} })
    await life.onEnd(async () => {
      await admin.unsafe(`drop database if exists ${template} with (force)`)
      await admin.end()
    })
    await admin.unsafe(`create database ${template}`)
    await migrate(withDatabase(server, template))
    project.provide('server', server)
    project.provide('template', template)
  } catch (error) {
    await life.end()
    throw new Error(explain(error), { cause: error })
  }
  return () => life.end()
}
