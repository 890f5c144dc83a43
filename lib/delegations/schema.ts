import * as z from 'zod'
import { delegationScopes } from '@/db/vocabulary'
import { formatItalianDate, parseItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { stalePage } from '@/lib/form-state'
import {
  isPersonCodiceFiscale,
  normaliseCodiceFiscale,
  personCodiceFiscaleSchema,
} from '@/lib/identifiers/codice-fiscale'
import { prose } from '@/lib/prose/schema'
import { reasonLength } from './lengths'

/** Longest list of workers, in characters: more than ten thousand codes. */
const longestList = 250_000
/** How many wrong lines are named at once. */
const mostNamed = 5
/** A date beyond this is a slip of the hand. */
const lastDay = '2099-12-31'

const day = (missing: string) =>
  z
    .string(missing)
    .max(40, 'Scrivi la data come gg/mm/aaaa.')
    .trim()
    .min(1, missing)
    .transform((text, context) => {
      const read = parseItalianDate(text)
      if (read !== undefined && read <= lastDay) return read
      const message =
        read === undefined
          ? 'Scrivi un giorno che esiste, come gg/mm/aaaa.'
          : `Al più tardi il ${formatItalianDate(lastDay)}.`
      context.addIssue({ code: 'custom', message, input: text })
      return z.NEVER
    })

/** First day of a right, as gg/mm/aaaa or from a date input; gives it ISO. Not before today, in Rome. */
export const startsOnSchema = day('Scrivi da quale giorno, come gg/mm/aaaa.').refine(
  (first) => first >= romeDate(new Date()),
  'Il primo giorno non può essere già passato.',
)

/** Last day of a right, included; gives it ISO, null when nothing is written. */
export const endsOnSchema = z
  .string('Scrivi un giorno solo, come gg/mm/aaaa.')
  .trim()
  .default('')
  .transform((text) => (text === '' ? null : text))
  .pipe(day('').nullable())

/** «Dal» and «al» of a right do not cross. */
export function inOrder(
  { startsOn, endsOn }: { startsOn?: string | undefined; endsOn?: string | null | undefined },
  context: z.RefinementCtx,
) {
  if (startsOn && endsOn && endsOn < startsOn)
    context.addIssue({ code: 'custom', path: ['endsOn'], message: 'L’ultimo giorno non può venire prima del primo.' })
}

/** Codici fiscali of workers, one a line or with commas between; gives each once, normalised. The wrong ones are named. */
export const workersSchema = z
  .string('Scrivi i codici fiscali, uno per riga.')
  .max(longestList, 'L’elenco è troppo lungo per essere scritto qui.')
  .default('')
  .transform((text, context) => {
    const typed = text.split(/[\n,;]+/).map((code) => code.trim())
    const written = typed.filter((code) => code !== '')
    const codes = written.map((code) => (code.length > 64 ? '' : normaliseCodiceFiscale(code)))
    const wrong = written.filter((_, at) => !isPersonCodiceFiscale(codes[at]!))
    if (wrong.length === 0) return [...new Set(codes)]
    context.addIssue({ code: 'custom', message: wordsForWrong(wrong), input: text })
    return z.NEVER
  })

function wordsForWrong(wrong: string[]) {
  const named = wrong.slice(0, mostNamed).map((code) => `«${code.length > 30 ? `${code.slice(0, 30)}…` : code}»`)
  const more = wrong.length > mostNamed ? ` e altri ${wrong.length - mostNamed}` : ''
  return wrong.length === 1
    ? `${named[0]} non è il codice fiscale di una persona: controllalo.`
    : `Questi non sono codici fiscali di persone: ${named.join(', ')}${more}. Controllali.`
}

const ticked = z
  .literal('on', 'Questa scelta non è valida.')
  .optional()
  .transform((value) => value === 'on')

/** What a delegation covers, the same for one conferred here and one compiled by an intermediary. */
export const perimeter = {
  scope: z.enum(delegationScopes, 'Scegli se la delega è totale o parziale.'),
  exclusive: ticked,
  workers: workersSchema,
  startsOn: startsOnSchema,
  endsOn: endsOnSchema,
}
type Perimeter = z.output<z.ZodObject<typeof perimeter>>

/** A partial delegation names its workers; days do not cross. */
export function coherent(typed: Partial<Perimeter>, context: z.RefinementCtx) {
  inOrder(typed, context)
  if (typed.scope === 'partial' && typed.workers?.length === 0)
    context.addIssue({
      code: 'custom',
      path: ['workers'],
      message: 'Per una delega parziale scrivi almeno un codice fiscale.',
    })
}

/** «Conferisci una delega». `delegationId` is made with the form: sent twice, it is one delegation. */
export const conferDelegationSchema = z
  .strictObject({ delegationId: z.uuid(stalePage), delegateCode: personCodiceFiscaleSchema, ...perimeter })
  // Said together with the mistakes of the single fields, not after they are mended.
  .superRefine(coherent, { when: ({ value }) => typeof value === 'object' && value !== null })
export type NewDelegation = z.output<typeof conferDelegationSchema>

/** An act that needs no words. */
export const delegationIdSchema = z.strictObject({ delegationId: z.uuid(stalePage) })

const reason = prose('Scrivi il motivo (almeno 10 caratteri).', reasonLength)

/** Revocation of one delegation or of many: their ids with commas between. */
export const revokeDelegationsSchema = z.strictObject({
  delegations: z
    .string(stalePage)
    .max(40_000, 'Sono troppe in una volta: scegline meno.')
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid(stalePage))),
  text: reason,
})

export const delegationReasonSchema = z.strictObject({ delegationId: z.uuid(stalePage), text: reason })

/** Workers to be added, typed, and to be removed, ticked. */
export const changeWorkersSchema = z.strictObject({
  delegationId: z.uuid(stalePage),
  add: workersSchema,
  remove: z
    .union([personCodiceFiscaleSchema.transform((one) => [one]), z.array(personCodiceFiscaleSchema)], stalePage)
    .default([]),
})
