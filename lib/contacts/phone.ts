import * as z from 'zod'

const longestTyped = 40

/**
 * An Italian mobile number as typed; gives it in E.164 (`+39…`), or undefined when nothing was written. 9–11 digits
 * starting with 3; spaces, dashes, dots, slashes, brackets and a leading +39 or 0039 are forgiven.
 */
export const mobileSchema = phoneSchema(/^3[0-9]{8,10}$/, 'Il numero di cellulare non è valido.')

/**
 * An Italian fixed line or fax as typed; gives it in E.164 with its leading zero (`+390…`), or undefined when nothing
 * was written. 6–11 digits starting with 0, never with 00, which is the way out of the country; forgiving as above.
 */
export const landlineSchema = phoneSchema(/^0[1-9][0-9]{4,9}$/, 'Il numero non è valido: controlla il prefisso.')

function phoneSchema(national: RegExp, message: string) {
  return z
    .string(message)
    .max(longestTyped, message)
    .optional()
    .transform((typed = '', context) => {
      const compact = typed.normalize('NFKC').replace(/[ ./()\p{Pd}]/gu, '')
      if (compact === '' && typed.trim() === '') return undefined
      const number = compact.replace(/^(\+|00)39/, '')
      if (national.test(number)) return `+39${number}`
      context.addIssue({ code: 'custom', message, input: typed })
      return z.NEVER
    })
}
