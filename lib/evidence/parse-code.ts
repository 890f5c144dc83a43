import { compactCode } from '@/lib/identifiers/compact'

/** The number in the record, and the twenty characters that check it. */
export type Code = { sequence: number; check: string }

/**
 * A code as people type it: blanks, dashes and lower case forgiven, O read as 0, I and L as 1.
 * @returns undefined for what cannot be a code
 */
export function parseCode(typed: string): Code | undefined {
  const compact = compactCode(typed, /[\s\p{Pd}]/gu)
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const [, sequence, check] = /^([1-9][0-9]{0,14})([0-9A-HJKMNP-TV-Z]{20})$/.exec(compact) ?? []
  return sequence === undefined || check === undefined ? undefined : { sequence: Number(sequence), check }
}
