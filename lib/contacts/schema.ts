import * as z from 'zod'
import { type ContactKind, contactKinds } from '@/db/vocabulary'
import { emailSchema } from './email'
import { mobileSchema } from './phone'

const missing: Record<ContactKind, string> = {
  pec: 'Scrivi l’indirizzo PEC, come nome@pec.esempio.it.',
  email: 'Scrivi l’indirizzo e-mail, come nome@esempio.it.',
  mobile: 'Scrivi il numero di cellulare.',
}

const rules = { pec: emailSchema, email: emailSchema, mobile: mobileSchema } satisfies Record<ContactKind, z.ZodType>

/** A contact as typed: an address, or a mobile number that comes out in E.164. */
export const proposeContactSchema = z
  .strictObject({ kind: z.enum(contactKinds), value: z.string('Scrivi un recapito.').optional() })
  .transform(({ kind, value }, context) => {
    const read = rules[kind].safeParse(value)
    const message = read.success ? missing[kind] : read.error.issues[0]!.message
    if (read.success && read.data !== undefined) return { kind, value: read.data }
    context.addIssue({ code: 'custom', path: ['value'], message, input: value })
    return z.NEVER
  })
export type TypedContact = z.output<typeof proposeContactSchema>

export const contactSchema = z.strictObject({ contactId: z.uuid() })

/** The code as it is copied from a message: spaces are forgiven. */
export const verifyContactSchema = z.strictObject({
  contactId: z.uuid(),
  code: z
    .string('Scrivi il codice di 6 cifre.')
    .max(40, 'Il codice ha 6 cifre.')
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9]{6}$/, 'Il codice ha 6 cifre: lo trovi nel messaggio che ti abbiamo inviato.')),
})
