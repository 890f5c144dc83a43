import * as z from 'zod'
import { formatMonth } from '@/lib/calendar/month'
import { typedAmount } from '../../fields'
import { type Decision, step } from '../../kind'
import type { ReviewAnswers } from './steps'

export const decisionStep = step({
  id: 'correzione',
  title: 'La comunicazione corretta',
  lead: 'Solo se accogli in parte: la comunicazione viene sostituita da una nuova con queste righe. Se accogli per intero viene annullata.',
  since: 1,
  questions: [
    {
      name: 'sanctions',
      kind: 'choice',
      label: 'Le sanzioni civili',
      required: true,
      options: [
        { value: 'proporzione', label: 'In proporzione a quello che resta da pagare' },
        { value: 'ricalcolo', label: 'Ricalcolate a oggi, con i tassi di legge' },
        { value: 'tolte', label: 'Non sono dovute' },
      ],
    },
  ],
  table: {
    name: 'righe',
    legend: 'Contributi corretti',
    row: 'Mese',
    columns: [
      { name: 'month', kind: 'month', label: 'Mese', hint: 'Come mm/aaaa.', required: true },
      { name: 'causale', kind: 'f24Causale', label: 'Causale', required: true },
      { name: 'due', kind: 'amount', label: 'Dovuto', hint: 'Vuoto se niente.', required: false },
      { name: 'paid', kind: 'amount', label: 'Versato', hint: 'Vuoto se niente.', required: false },
    ],
    least: 0,
    most: 120,
  },
  schema: z.object({
    sanctions: z.enum(['proporzione', 'ricalcolo', 'tolte']),
    righe: z.array(
      z.object({ month: z.string(), causale: z.string(), due: z.number().default(0), paid: z.number().default(0) }),
    ),
  }),
})
export type ReviewDecision = z.output<(typeof decisionStep)['schema']>

/** The rows begin as the contributor says they should be. */
export const decision = {
  step: decisionStep,
  onlyInPart: true,
  begin: ({ comunicazione: { righe } }) =>
    Object.assign(
      { sanctions: 'proporzione' },
      ...righe.map(({ month, causale, rightDue, rightPaid }, row) => ({
        [`righe_${row}_month`]: formatMonth(month),
        [`righe_${row}_causale`]: causale,
        [`righe_${row}_due`]: typedAmount(rightDue),
        [`righe_${row}_paid`]: typedAmount(rightPaid),
      })),
    ) as Record<string, string>,
} satisfies Decision<ReviewAnswers>
