import * as z from 'zod'
import { cleanProse } from '@/lib/prose/clean'

export const giveFeedbackSchema = z.strictObject({
  rating: z.coerce
    .number('Scegli un voto da 1 a 5')
    .int()
    .min(1, 'Scegli un voto da 1 a 5')
    .max(5, 'Scegli un voto da 1 a 5'),
  page: z.string().max(200).transform(cleanProse).default(''),
  text: z
    .string()
    .max(1000, 'Scrivi al massimo 1.000 caratteri')
    .transform((text) => cleanProse(text).trim())
    .optional(),
})
export type GiveFeedback = z.output<typeof giveFeedbackSchema>
