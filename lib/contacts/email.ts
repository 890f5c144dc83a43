import * as z from 'zod'

const message = "L'indirizzo e-mail non è valido: scrivilo come nome@esempio.it."
const longest = 254
const longestLocalPart = 64
const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const shape = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$`, 'i')

/**
 * An e-mail address as typed; gives it with the domain in lower case, or undefined when nothing was written. ASCII
 * addresses of at most 254 characters (RFC 5321), no quoted local part, exactly one '@' both as typed and after NFKC
 * (a full-width ＠ is refused, not folded), no control character: a line break would become a header of a message.
 */
export const emailSchema = z
  .string(message)
  .optional()
  .transform((typed = '', context) => {
    const address = typed.replace(/^ +| +$/g, '')
    if (address === '') return undefined
    const normalised = acceptable(address) ? address.normalize('NFKC') : ''
    const [local = '', domain = ''] = normalised.split('@')
    if (shape.test(normalised) && normalised.length <= longest && local.length <= longestLocalPart) {
      return `${local}@${domain.toLowerCase()}`
    }
    context.addIssue({ code: 'custom', message, input: typed })
    return z.NEVER
  })

const acceptable = (address: string) => address.length <= longest && address.split('@').length === 2
