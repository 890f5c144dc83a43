import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout, dataFolder, makeDataFolder } from './checkout'
import { type PostgresPrograms, postgresPrograms } from './postgres-programs'
import { secrets } from './secrets'
import { type Identity, postgresIdentity, succeeds } from './system-user'

/**
 * Where the system user `postgres` cannot enter the checkout (a clone under /root, or in a folder with mode 0700),
 * nobody's permissions are changed: programs and data go here, the data in a folder named after the path of the
 * checkout and its secrets. `.data/postgres-home` then says which. Removing `.data/` starts from an empty one.
 */
const elsewhere = '/var/lib/cassetto-committenti'

export interface PostgresHome extends PostgresPrograms {
  /** The folder that holds the data folders. */
  base: string
  identity: Identity
}

/** Whether that user can keep a folder of their own here: passing through, owning, writing. */
function hosts(base: string, { uid, gid }: Required<Identity>) {
  const probe = join(base, `probe-${process.pid}`)
  try {
    mkdirSync(probe, { mode: 0o700 })
    chownSync(probe, uid, gid)
    return succeeds({ uid, gid }, 'touch "$1/file"', probe)
  } catch {
    return false
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}

/** The data of clones that were thrown away, as those in temporary folders, go with them. */
function forgetLostCheckouts() {
  for (const name of readdirSync(elsewhere)) {
    const note = join(elsewhere, name, 'checkout')
    if (existsSync(note) && !existsSync(readFileSync(note, 'utf8').trim()))
      rmSync(join(elsewhere, name), { recursive: true, force: true })
  }
}

function makeFolderElsewhere() {
  const key = createHash('sha256').update(`${checkout}\n${secrets().postgresPassword}`).digest('hex').slice(0, 16)
  const base = join(elsewhere, key)
  mkdirSync(base, { recursive: true })
  for (const folder of [elsewhere, base]) chmodSync(folder, 0o755)
  writeFileSync(join(base, 'checkout'), `${checkout}\n`)
  writeFileSync(join(dataFolder, 'postgres-home'), `${base}\n`)
  forgetLostCheckouts()
  return base
}

/** Where this checkout's PostgreSQL lives, and as whom it runs. */
export function postgresHome(): PostgresHome {
  makeDataFolder()
  const identity = postgresIdentity()
  const { uid, gid } = identity
  const base =
    uid === undefined || gid === undefined || hosts(dataFolder, { uid, gid }) ? dataFolder : makeFolderElsewhere()
  return { ...postgresPrograms(identity, elsewhere), base, identity }
}
