import { afterEach, beforeAll, expect, test, vi } from 'vitest'

const { error, warn } = console

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
})
afterEach(() => {
  Object.assign(console, { error, warn })
  vi.restoreAllMocks()
  vi.stubEnv('NODE_ENV', 'test')
})

/** What reaches the two streams while something speaks on the console of a portal in production. */
async function heard(speak: () => void) {
  vi.stubEnv('NODE_ENV', 'production')
  const lines: string[] = []
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  }
  vi.resetModules()
  const { logTheConsole } = await import('./console')
  logTheConsole()
  speak()
  vi.restoreAllMocks()
  return lines.map((line) => JSON.parse(line) as Record<string, string>)
}

test('an error that somebody prints becomes one line without the words it carries', async () => {
  const failed = new Error('Failed query: insert into requests\nparams: Mario Rossi')
  const [line, ...more] = await heard(() => console.error('⨯', failed))
  expect(more).toEqual([])
  expect(line).toMatchObject({ level: 'error', event: 'console', message: 'Failed query: insert into requests' })
  expect(JSON.stringify(line)).not.toContain('Mario')
})

test('words on the console become a line without addresses and codes', async () => {
  const lines = await heard(() => console.warn('%s has no %s', 'mario@example.it', 'RSSMRA85T10A562S'))
  expect(lines).toMatchObject([{ level: 'warn', event: 'console', message: '… has no …' }])
})
