import type { Actor, Verified } from './actor'

type Claim<T> = T extends Verified ? Omit<T, keyof Verified> : never

/** The only maker of actors: called after the checks by `session.ts`, without them by `system.ts`, the seed and the test factories. */
export function verify<K extends Actor['kind']>(claim: Claim<Extract<Actor, { kind: K }>> & { kind: K }) {
  return claim as unknown as Extract<Actor, { kind: K }>
}
