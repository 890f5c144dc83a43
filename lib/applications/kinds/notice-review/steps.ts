import * as z from 'zod'
import { type AnswersOf, step } from '../../kind'

const month = z.object({
  month: z.string(),
  causale: z.string(),
  due: z.number().default(0),
  paid: z.number().default(0),
  rightDue: z.number().default(0),
  rightPaid: z.number().default(0),
})

const notice = step({
  id: 'comunicazione',
  title: 'La comunicazione',
  lead: 'Se parti dalla comunicazione, numero e righe li trovi già scritti: correggi solo le ultime due colonne.',
  since: 1,
  questions: [
    {
      name: 'protocollo',
      kind: 'protocollo',
      label: 'Protocollo della comunicazione',
      hint: 'È in alto, sulla comunicazione che hai letto.',
      required: true,
    },
  ],
  table: {
    name: 'righe',
    legend: 'Contributi: che cosa dice la comunicazione e che cosa dici tu',
    row: 'Mese',
    columns: [
      { name: 'month', kind: 'month', label: 'Mese', hint: 'Come mm/aaaa.', required: true },
      { name: 'causale', kind: 'f24Causale', label: 'Causale', hint: 'CXX o C10.', required: true },
      { name: 'due', kind: 'amount', label: 'Dovuto, per la comunicazione', required: false },
      { name: 'paid', kind: 'amount', label: 'Versato, per la comunicazione', required: false },
      { name: 'rightDue', kind: 'amount', label: 'Dovuto, per te', hint: 'Vuoto se niente.', required: false },
      { name: 'rightPaid', kind: 'amount', label: 'Versato, per te', hint: 'Vuoto se niente.', required: false },
    ],
    least: 0,
    most: 120,
  },
  schema: z.object({ protocollo: z.string(), righe: z.array(month) }).superRefine(({ righe }, context) => {
    const seen = new Set<string>()
    for (const [row, { month, causale }] of righe.entries()) {
      if (seen.has(month + causale))
        context.addIssue({
          code: 'custom',
          path: ['righe', row, 'month'],
          message: 'Questo mese, con questa causale, è già in un’altra riga.',
        })
      seen.add(month + causale)
    }
  }),
})

export const reasons = [
  { value: 'versato', label: 'Ho già versato' },
  { value: 'denuncia', label: 'La denuncia era sbagliata e l’ho corretta' },
  { value: 'non-dovuto', label: 'I contributi non sono dovuti' },
  { value: 'sanzioni', label: 'Le sanzioni sono calcolate male' },
  { value: 'altro', label: 'Un altro motivo' },
] as const

const reason = step({
  id: 'motivo',
  title: 'Perché chiedi il riesame',
  since: 1,
  questions: [
    { name: 'reason', kind: 'choice', label: 'Motivo', required: true, options: reasons },
    {
      name: 'words',
      kind: 'prose',
      label: 'Spiega il motivo',
      hint: 'Giorno e importo dei versamenti, data della denuncia corretta, il calcolo che ti risulta.',
      required: true,
    },
  ],
  schema: z.object({
    reason: z.string(),
    words: z.string().min(20, 'Spiega il motivo con almeno 20 caratteri.'),
  }),
})

export const steps = [notice, reason] as const
export type ReviewAnswers = AnswersOf<typeof steps>
