import * as z from 'zod'
import { addDays } from '@/lib/calendar/days'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { type AnswersOf, step } from '../../kind'

/** Days from the asking within which the first instalment is proposed: a plan that begins later is no help to either. */
const furthest = 60

const debt = z.object({
  number: z.string().max(60, 'Scrivi al massimo 60 caratteri.'),
  from: z.string(),
  to: z.string(),
  contributions: z.number().default(0),
  sanctions: z.number().default(0),
})

const debts = step({
  id: 'debiti',
  title: 'I debiti da pagare a rate',
  lead: 'Una riga per ogni comunicazione. Metti tutti i debiti verso la Gestione Separata: la rateazione si concede sull’intero.',
  since: 1,
  questions: [],
  table: {
    name: 'righe',
    legend: 'Debiti',
    row: 'Debito',
    columns: [
      {
        name: 'number',
        kind: 'text',
        label: 'Numero della comunicazione',
        hint: 'Il protocollo che leggi sulla comunicazione o sulla lettera.',
        required: true,
      },
      { name: 'from', kind: 'month', label: 'Dal mese', hint: 'Come mm/aaaa.', required: true },
      { name: 'to', kind: 'month', label: 'Al mese', required: true },
      { name: 'contributions', kind: 'amount', label: 'Contributi', required: false },
      { name: 'sanctions', kind: 'amount', label: 'Sanzioni civili', required: false },
    ],
    least: 1,
    most: 50,
  },
  schema: z.object({ righe: z.array(debt) }).superRefine(({ righe }, context) => {
    const refuse = (row: number, column: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['righe', row, column], message })
    const debtsSoFar = new Set<string>()
    for (const [row, { number, from, to, contributions, sanctions }] of righe.entries()) {
      if (to < from) refuse(row, 'to', 'L’ultimo mese viene prima del primo.')
      if (contributions + sanctions === 0) refuse(row, 'contributions', 'Scrivi i contributi o le sanzioni.')
      const same = [number.toUpperCase(), from, to].join(' ')
      if (debtsSoFar.has(same)) refuse(row, 'number', 'Questo debito è già in un’altra riga.')
      debtsSoFar.add(same)
    }
  }),
})

const plan = step({
  id: 'piano',
  title: 'Le rate',
  lead: 'Fino a un certo debito la legge dà al massimo 36 rate al mese, oltre ne dà 60: se ne chiedi troppe te lo diciamo qui.',
  since: 1,
  questions: [
    { name: 'instalments', kind: 'count', label: 'Numero di rate', hint: 'Una al mese.', required: true },
    {
      name: 'firstDueOn',
      kind: 'date',
      label: 'Quando puoi pagare la prima rata',
      hint: `Come gg/mm/aaaa, entro ${furthest} giorni da oggi. Le altre scadono lo stesso giorno dei mesi dopo.`,
      required: true,
    },
  ],
  schema: z.object({
    instalments: z.number().min(2, 'Le rate sono almeno 2.'),
    firstDueOn: z.string().superRefine((day, context) => {
      const today = romeDate(new Date())
      const last = addDays(today, furthest)
      if (day < today) context.addIssue({ code: 'custom', message: 'Il giorno è già passato.' })
      if (day > last)
        context.addIssue({ code: 'custom', message: `Scegli un giorno entro il ${formatItalianDate(last)}.` })
    }),
  }),
})

export const grounds = [
  { value: 'liquidita', label: 'Non ho abbastanza denaro disponibile in questo momento' },
  { value: 'crediti', label: 'Aspetto soldi da una pubblica amministrazione, che paga in ritardo' },
  { value: 'crisi', label: 'L’attività è in crisi, o si sta riorganizzando' },
  { value: 'calamita', label: 'C’è stata una calamità naturale' },
  { value: 'cumulo', label: 'Mi sono arrivate insieme più richieste di pagamento' },
  { value: 'eredita', label: 'È un debito che ho ereditato' },
  { value: 'altro', label: 'Un altro motivo' },
] as const

const difficulty = step({
  id: 'difficolta',
  title: 'La difficoltà a pagare',
  lead: 'La rateazione si concede a chi è in difficoltà per un periodo: oggettiva, cioè che si può provare, e temporanea.',
  since: 1,
  questions: [
    { name: 'ground', kind: 'choice', label: 'Motivo', required: true, options: grounds },
    {
      name: 'reason',
      kind: 'prose',
      label: 'Spiega la difficoltà',
      hint: 'Che cosa è successo, da quando, e perché pensi di poter pagare a rate.',
      required: true,
    },
    {
      name: 'temporary',
      kind: 'box',
      label: 'La difficoltà è temporanea: posso pagare le rate e, intanto, i contributi che scadono ogni mese',
      required: true,
    },
  ],
  schema: z.object({
    ground: z.string(),
    reason: z.string().min(20, 'Spiega la difficoltà con almeno 20 caratteri.'),
    temporary: z.literal('on'),
  }),
})

export const steps = [debts, plan, difficulty] as const
export type InstalmentsAnswers = AnswersOf<typeof steps>
