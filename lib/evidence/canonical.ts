import { createHash } from 'node:crypto'

const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, ordered(inner)]),
        )
      : value

/** JSON with its keys in alphabetical order: the same facts are the same text, wherever they are written. */
export const canonicalJson = (value: unknown) => JSON.stringify(ordered(value))

/** SHA-256 of bytes or of a text in UTF-8, hexadecimal. */
export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of the canonical JSON of some facts, hexadecimal. */
export const sha256Of = (facts: unknown) => sha256(canonicalJson(facts))
