import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@/lib/refusal'

/** Argon2id, 19 MiB, two passes, one lane (OWASP, ASVS 11.4.2). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const atOnce = 4
const longestQueue = 50

let running = 0
const waiting: (() => void)[] = []

/** Hashing is dear: past four at once callers queue, past fifty waiting they are sent away. */
async function inTurn<T>(work: () => Promise<T>) {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new Refusal('too-many', 'Troppe richieste in questo momento: riprova tra un minuto.')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export const hashPin = (pin: string) => inTurn(() => hash(pin, cost))

let nobody: Promise<string> | undefined

/**
 * Whether `pin` is the one behind `pinHash`. With no hash (unknown person) it works just as long and says no,
 * so that time tells nothing about who exists.
 */
export async function pinMatches(pinHash: string | undefined, pin: string) {
  const expected = pinHash ?? (await (nobody ??= hashPin('nobody has this pin')))
  const matches = await inTurn(() => verify(expected, pin))
  return matches && pinHash !== undefined
}
