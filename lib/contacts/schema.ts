import * as z from 'zod'
import { pinAgainSchema } from '@/lib/auth/schema'
import { type ContactKind, contactKinds } from '@/db/vocabulary'
import { stalePage } from '@/lib/form-state'
import { emailSchema } from './email'
import { mobileSchema } from './phone'

const missing: Record<ContactKind, string> = {
  pec: 'Scrivi l’indirizzo PEC, come nome@pec.esempio.it.',
  email: 'Scrivi l’indirizzo e-mail, come nome@esempio.it.',
  mobile: 'Scrivi il numero di cellulare.',
}

const rules = { pec: emailSchema, email: emailSchema, mobile: mobileSchema } satisfies Record<ContactKind, z.ZodType>

/** A contact as typed: an address, or a mobile number that comes out in E.164; with the PIN, where it is asked again. */
export const proposeContactSchema = z
  .strictObject({ kind: z.enum(contactKinds), value: z.string('Scrivi un recapito.').optional(), pin: pinAgainSchema })
  .transform(({ kind, value, pin }, context) => {
    const read = rules[kind].safeParse(value)
    const message = read.success ? missing[kind] : read.error.issues[0]!.message
    if (read.success && read.data !== undefined) return { kind, value: read.data, pin }
    context.addIssue({ code: 'custom', path: ['value'], message, input: value })
    return z.NEVER
  })
export type TypedContact = Omit<z.output<typeof proposeContactSchema>, 'pin'>

const contactId = z.uuid(stalePage)

/** An act on a contact that leaves those in use as they are. */
export const contactSchema = z.strictObject({ contactId })

/** One that does not: the PIN goes with it, where it is asked again. */
export const provenContactSchema = z.strictObject({ contactId, pin: pinAgainSchema })

/** The code as it is copied from a message: spaces are forgiven. */
export const verifyContactSchema = z.strictObject({
  contactId,
  code: z
    .string('Scrivi il codice di 6 cifre.')
    .max(40, 'Il codice ha 6 cifre.')
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9]{6}$/, 'Il codice ha 6 cifre: lo trovi nel messaggio che ti abbiamo inviato.')),
})
