import * as z from 'zod'
import { stalePage } from '@/lib/form-state'

/** What one looks for among one's contributors: posted, never in an address, for it may be a person's name. */
export const choiceSearchSchema = z.object({
  parole: z
    .string()
    .max(100, 'Scrivi al massimo 100 caratteri.')
    .regex(/^[^\u0000-\u001f]*$/, 'Togli gli a capo e i caratteri che non si vedono.')
    .trim(),
  /** The last one of the page before. */
  dopo: z.uuid(stalePage).optional(),
})

export const favouriteSchema = z.object({
  contributorId: z.uuid(stalePage),
  kept: z.enum(['1', '0'], stalePage).transform((kept) => kept === '1'),
})
