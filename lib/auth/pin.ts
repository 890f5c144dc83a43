import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { turns } from '@/lib/limits/turns'

/** Argon2id, 19 MiB, two passes, one lane (OWASP, ASVS 11.4.2). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Hashing is dear: four at once, fifty waiting (security.md §6). */
const inTurn = turns(4, 50)

export const hashPin = (pin: string) => inTurn(() => hash(pin, cost))

let nobody: Promise<string> | undefined

/** The hash that stands in for everybody unknown; when there was no turn to make it, the next who needs it tries again. */
const standIn = () =>
  (nobody ??= hashPin('nobody has this pin').catch((error: unknown) => {
    nobody = undefined
    throw error
  }))

/**
 * Whether `pin` is the one behind `pinHash`. With no hash (unknown person) it works just as long and says no,
 * so that time tells nothing about who exists.
 */
export async function pinMatches(pinHash: string | undefined, pin: string) {
  const expected = pinHash ?? (await standIn())
  const matches = await inTurn(() => verify(expected, pin))
  return matches && pinHash !== undefined
}
