import * as z from 'zod'
import { parseItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { stalePage } from '@/lib/form-state'
import { codiceFiscaleSchema } from '@/lib/identifiers/codice-fiscale'
import { isUuid } from '@/lib/identifiers/uuid'
import { coherent, perimeter, workersSchema } from './schema'

const delegationId = z.uuid(stalePage)

/**
 * «Compila una delega», for a contributor by its codice fiscale. `delegationId` is made with the form: sent twice, it is
 * one delegation. Gives ISO days, `endsOn` null when it has no last day, and no workers for a total one.
 */
export const compileDelegationSchema = z
  .strictObject({ delegationId, codiceFiscale: codiceFiscaleSchema, ...perimeter })
  // Said together with the mistakes of the single fields, not after they are mended.
  .superRefine(coherent, { when: ({ value }) => typeof value === 'object' && value !== null })
  .transform((typed) => ({ ...typed, workers: typed.scope === 'partial' ? typed.workers : [] }))
export type CompiledDelegation = z.output<typeof compileDelegationSchema>

/** The Gestione separata begins with 1996: nobody signed before. */
const firstDay = '1996-01-01'
const missingDay = 'Scrivi il giorno in cui il contribuente ha firmato, come gg/mm/aaaa.'

const signedOn = z
  .string(missingDay)
  .max(40, missingDay)
  .transform((text, context) => {
    const day = parseItalianDate(text.trim())
    if (day !== undefined && day >= firstDay) return day
    context.addIssue({ code: 'custom', message: missingDay, input: text })
    return z.NEVER
  })
  .refine((day) => day <= romeDate(new Date()), 'Il giorno della firma non può essere nel futuro.')

const declared = z.literal('on', 'Senza questa dichiarazione non si può validare.')

/** «Valida»: the contributor signed it, and on which day. */
export const validateDelegationSchema = z.strictObject({ delegationId, signedOn, declared })

/** Delegations that may be validated with one declaration. */
export const mostValidated = 5_000

/** The same of many at once: their ids, divided by commas. */
export const validateDelegationsSchema = z
  .strictObject({
    delegations: z
      .string(stalePage)
      .max(37 * mostValidated, stalePage)
      .transform((ids) => [...new Set(ids.split(','))])
      .refine((ids) => ids.every(isUuid), stalePage),
    signedOn,
    declared,
  })
  .transform(({ delegations, signedOn: day }) => ({ delegationIds: delegations, signedOn: day }))

/** The workers of a partial delegation still to be signed, all of them anew. */
export const changeCompiledWorkersSchema = z.strictObject({
  delegationId,
  workers: workersSchema.refine((listed) => listed.length > 0, 'Scrivi almeno un collaboratore.'),
})

/** A file of delegations; a form without a choice sends an empty one. */
export const importDelegationsSchema = z.strictObject({
  file: z.custom<File>((value) => value instanceof File && value.size > 0, 'Scegli un file che non sia vuoto.'),
})
