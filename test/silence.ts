import { format } from 'node:util'
import { afterAll, afterEach, expect, vi } from 'vitest'

const logged: string[] = []
for (const level of ['error', 'warn'] as const)
  console[level] = (...parts: unknown[]) => void logged.push(`console.${level}: ${format(...parts)}`)

/** What a test complains of on the console is a fault of the test or of what it tests: either way it fails. */
function expectSilence() {
  expect(logged.splice(0), 'a test that logs an error or a warning fails').toEqual([])
}

afterEach(expectSilence)
afterAll(expectSilence)
// Files that share their modules share the environment too: each leaves it as it was.
afterAll(() => vi.unstubAllEnvs())
