import { compactCode } from './compact'

const italianShape = /^(IT|SM)[0-9]{2}[A-Z][0-9]{10}[A-Z0-9]{12}$/
const anyShape = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/

/** An IBAN as typed, made comparable: NFKC, no spaces or dashes, upper case. */
export const normaliseIban = (typed: string): string => compactCode(typed, /[\s\p{Pd}]/gu)

/**
 * Whether a normalised text is formally an IBAN (ISO 13616): known shape for Italy and San Marino, 15–34 characters for
 * the others, and remainder 1 of the division by 97. It does not prove that the account exists.
 */
export function isIban(value: string): boolean {
  const shape = /^(IT|SM)/.test(value) ? italianShape : anyShape
  if (!shape.test(value)) return false
  const digits = [...value.slice(4), ...value.slice(0, 4)].map((character) => parseInt(character, 36)).join('')
  return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1
}

/** An IBAN shown by its first and last four characters only. */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} … ${iban.slice(-4)}`
