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
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
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

test('outside the tests an error goes to standard error, the rest to standard output', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const lines: unknown[] = []
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(line) > 0),
  )
  const { log } = await import('./log')
  log('warn', 'message.not_handed_over', { attempt: 8 })
  log('error', 'job.failed', { task: 'sweep' })
  const calls = [out!.mock.calls.length, err!.mock.calls.length]
  vi.restoreAllMocks()
  vi.stubEnv('NODE_ENV', 'test')
  expect(calls).toEqual([1, 1])
  expect(lines.map((line) => JSON.parse(String(line)))).toMatchObject([
    { level: 'warn', attempt: 8 },
    { level: 'error', task: 'sweep' },
  ])
  for (const line of lines) expect(line).toMatch(/^[^\n]+\n$/)
})
