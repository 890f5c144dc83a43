import * as z from 'zod'
import { romeDate } from '@/lib/calendar/working-days'
import { type AnswersOf, step } from '../../kind'

/** Avvisi di addebito exist since 1 January 2011 (art. 30 DL 78/2010). */
const earliest = '2011-01-01'

const order = step({
  id: 'avviso',
  title: 'L’avviso di addebito',
  lead: 'L’istanza non sospende i termini per il giudice né quello per pagare: corrono dal giorno della notifica.',
  since: 1,
  questions: [
    {
      name: 'number',
      kind: 'text',
      label: 'Numero dell’avviso',
      hint: 'È sulla prima pagina. Puoi lasciare gli spazi.',
      required: true,
    },
    {
      name: 'notifiedOn',
      kind: 'date',
      label: 'Giorno della notifica',
      hint: 'Il giorno in cui l’hai ricevuto, per PEC o per posta, come gg/mm/aaaa.',
      required: true,
    },
    {
      name: 'agent',
      kind: 'text',
      label: 'Agente della riscossione',
      hint: 'L’ufficio scritto nell’avviso, per esempio Agenzia delle entrate-Riscossione, Roma.',
      required: true,
    },
  ],
  schema: z.object({
    number: z
      .string()
      .transform((typed) => typed.replace(/[\s./-]/g, ''))
      .refine((digits) => /^\d{10,20}$/.test(digits), 'Il numero ha da 10 a 20 cifre: copialo com’è nell’avviso.'),
    notifiedOn: z
      .string()
      .refine((day) => day >= earliest, 'Gli avvisi di addebito esistono dal 01/01/2011: controlla il giorno.')
      .refine((day) => day <= romeDate(new Date()), 'Il giorno della notifica non può essere nel futuro.'),
    agent: z.string(),
  }),
})

const amounts = step({
  id: 'importi',
  title: 'Le somme',
  lead: 'Sono nel dettaglio dell’avviso. Lascia vuote le voci che non ci sono.',
  since: 1,
  questions: [
    { name: 'capital', kind: 'amount', label: 'Contributi', hint: 'Per esempio 1.234,56.', required: false },
    { name: 'sanctions', kind: 'amount', label: 'Sanzioni civili', required: false },
    { name: 'interest', kind: 'amount', label: 'Interessi', required: false },
  ],
  schema: z
    .object({
      capital: z.number().optional(),
      sanctions: z.number().optional(),
      interest: z.number().optional(),
    })
    .refine(({ capital, sanctions, interest }) => capital || sanctions || interest, {
      path: ['capital'],
      message: 'Scrivi almeno una delle somme.',
    }),
})

const ground = step({
  id: 'motivo',
  title: 'Che cosa chiedi e perché',
  since: 1,
  questions: [
    {
      name: 'asked',
      kind: 'choice',
      label: 'Chiedo',
      required: true,
      options: [
        { value: 'sospensione', label: 'La sospensione dell’avviso, finché la sede non ha verificato' },
        { value: 'annullamento', label: 'L’annullamento dell’avviso, tutto o in parte' },
      ],
    },
    {
      name: 'ground',
      kind: 'choice',
      label: 'Motivo',
      required: true,
      options: [
        { value: 'pagato', label: 'Avevo già pagato' },
        { value: 'rateazione', label: 'Ho già una rateazione per queste somme' },
        { value: 'importi', label: 'Le somme sono sbagliate' },
        { value: 'estraneo', label: 'Non ero il committente, o non c’erano collaboratori' },
        { value: 'prescrizione', label: 'È passato troppo tempo: le somme sono prescritte' },
        { value: 'giudice', label: 'Un giudice ha già deciso' },
        { value: 'notifica', label: 'La notifica o l’avviso hanno un difetto' },
        { value: 'altro', label: 'Un altro motivo' },
      ],
    },
    {
      name: 'reason',
      kind: 'prose',
      label: 'Spiega il motivo',
      hint: 'Mesi, date, importi: quello che la sede deve controllare.',
      required: true,
    },
    {
      name: 'opposition',
      kind: 'choice',
      label: 'C’è già un’opposizione davanti al giudice?',
      required: true,
      options: [
        { value: 'no', label: 'No' },
        { value: 'si', label: 'Sì' },
      ],
    },
    {
      name: 'court',
      kind: 'text',
      label: 'Tribunale e numero di ruolo',
      hint: 'Solo se c’è già un’opposizione.',
      required: false,
    },
    {
      name: 'understood',
      kind: 'box',
      label: 'Ho capito che questa istanza NON sospende i termini per fare opposizione né quello per pagare',
      required: true,
    },
  ],
  schema: z
    .object({
      asked: z.enum(['sospensione', 'annullamento']),
      ground: z.string(),
      reason: z.string().min(20, 'Spiega il motivo con almeno 20 caratteri.'),
      opposition: z.enum(['no', 'si']),
      court: z.string().optional(),
      understood: z.literal('on'),
    })
    .refine(({ opposition, court }) => opposition === 'no' || court, {
      path: ['court'],
      message: 'Scrivi davanti a quale tribunale, e il numero di ruolo.',
    }),
})

export const steps = [order, amounts, ground] as const

export type OrderAnswers = AnswersOf<typeof steps>
