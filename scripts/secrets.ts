import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, makeDataFolder } from './checkout'
import { Failure } from './failure'

export interface Secrets {
  postgresPassword: string
  authSecret: string
  /** Base64 of 32 bytes, as Next wants it; the build and the portal that runs it must share it. */
  serverActionsKey: string
}

const file = join(dataFolder, 'secrets.json')

function read(): Secrets | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Failure(`Non posso leggere ${file} (${(error as Error).message}). È di un altro utente del computer?`)
  }
}

/** The secrets of this checkout, drawn at random the first time and kept in `.data/`, readable by their owner alone. */
export function secrets(): Secrets {
  makeDataFolder()
  const kept = read()
  if (kept) return kept
  const drawn: Secrets = {
    postgresPassword: randomBytes(24).toString('hex'),
    authSecret: randomBytes(32).toString('base64url'),
    serverActionsKey: randomBytes(32).toString('base64'),
  }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(drawn, null, 2), { mode: 0o600 })
  try {
    // a link fails if the file is there: of two scripts that start together, both use what the first one drew
    linkSync(draft, file)
  } catch (error) {
    // some file systems have no links
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return read()!
}
