import * as z from 'zod'
import { formatAmount } from '@/lib/format'
import { Invalid } from '@/lib/refusal'
import { fieldOf } from './fields'
import { type Granted, step } from './kind'

const id = 'decisione'

/** The one question of a decision that grants a sum in part: how much of it. */
export const grantedAmountStep = (title: string, label: string) =>
  step({
    id,
    title,
    lead: 'Scrivi l’importo che riconosci, più basso di quello chiesto.',
    since: 1,
    questions: [{ name: 'amount', kind: 'amount', label, required: true }],
    schema: z.object({ amount: z.number().int().positive() }),
  })

/** What was granted of a sum, in cents: the whole of it when no amount was asked of the officer. */
export const grantedCents = (decided: unknown, askedCents: number) =>
  (decided as { amount: number } | undefined)?.amount ?? askedCents

/**
 * An office grants no more than was asked, and in part means less. Amounts in cents.
 * @throws Invalid on the field of the amount
 */
export function heedGranted({ outcome, decided }: Pick<Granted<unknown>, 'outcome' | 'decided'>, askedCents: number) {
  const granted = grantedCents(decided, askedCents)
  const refuse = (message: string) => new Invalid({ [fieldOf(id, 'amount')]: [message] })
  if (granted > askedCents)
    throw refuse(`Non puoi riconoscere più di quanto è stato chiesto: ${formatAmount(askedCents)}.`)
  if (outcome === 'partly_granted' && granted === askedCents)
    throw refuse('È tutto quello che è stato chiesto: scrivi un importo più basso, oppure scegli «Accolta».')
}
