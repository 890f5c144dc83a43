import * as z from 'zod'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatMonth } from '@/lib/calendar/month'
import { romeDate } from '@/lib/calendar/working-days'
import { contributionTerm } from '@/lib/rates/terms'
import { type AnswersOf, step } from '../../kind'

/**
 * Why less is due: art. 116 c. 8 L. 388/2000 as of DL 19/2024 art. 30 (the first two), c. 15 (the others, down to the legal
 * interest; circ. INPS 110/2001).
 */
export const grounds = [
  { value: 'centoventi', label: 'Ho pagato di mia iniziativa, in una volta, entro 120 giorni dalla scadenza' },
  {
    value: 'trenta',
    label: 'Ho pagato entro 30 giorni da quando mi è arrivata la richiesta (o ho chiesto le rate e pagato la prima)',
  },
  {
    value: 'incertezza',
    label: 'Non era chiaro se i contributi erano dovuti: giudici o uffici decidevano in modo diverso',
  },
  { value: 'terzo', label: 'È colpa di un’altra persona, che ho denunciato alla Procura' },
  { value: 'crisi', label: 'Azienda in crisi o in ristrutturazione, riconosciuta dall’autorità' },
  { value: 'procedura', label: 'C’è una procedura concorsuale' },
  { value: 'ente', label: 'Ente senza fini di lucro che aspettava un finanziamento pubblico' },
] as const
const groundValues = grounds.map(({ value }) => value)

const ground = step({
  id: 'motivo',
  title: 'Perché chiedi la riduzione',
  lead: 'La legge riduce le sanzioni solo in questi casi, e solo se i contributi sono pagati per intero.',
  since: 1,
  questions: [
    { name: 'ground', kind: 'choice', label: 'Motivo', required: true, options: grounds },
    {
      name: 'notifiedOn',
      kind: 'date',
      label: 'Quando ti è arrivata la richiesta',
      hint: 'Solo se hai pagato entro 30 giorni. Come gg/mm/aaaa.',
      required: false,
    },
    {
      name: 'rule',
      kind: 'choice',
      label: 'Quale sanzione ti è stata chiesta',
      hint: 'È nella tabella delle sanzioni, alla voce «norma».',
      required: true,
      options: [
        { value: 'a', label: 'Lettera a: contributi denunciati e non pagati in tempo (omissione)' },
        { value: 'b', label: 'Lettera b: contributi non denunciati (evasione)' },
      ],
    },
    {
      name: 'reason',
      kind: 'prose',
      label: 'Spiega il motivo',
      hint: 'Date, atti e numeri: quello che la sede deve controllare.',
      required: true,
    },
  ],
  schema: z
    .object({
      ground: z.enum(groundValues),
      notifiedOn: z.string().optional(),
      rule: z.enum(['a', 'b']),
      reason: z.string().min(20, 'Spiega il motivo con almeno 20 caratteri.'),
    })
    .superRefine(({ ground: chosen, notifiedOn, rule }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (chosen === 'trenta' && !notifiedOn) refuse('notifiedOn', 'Scrivi quando ti è arrivata la richiesta.')
      if (notifiedOn && notifiedOn > romeDate(new Date())) refuse('notifiedOn', 'Il giorno non può essere nel futuro.')
      if (chosen === 'centoventi' && rule === 'b')
        refuse('rule', 'I 120 giorni valgono per i contributi denunciati: per gli altri scegli un altro motivo.')
    }),
})

const month = z.object({ month: z.string(), contributions: z.number(), paidOn: z.string(), sanctions: z.number() })

const months = step({
  id: 'mesi',
  title: 'Mesi e sanzioni',
  lead: 'Una riga per ogni mese. I contributi devono essere già pagati.',
  since: 1,
  questions: [],
  table: {
    name: 'righe',
    legend: 'Sanzioni chieste',
    row: 'Mese',
    columns: [
      { name: 'month', kind: 'month', label: 'Mese', hint: 'Come mm/aaaa.', required: true },
      { name: 'contributions', kind: 'amount', label: 'Contributi pagati in ritardo', required: true },
      { name: 'paidOn', kind: 'date', label: 'Pagati il', hint: 'Come gg/mm/aaaa.', required: true },
      { name: 'sanctions', kind: 'amount', label: 'Sanzioni chieste', required: true },
    ],
    least: 1,
    most: 120,
  },
  schema: z.object({ righe: z.array(month) }).superRefine(({ righe }, context) => {
    const today = romeDate(new Date())
    for (const [row, { month, paidOn }] of righe.entries()) {
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['righe', row, 'paidOn'], message })
      const term = contributionTerm(month)
      if (paidOn > today) refuse('Il giorno del pagamento non può essere nel futuro.')
      else if (paidOn <= term)
        refuse(`I contributi di ${formatMonth(month)} scadevano il ${formatItalianDate(term)}: qui non c’è ritardo.`)
    }
  }),
})

export const steps = [ground, months] as const
export type ReductionAnswers = AnswersOf<typeof steps>
