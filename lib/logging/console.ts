import { format } from 'node:util'
import { describeError } from './describe-error'
import { log } from './log'

/**
 * Makes what others say on the console a line of the log like the rest. Next prints whole every error it meets, with the
 * parameters of the query that failed: in production that would be the words somebody wrote.
 */
export function logTheConsole() {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...said: unknown[]) => {
      const thrown = said.find((part) => part instanceof Error)
      log(level, 'console', describeError(thrown ?? new Said(format(...said))))
    }
  }
}

/** Words without an error: they have no place in the code worth noting. */
class Said extends Error {
  override name = 'Said'
  override stack = ''
}
