import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { dataFolder } from './checkout'
import { secrets } from './secrets'

/** The owner of the portal's database: may create databases, is no superuser, as in production. */
const owner = 'cassetto'

/** The address of a database of a server of this checkout. */
export const urlOf = (port: number, database = owner, user = owner) =>
  `postgres://${user}:${secrets().postgresPassword}@127.0.0.1:${port}/${database}`

async function asAdministrator<T>(port: number, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(urlOf(port, 'postgres', 'postgres'), { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    return await ask(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Whether the server that answers on this port is the one of this name, and not somebody else's. */
export async function answersAs(name: string, port: number): Promise<'yes' | 'not yet' | 'wrong password'> {
  try {
    const [row] = await asAdministrator(port, (sql) => sql<{ cluster_name: string }[]>`show cluster_name`)
    return row?.cluster_name === name ? 'yes' : 'not yet'
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'wrong password' : 'not yet'
  }
}

/** Makes the portal's role and its empty database, where they are missing. */
export async function makeDatabase(port: number) {
  await asAdministrator(port, async (sql) => {
    const [role] = await sql`select from pg_roles where rolname = ${owner}`
    if (!role) await sql.unsafe(`create role ${owner} login createdb password '${secrets().postgresPassword}'`)
    const [database] = await sql`select from pg_database where datname = ${owner}`
    if (!database) await sql.unsafe(`create database ${owner} owner ${owner}`)
  })
}

export interface Running {
  port: number
  /** The script that started the server, and will stop it. */
  pid: number
  /** How that script was called, for people. */
  command: string
}

const noteOf = (name: string) => join(dataFolder, `${name}.json`)

/** Leaves word to the other scripts of this checkout that the server is on. */
export const noteRunning = (name: string, running: Running) => writeFileSync(noteOf(name), JSON.stringify(running))

/** The server of this name, if it is really on now. */
export async function findRunning(name: string): Promise<Running | undefined> {
  try {
    const running = JSON.parse(readFileSync(noteOf(name), 'utf8')) as Running
    return (await answersAs(name, running.port)) === 'yes' ? running : undefined
  } catch {
    return undefined
  }
}
