import { sha256 } from '@/lib/evidence/canonical'

/** An event as the chain covers it: its number, its words (`queries.ts`) and the hash that the record bears. */
export type Link = { sequence: number; words: string; hash: string }

/** Where the record stood once, as it was written elsewhere. */
export type Anchor = Pick<Link, 'sequence' | 'hash'>

/**
 * `edited`: the hash does not follow, so that what the event says, or its place, was changed. `missing`: that number is not
 * there. `cut`: an anchor speaks of events after the last. `rewritten`: all hashes follow, and are not those of an anchor.
 */
export type Fault = 'edited' | 'missing' | 'cut' | 'rewritten'
export type BrokenLink = { sequence: number; fault: Fault }

/** The hash that binds an event to the one before it; the first is bound to an empty text. */
export const hashAfter = (previous: string, words: string) => sha256(`${previous}\n${words}`)

/** Why `link` may not stand after `last`; undefined when it may. The first of all stands after number 0. */
export function faultAfter(last: Anchor, link: Link, anchors: readonly Anchor[]): BrokenLink | undefined {
  if (link.sequence !== last.sequence + 1) return { sequence: last.sequence + 1, fault: 'missing' }
  if (link.hash !== hashAfter(last.hash, link.words)) return { sequence: link.sequence, fault: 'edited' }
  const forged = anchors.some(({ sequence, hash }) => sequence === link.sequence && hash !== link.hash)
  return forged ? { sequence: link.sequence, fault: 'rewritten' } : undefined
}

/** «1234:9f86d0…», as the log writes the head of the record and the command line takes it. */
export function parseAnchor(text: string): Anchor | undefined {
  const [, sequence, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? []
  return sequence === undefined || hash === undefined ? undefined : { sequence: Number(sequence), hash }
}

export const formatAnchor = ({ sequence, hash }: Anchor) => `${sequence}:${hash}`
