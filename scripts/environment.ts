import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nextEnv from '@next/env'
import { checkout } from './checkout'
import { secrets } from './secrets'

/** Reads `.env` and its kin as Next does, so that scripts and portal agree. */
export function readDotEnv(mode: 'development' | 'production') {
  nextEnv.loadEnvConfig(checkout, mode === 'development', { info: () => {}, error: console.error })
}

/** The caller's environment without some of its names. NODE_ENV goes too: each command chooses its own. */
function inheritedWithout(unwanted: (name: string) => boolean) {
  const kept = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !unwanted(name))
  return Object.fromEntries(kept) as NodeJS.ProcessEnv
}

const open = '1000/180'
const openByAddress = {
  LIMIT_SIGN_IN_PER_ADDRESS: open,
  LIMIT_FEEDBACK_PER_ADDRESS: open,
  LIMIT_VERIFICATIONS_PER_ADDRESS: open,
}

/** What the portal needs to run by itself on this computer. Its own secrets and no key of any service. */
function ownConfiguration(databaseUrl: string, port: number) {
  const { authSecret, serverActionsKey } = secrets()
  return {
    DATABASE_URL: databaseUrl,
    PORTAL_URL: `http://localhost:${port}`,
    AUTH_SECRET: authSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActionsKey,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** The environment of the demonstration: many people may try it from one address. */
export const demoEnvironment = (databaseUrl: string, port: number): NodeJS.ProcessEnv => ({
  ...inheritedWithout(() => false),
  ...ownConfiguration(databaseUrl, port),
  DEMO: '1',
  ...openByAddress,
})

/** Every setting that the portal reads: they are all named in one file. */
const namesOfSettings = () =>
  [...readFileSync(join(checkout, 'lib/env.ts'), 'utf8').matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name)

/** The environment of the tests: none of the caller's own settings, so that no test writes to a real service. */
export function testEnvironment(databaseUrl: string, port: number): NodeJS.ProcessEnv {
  const settings = new Set(namesOfSettings())
  return {
    ...inheritedWithout((name) => settings.has(name) || /^PG/.test(name)),
    ...ownConfiguration(databaseUrl, port),
    // Next, told that `.env` was read already, does not read it
    __NEXT_PROCESSED_ENV: 'true',
  }
}

/** The environment of the portal under the end-to-end tests, where few people do in minutes what many do in a day. */
export const journeyEnvironment = (databaseUrl: string, port: number): NodeJS.ProcessEnv => ({
  ...testEnvironment(databaseUrl, port),
  DEMO: '1',
  ...openByAddress,
  SESSIONS_PER_PERSON: '50',
  LIMIT_REQUESTS_PER_PERSON: open,
  LIMIT_REQUESTS_PER_CONTRIBUTOR: open,
  LIMIT_MESSAGES_PER_PERSON: open,
  LIMIT_UPLOADS_PER_PERSON: open,
  LIMIT_SEARCHES_PER_PERSON: open,
})
