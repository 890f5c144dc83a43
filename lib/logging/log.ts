import { env } from '@/lib/env'

export type LogLevel = 'info' | 'warn' | 'error'

/**
 * All that a line of log may say. Ids, codes and counts: never a name, an address, a codice fiscale, a text somebody wrote.
 * A new field is a decision about personal data.
 */
export type LogFields = {
  requestId?: string
  outcome?: string
  method?: string
  /** The pattern of the route, never the address asked for. */
  route?: string
  digest?: string
  error?: string
  code?: string
  message?: string
  /** Where in the code it was thrown: the innermost frames. */
  at?: string
  actorKind?: string
  actorId?: string
  contributorId?: string
  change?: string
  entityId?: string
  limit?: string
  task?: string
  messageId?: string
  channel?: string
  attempt?: number
  /** Where the record stands: number and hash of its last event. */
  sequence?: number
  hash?: string
}

const longest = 500
/** Controls (C0, DEL, C1), line separators and the marks that turn the direction of text. */
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/**
 * One line of JSON with the UTC time: errors to standard error, the rest to standard output. What comes from outside
 * cannot forge a second line or colour the terminal (ASVS 16.4.1). Under test only errors are written, to the console.
 */
export function log(level: LogLevel, event: string, fields: LogFields = {}) {
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(unprintable, ' ').slice(0, longest) : value,
  )
  if (env.NODE_ENV !== 'test') (level === 'error' ? process.stderr : process.stdout).write(`${line}\n`)
  else if (level === 'error') console.error(line)
}
