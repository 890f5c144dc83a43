import * as z from 'zod'
import { isRealDate } from '@/lib/calendar/iso-date'
import { compactCode } from './compact'

const personShape = /^[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/
const months = 'ABCDEHLMPRST'
const omocodia = 'LMNPQRSTUV'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Values of the characters in odd places (DM 23/12/1976): A and 0 are worth 1, B and 1 are worth 0, and so on. */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
const longestTyped = 64

/** A codice fiscale as typed, made comparable: NFKC, no spaces, dashes or dots, upper case. It may still be wrong. */
export const normaliseCodiceFiscale = (typed: string): string => compactCode(typed, /[\s.\p{Pd}\u2212]/gu)

/**
 * Whether a normalised text is formally the codice fiscale of a natural person: 16 characters, omocodia included, a day
 * that exists (women's day + 40; 29 February in leap years only), the right check character (DM 23/12/1976). It does
 * not prove that the code was ever issued.
 */
export function isPersonCodiceFiscale(value: string): boolean {
  return personShape.test(value) && hasRealBirthDate(value) && checkCharacter(value) === value[15]
}

/**
 * Whether a normalised text is formally the codice fiscale of a company or body, or a partita IVA: 11 digits whose last
 * one is the check digit. Eleven zeros satisfy the sum and are refused.
 */
export function isEntityCodiceFiscale(value: string): boolean {
  if (!/^[0-9]{11}$/.test(value) || /^0+$/.test(value)) return false
  const digits = [...value].map(Number)
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : doubled(digit)), 0)
  return sum % 10 === 0
}

/** Whether a normalised text is formally a codice fiscale, of a person or of a body. */
export const isCodiceFiscale = (value: string): boolean => isPersonCodiceFiscale(value) || isEntityCodiceFiscale(value)

/** The codice fiscale of a person, forgiving spaces, dashes, dots and lower case; gives it normalised. */
export const personCodiceFiscaleSchema = schemaFor(
  isPersonCodiceFiscale,
  'Il codice fiscale non è scritto correttamente: controlla che ci siano tutti i 16 caratteri, senza errori.',
)

/** The codice fiscale of a person (16 characters) or of a body (11 digits), forgiving as above; gives it normalised. */
export const codiceFiscaleSchema = schemaFor(
  isCodiceFiscale,
  'Il codice fiscale non è scritto correttamente: ha 16 caratteri per una persona, 11 cifre per una società o un ente.',
)

function schemaFor(isValid: (value: string) => boolean, message: string) {
  return z
    .string('Scrivi il codice fiscale.')
    .max(longestTyped, message)
    .transform(normaliseCodiceFiscale)
    .refine((value) => value !== '', { error: 'Scrivi il codice fiscale.', abort: true })
    .refine(isValid, message)
}

function hasRealBirthDate(value: string): boolean {
  const [year, day] = [decodeDigits(value.slice(6, 8)), decodeDigits(value.slice(9, 11))]
  // The century is not written: from 2000 to 2099 leap years fall where they fell from 1901 to 1999, and 00 is 2000.
  return isRealDate(2000 + year, months.indexOf(value.charAt(8)) + 1, day > 40 ? day - 40 : day)
}

const decodeDigits = (digits: string) =>
  Number([...digits].map((digit) => (omocodia.includes(digit) ? omocodia.indexOf(digit) : digit)).join(''))

function checkCharacter(value: string): string {
  const sum = [...value.slice(0, 15)].reduce((total, character, index) => {
    const rank = character >= 'A' ? alphabet.indexOf(character) : Number(character)
    return total + (index % 2 === 0 ? (oddValues[rank] ?? 0) : rank)
  }, 0)
  return alphabet.charAt(sum % 26)
}

const doubled = (digit: number) => (digit > 4 ? 2 * digit - 9 : 2 * digit)
