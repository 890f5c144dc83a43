import { spawnSync } from 'node:child_process'
import { Failure } from './failure'

/** As whom a program runs: empty when as oneself. */
export interface Identity {
  uid?: number
  gid?: number
}

const name = 'postgres'

function numberOf(flag: '-u' | '-g') {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : undefined
}

function makeUser() {
  spawnSync('groupadd', ['--system', name])
  const nobodysHome = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  const made = spawnSync('useradd', ['--system', '--gid', name, ...nobodysHome, name], { encoding: 'utf8' })
  if (made.status === 0) return
  const reason = (made.stderr ?? made.error?.message ?? '').trim()
  throw new Failure(
    `PostgreSQL non può girare come root, e non riesco a creare l’utente di sistema «${name}»: ${reason}. ` +
      'Riprova come utente normale, oppure indica un database con DATABASE_URL.',
  )
}

/** PostgreSQL refuses to run as root: when root starts it, it runs as the system user `postgres`, made if missing. */
export function postgresIdentity(): Identity {
  if (process.getuid?.() !== 0) return {}
  if (numberOf('-u') === undefined) makeUser()
  const [uid, gid] = [numberOf('-u'), numberOf('-g')]
  if (uid === undefined || gid === undefined) throw new Failure(`L’utente di sistema «${name}» non si trova.`)
  return { uid, gid }
}

/** Whether that user succeeds in a shell test of a path, given as `$1`. */
export const succeeds = (identity: Identity, test: string, path: string) =>
  spawnSync('/bin/sh', ['-c', test, 'sh', path], { ...identity, cwd: '/' }).status === 0
