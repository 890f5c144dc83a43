import * as z from 'zod'
import { requestActs, unitCodes } from '@/db/vocabulary'
import { emailSchema } from '@/lib/contacts/email'
import { landlineSchema, mobileSchema } from '@/lib/contacts/phone'
import { composing } from '@/lib/drafts/schema'
import { stalePage } from '@/lib/form-state'
import { prose } from '@/lib/prose/schema'
import { documentsLength, messageLength, motiveLength, reasonLength, textLength } from './lengths'
import { decisions } from './status'

export const requestTextSchema = prose('Descrivi la richiesta (almeno 20 caratteri).', textLength)

const consent = z.literal('on', 'Questa scelta non è valida').optional()

/** Recapiti of the sender for this request (messaggio 6838/2015: one of the two is mandatory). */
export const reachSchema = z.object({
  email: emailSchema,
  mobile: mobileSchema,
  landline: landlineSchema,
  fax: landlineSchema,
  notifyByEmail: consent,
  notifyBySms: consent,
})
type Reach = z.output<typeof reachSchema>

const leaf = /^\d{2}\.\d{2}$/
const chooseTopic = 'Scegli l’argomento e il dettaglio della richiesta.'

/** Nuova richiesta, without the topic's own questions, which are data (`lib/questions/schema.ts`). */
const composed = reachSchema.extend({
  areaCode: z.string().max(2, chooseTopic).optional(),
  topicCode: z.string(chooseTopic).regex(leaf, chooseTopic),
  text: requestTextSchema,
  /** The notice that it answers, when it answers one. */
  noticeId: z.uuid(stalePage).optional(),
})

/** What one field cannot know of another (ASVS 2.2.3). */
function reachable(typed: Partial<Reach>, context: z.RefinementCtx) {
  const complain = (field: keyof Reach, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (!typed.email && !typed.mobile) complain('email', 'Inserisci almeno un indirizzo e-mail o un numero di telefono.')
  if (typed.notifyByEmail && !typed.email)
    complain('notifyByEmail', 'Per ricevere notifiche via e-mail inserisci un indirizzo e-mail.')
  if (typed.notifyBySms && !typed.mobile) complain('notifyBySms', 'Per ricevere SMS inserisci un numero di cellulare.')
}

export const newRequestSchema = composed.superRefine(
  (typed, context) => {
    reachable(typed, context)
    if (leaf.test(typed.topicCode ?? '') && typed.areaCode && !typed.topicCode.startsWith(`${typed.areaCode}.`))
      context.addIssue({ code: 'custom', path: ['topicCode'], message: chooseTopic })
  },
  // Said together with the mistakes of the single fields, not after they are mended.
  { when: ({ value }) => typeof value === 'object' && value !== null },
)
export type NewRequest = z.output<typeof newRequestSchema>

export const submitRequestSchema = z.strictObject({ draftId: z.uuid() })

/** An act with no words: take up, release, withdraw. */
export const requestIdSchema = z.strictObject({ requestId: z.uuid() })

const reason = prose('Scrivi il motivo (almeno 10 caratteri).', motiveLength)
const entry = { ...composing, requestId: z.uuid(), act: z.enum(requestActs) }

/** What either side writes in the thread, with up to three files. */
export const messageSchema = z.strictObject({
  ...entry,
  text: prose('Scrivi il messaggio (almeno 2 caratteri).', messageLength),
})
export type Message = z.output<typeof messageSchema>

export const reopenSchema = z.strictObject({ ...entry, text: reason })
export const noteSchema = z.strictObject({
  ...composing,
  requestId: z.uuid(),
  act: z.literal('note'),
  text: prose('Scrivi la nota (almeno 2 caratteri).', messageLength),
})
export const transferSchema = z.strictObject({
  ...entry,
  officeCode: z.string('Scegli la sede').regex(/^\d{4}$/, 'Scegli la sede'),
  unitCode: z.enum(unitCodes, 'Scegli l’unità'),
  text: reason,
})
export const requestDocumentsSchema = z.strictObject({
  ...entry,
  text: prose('Scrivi quali documenti servono (almeno 10 caratteri).', documentsLength),
  dueBy: z.iso.date('Scegli il giorno entro cui servono i documenti'),
})
export const closeSchema = z.strictObject({
  ...entry,
  outcome: z.enum(decisions, 'Scegli l’esito'),
  text: prose('Motiva l’esito (almeno 40 caratteri).', reasonLength),
})
