import { afterEach, beforeAll, expect, test, vi } from 'vitest'

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.resetModules()
})

async function written(...call: Parameters<(typeof import('./log'))['log']>) {
  const lines: string[] = []
  const keep = (line: string) => void lines.push(line)
  vi.spyOn(console, 'error').mockImplementation(keep)
  vi.spyOn(console, 'log').mockImplementation(keep)
  const { log } = await import('./log')
  log(...call)
  return lines
}

test('an event is one line of JSON with the UTC time', async () => {
  const [line] = await written('error', 'request.failed', { requestId: 'r1', outcome: 'failed' })
  expect(JSON.parse(line!)).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    level: 'error',
    event: 'request.failed',
    requestId: 'r1',
    outcome: 'failed',
  })
})

test('what comes from outside cannot forge a line, colour the terminal or turn the text around', async () => {
  const [line, ...more] = await written('error', 'request.failed', {
    requestId: 'r1\r\n{"level":"error"}\u001b[31m\u009b31m\u2028\u202e',
  })
  expect(more).toEqual([])
  expect(line).not.toMatch(/[\p{Cc}\u2028\u202e]|\\u00|\\r|\\n/u)
  expect(JSON.parse(line!).requestId).toBe('r1 {"level":"error"} [31m 31m ')
})

test('a long value is cut', async () => {
  const [line] = await written('error', 'request.failed', { message: 'x'.repeat(10_000) })
  expect(JSON.parse(line!).message).toHaveLength(500)
})

test('under test only errors are written', async () => {
  expect(await written('info', 'worker.started')).toEqual([])
  expect(await written('warn', 'message.undelivered')).toEqual([])
})

test('outside the tests an event below error goes to standard output', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const [line] = await written('warn', 'message.undelivered', { attempt: 8 })
  expect(JSON.parse(line!)).toMatchObject({ level: 'warn', attempt: 8 })
  expect(console.error).not.toHaveBeenCalled()
  vi.stubEnv('NODE_ENV', 'test')
})
