import * as z from 'zod'
import { composing, mostSaves, slug } from '@/lib/drafts/schema'
import { stalePage } from '@/lib/form-state'
import { prose } from '@/lib/prose/schema'
import { groundsLength, lawLength, sentBackLength } from './lengths'

/** «Comincia»: the draft is born with what the portal knows. */
export const beginApplicationSchema = z.strictObject({
  draftId: z.uuid(stalePage),
  kind: slug,
  /** The notice from which it is begun. */
  noticeId: z.uuid(stalePage).optional(),
})

/** A step that is posted: its own fields are judged after what was typed is safe. */
export const stepSchema = z.looseObject({ ...composing, step: slug })
export type PostedStep = z.output<typeof stepSchema>

/** «Invia», with the declaration ticked. */
export const submitApplicationSchema = z.strictObject({
  draftId: z.uuid(stalePage),
  /** Of the draft, as it was looked at. */
  version: z.coerce.number(stalePage).int(stalePage).min(1, stalePage).max(mostSaves, stalePage),
  declared: z.literal('on', 'Per inviare l’istanza spunta la dichiarazione.'),
})

export const discardApplicationSchema = z.strictObject({ draftId: z.uuid(stalePage) })

/** Characters of the words to who will send it. */
export const noteLength = { min: 0, max: 1000 }

/** «Chiedi di inviarla» to somebody who may. */
export const handOverSchema = z.strictObject({
  draftId: z.uuid(stalePage),
  note: prose('', noteLength),
})

export const decisionOutcomes = ['granted', 'partly_granted', 'not_granted'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

const grounds = {
  facts: prose('Scrivi i motivi di fatto (almeno 40 caratteri).', groundsLength),
  law: prose('Scrivi le norme su cui si fonda la decisione (almeno 10 caratteri).', lawLength),
}

/** The reasoned decision (L. 241/1990 art. 3), beside the questions of its kind. A refusal is only proposed. */
export const decisionSchema = z.object({ outcome: z.enum(decisionOutcomes, 'Scegli l’esito'), ...grounds })

/** The last button, after the decision was read again. */
export const settleDecisionSchema = z.strictObject({
  draftId: z.uuid(stalePage),
  requestId: z.uuid(stalePage),
  version: z.coerce.number(stalePage).int(stalePage).min(0, stalePage),
})

/** What a colleague answers to a proposed refusal: who sends it back says why. */
export const answerProposalSchema = z
  .strictObject({
    requestId: z.uuid(stalePage),
    proposalId: z.uuid(stalePage),
    answer: z.enum(['confirmed', 'sent_back'], 'Scegli se confermare o rimandare'),
    note: prose(stalePage, { min: 0, max: sentBackLength.max }),
  })
  .refine(({ answer, note }) => answer === 'confirmed' || note.length >= sentBackLength.min, {
    path: ['note'],
    message: 'Per rimandarla scrivi perché (almeno 10 caratteri).',
  })
