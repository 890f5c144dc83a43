import { afterEach, expect, test, vi } from 'vitest'
import { demoEnvironment, journeyEnvironment, testEnvironment } from './environment'

const ownKeys = {
  RESEND_API_KEY: 're_1',
  SMTP_URL: 'smtp://mail.example.org',
  UPLOADTHING_TOKEN: 't',
  WORKER: 'external',
}
const url = 'postgres://127.0.0.1:1/nothing'

afterEach(() => vi.unstubAllEnvs())

test('a developer’s own keys never reach the tests', () => {
  for (const [name, value] of Object.entries(ownKeys)) vi.stubEnv(name, value)
  for (const environment of [testEnvironment(url, 3000), journeyEnvironment(url, 3000)])
    for (const name of Object.keys(ownKeys)) expect(environment).not.toHaveProperty(name)
})

test('integration tests prove the limits as they are when nobody sets them', () => {
  vi.stubEnv('LIMIT_SIGN_IN_PER_ADDRESS', '1000/180')
  expect(Object.keys(testEnvironment(url, 3000)).filter((name) => name.startsWith('LIMIT_'))).toEqual([])
})

test('the demonstration opens on its own port, for many people from one address', () => {
  expect(demoEnvironment(url, 3001)).toMatchObject({
    DATABASE_URL: url,
    PORTAL_URL: 'http://localhost:3001',
    DEMO: '1',
    LIMIT_SIGN_IN_PER_ADDRESS: '1000/180',
  })
})

test('the demonstration and the tests share the key that is sealed in the build', () => {
  const key = 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'
  expect(testEnvironment(url, 3000)[key]).toBe(demoEnvironment(url, 3001)[key])
  expect(Buffer.from(demoEnvironment(url, 3001)[key]!, 'base64')).toHaveLength(32)
})
