import * as z from 'zod'
import { normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'

const wrong = 'Codice fiscale o PIN non corretti'

/** Accesso. Says the same of every mistake: nothing here tells who exists. */
export const signInSchema = z.strictObject({
  codiceFiscale: z
    .string(wrong)
    .max(60, wrong)
    .transform(normaliseCodiceFiscale)
    .pipe(
      z
        .string()
        .min(1, 'Scrivi il tuo codice fiscale')
        .regex(/^[A-Z0-9]*$/, wrong),
    ),
  pin: z.string(wrong).min(1, 'Scrivi il PIN').max(200, wrong),
  next: z.string().max(500).optional(),
})
export type SignIn = z.output<typeof signInSchema>

/** The new PIN is judged in the command, which knows whose codice fiscale it may not repeat. */
export const choosePinSchema = z
  .strictObject({
    currentPin: z.string().min(1, 'Scrivi il PIN con cui sei entrato').max(200),
    newPin: z.string().min(1, 'Scrivi il nuovo PIN').max(200),
    repeatedPin: z.string().min(1, 'Riscrivi il nuovo PIN').max(200),
    endOtherSessions: z.literal('on').optional(),
  })
  .refine((typed) => typed.newPin === typed.repeatedPin, {
    path: ['repeatedPin'],
    message: 'I due PIN non coincidono: riscrivili uguali',
  })
export type ChoosePin = z.output<typeof choosePinSchema>

/** The PIN once more, in a form that changes how a person is reached. Whether it has to be there, is said by `proveAgain`. */
export const pinAgainSchema = z.string('Scrivi il PIN').max(200, 'Il PIN non è corretto').optional()

export const endSessionSchema = z.strictObject({ sessionId: z.uuid() })
