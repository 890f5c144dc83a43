import * as z from 'zod'
import { formatAmount } from '@/lib/format'
import { Invalid } from '@/lib/refusal'
import { fieldOf } from '../../fields'
import { type Decision, type Granted, step } from '../../kind'
import { askedOf } from './figures'
import type { ReductionAnswers } from './steps'

const decisionStep = step({
  id: 'riduzione',
  title: 'Le sanzioni che restano',
  since: 1,
  questions: [
    {
      name: 'amount',
      kind: 'amount',
      label: 'Sanzioni da pagare dopo la riduzione',
      hint: 'Per tutti i mesi insieme.',
      required: false,
    },
    { name: 'nothing', kind: 'box', label: 'Non resta nulla da pagare', required: false },
  ],
  schema: z
    .object({ amount: z.number().optional(), nothing: z.literal('on').optional() })
    .refine(({ amount, nothing }) => (amount === undefined) !== (nothing === undefined), {
      path: ['amount'],
      message: 'Scrivi quanto resta da pagare, oppure spunta «Non resta nulla da pagare».',
    })
    .transform(({ amount = 0 }) => ({ amount })),
})

/** What is left to pay, in cents. */
export type ReductionDecision = z.output<(typeof decisionStep)['schema']>

export const decision = {
  step: decisionStep,
  begin: () => ({}),
  figures: (answers, decided) => {
    const [asked, { amount }] = [askedOf(answers), decided as ReductionDecision]
    return [
      {
        title: 'Sanzioni civili ridotte',
        source: 'Art. 116 c. 8 e 15 L. 388/2000',
        lines: [
          { term: 'Sanzioni chieste', value: formatAmount(asked) },
          { term: 'Sanzioni che restano', value: formatAmount(amount) },
          { term: 'Riduzione', value: formatAmount(Math.max(0, asked - amount)) },
        ],
      },
    ]
  },
} satisfies Decision<ReductionAnswers>

/**
 * What the reduction is, in words.
 * @throws Invalid on the amount that is no reduction
 */
export function reductionWords({ answers, decided }: Pick<Granted<ReductionAnswers>, 'answers' | 'decided'>) {
  const [asked, { amount }] = [askedOf(answers), decided as ReductionDecision]
  if (amount >= asked)
    throw new Invalid({
      [fieldOf(decisionStep.id, 'amount')]: [
        `Le sanzioni chieste sono ${formatAmount(asked)}: scrivi un importo più basso.`,
      ],
    })
  return [`Sanzioni civili ridotte da ${formatAmount(asked)} a ${formatAmount(amount)}.`]
}
