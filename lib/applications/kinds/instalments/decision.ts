import * as z from 'zod'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { type Decision, step } from '../../kind'
import { planFigures } from './figures'
import type { InstalmentsAnswers } from './steps'

/** What is granted: how many instalments, and when the first is due. */
const decisionStep = step({
  id: 'concessione',
  title: 'Le rate concesse',
  since: 1,
  questions: [
    { name: 'instalments', kind: 'count', label: 'Numero di rate', required: true },
    { name: 'firstDueOn', kind: 'date', label: 'Scadenza della prima rata', hint: 'Come gg/mm/aaaa.', required: true },
  ],
  schema: z.object({
    instalments: z.number().min(2, 'Le rate sono almeno 2.'),
    firstDueOn: z
      .string()
      .refine((day) => day >= romeDate(new Date()), 'La prima rata non può scadere in un giorno già passato.'),
  }),
})
export type InstalmentsDecision = z.output<(typeof decisionStep)['schema']>

export const decision = {
  step: decisionStep,
  begin: ({ piano: { instalments, firstDueOn } }) => ({
    instalments: String(instalments),
    firstDueOn: formatItalianDate(firstDueOn),
  }),
  figures: (answers, decided, rates, _today, askedOn) =>
    planFigures(answers, rates, { title: 'Piano delle rate', ...(decided as InstalmentsDecision), askedOn }),
} satisfies Decision<InstalmentsAnswers>
