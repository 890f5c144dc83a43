import { createHash, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from './canonical'
import type { Code } from './parse-code'

/** Crockford's base 32: no I, L, O, U, so that what is read aloud or copied by hand is not mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Five bits each: one hundred bits, which nobody finds by trying. */
const characters = 20

/** The first 100 bits of the SHA-256 of the canonical JSON of some facts, in twenty characters. */
function checkOf(facts: unknown) {
  const digest = createHash('sha256').update(canonicalJson(facts)).digest('hex')
  const bits = BigInt(`0x${digest}`) >> BigInt(256 - characters * 5)
  return Array.from(
    { length: characters },
    (_, at) => alphabet[Number((bits >> BigInt(5 * (characters - 1 - at))) & 31n)]!,
  ).join('')
}

/**
 * The code by which anyone checks a paper: its number in the record and a check of all that it certifies, such as
 * `1234-7KQ2-M0XW-ZB4T-H8NC-93VD`.
 */
export const codeOf = (sequence: number, facts: unknown) => `${sequence}-${checkOf(facts).match(/.{4}/g)!.join('-')}`

/** Whether `code` is the one of these facts; takes the same time whichever character differs. */
export const isCodeOf = ({ check }: Code, facts: unknown) =>
  timingSafeEqual(Buffer.from(check), Buffer.from(checkOf(facts)))
