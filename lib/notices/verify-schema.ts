import * as z from 'zod'
import { parseCode } from '@/lib/evidence/parse-code'

/** Bytes of the longest file that is compared: receipts are far shorter. */
export const verifiedFileMaxBytes = 1024 * 1024

/** A code and, if one wants, the file that goes with it; a form without a choice sends an empty file. */
export const verifyReceiptSchema = z.strictObject({
  code: z
    .string('Scrivi il codice della ricevuta')
    .trim()
    .min(1, 'Scrivi il codice della ricevuta')
    .max(100, 'Il codice è più corto: controllalo')
    .refine((typed) => typed === '' || typed.length > 100 || parseCode(typed) !== undefined, {
      message: 'Scrivi il codice per intero: un numero e cinque gruppi di quattro caratteri',
    }),
  file: z
    .file('Scegli il file della ricevuta')
    .max(verifiedFileMaxBytes, 'Il file è più grande di 1 MB: non è una ricevuta di questo portale')
    .transform((file) => (file.size > 0 ? file : undefined))
    .optional(),
})
export type VerifyReceipt = z.output<typeof verifyReceiptSchema>
