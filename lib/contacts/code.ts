import { randomInt, timingSafeEqual } from 'node:crypto'
import { pseudonym } from '@/lib/auth/token'

/** How long a code may be used, how often it may be mistyped, and how long one waits for the next (security.md §6). */
export const codeMinutes = 10
export const codeTries = 5
export const codePauseSeconds = 30

/** Six digits, the first of them as random as the others. */
export const newCode = () => String(randomInt(1_000_000)).padStart(6, '0')

/** What is kept of a code: keyed, and of that contact alone. */
export const hashOfCode = (contactId: string, code: string) => pseudonym('contact-code', `${contactId}:${code}`)

/** In a time that says nothing of how much is right. */
export function codeMatches(kept: string, contactId: string, code: string) {
  const [one, other] = [Buffer.from(kept), Buffer.from(hashOfCode(contactId, code))]
  return one.length === other.length && timingSafeEqual(one, other)
}
