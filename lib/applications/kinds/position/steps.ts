import * as z from 'zod'
import type { Question } from '@/db/question'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { type AnswersOf, step } from '../../kind'

/** The Gestione separata begins with April 1996 (art. 2 c. 26–30 L. 335/1995). */
const earliest = '1996-04-01'
/** Days ahead that a first or last day may be told. */
const ahead = 365

const choices = [
  { value: 'iscrizione', label: 'Iscrizione: comincio a essere committente' },
  { value: 'variazione', label: 'Variazione: nome, sede o primo giorno non sono più quelli che avete' },
  { value: 'cancellazione', label: 'Cancellazione: non sono più committente' },
] as const

/** What is written of a position, the same in what is asked and in what is decided. */
const values: readonly Question[] = [
  {
    name: 'denomination',
    kind: 'text',
    label: 'Denominazione',
    hint: 'Per l’iscrizione e per la variazione: come deve risultare.',
    required: false,
  },
  {
    name: 'address',
    kind: 'text',
    label: 'Indirizzo della sede',
    hint: 'Per l’iscrizione e per la variazione: via e numero.',
    required: false,
  },
  { name: 'cap', kind: 'text', label: 'CAP', required: false },
  { name: 'comune', kind: 'text', label: 'Comune', required: false },
  {
    name: 'firstDay',
    kind: 'date',
    label: 'Primo giorno come committente',
    hint: 'Per l’iscrizione, e per la variazione se quello che abbiamo è sbagliato. Come gg/mm/aaaa.',
    required: false,
  },
  {
    name: 'lastDay',
    kind: 'date',
    label: 'Ultimo giorno come committente',
    hint: 'Solo per la cancellazione. Come gg/mm/aaaa.',
    required: false,
  },
]

const day = z
  .string()
  .refine((typed) => typed >= earliest, 'La Gestione separata parte dal 01/04/1996: controlla il giorno.')
  .refine(
    (typed) => typed <= addDays(romeDate(new Date()), ahead),
    'Il giorno è troppo lontano: al massimo un anno da oggi.',
  )
  .optional()

const written = z.object({
  denomination: z.string().optional(),
  address: z.string().optional(),
  cap: z
    .string()
    .regex(/^\d{5}$/, 'Il CAP ha cinque cifre.')
    .optional(),
  comune: z.string().optional(),
  firstDay: day,
  lastDay: day,
})
type Written = z.output<typeof written>
type Name = keyof Written | 'reason'

const seat = ['address', 'cap', 'comune'] as const
const missing: Record<Name, string> = {
  denomination: 'Scrivi la denominazione.',
  address: 'Scrivi l’indirizzo: via e numero.',
  cap: 'Scrivi il CAP.',
  comune: 'Scrivi il comune.',
  firstDay: 'Scrivi il primo giorno come committente.',
  lastDay: 'Scrivi l’ultimo giorno come committente.',
  reason: 'Spiega in poche parole che cosa è cambiato (almeno 10 caratteri).',
}

function refuser(context: z.RefinementCtx) {
  const refuse = (name: Name, message = missing[name]) => context.addIssue({ code: 'custom', path: [name], message })
  return {
    refuse,
    /** A seat is whole, or is not told; days don't cross. */
    whole: (told: Written) => {
      if (seat.some((name) => told[name])) for (const name of seat) if (!told[name]) refuse(name)
      if (told.firstDay && told.lastDay && told.lastDay < told.firstDay)
        refuse('lastDay', 'L’ultimo giorno non può venire prima del primo.')
    },
  }
}

const needed: Record<(typeof choices)[number]['value'], Name[]> = {
  iscrizione: ['denomination', ...seat, 'firstDay'],
  variazione: ['reason'],
  cancellazione: ['lastDay', 'reason'],
}

const asked = written
  .extend({
    asked: z.enum(['iscrizione', 'variazione', 'cancellazione']),
    reason: z.string().min(10, missing.reason).optional(),
  })
  .superRefine((told, context) => {
    const { refuse, whole } = refuser(context)
    for (const name of needed[told.asked]) if (!told[name]) refuse(name)
    if (told.asked !== 'cancellazione' && told.lastDay)
      refuse('lastDay', 'L’ultimo giorno si scrive solo per la cancellazione: toglilo, o cambia la scelta.')
    if (told.asked === 'cancellazione') {
      if (told.firstDay) refuse('firstDay', 'Per la cancellazione basta l’ultimo giorno: togli il primo.')
      return
    }
    whole(told)
    if (told.asked === 'variazione' && !told.denomination && !told.address && !told.firstDay)
      refuse('denomination', 'Scrivi almeno un dato nuovo: denominazione, sede o primo giorno.')
  })

export const steps = [
  step({
    id: 'domanda',
    title: 'Che cosa chiedi',
    lead: 'Scegli, poi compila solo i dati che servono: accanto a ciascuno è scritto per che cosa.',
    since: 1,
    questions: [
      { name: 'asked', kind: 'choice', label: 'Chiedo', required: true, options: choices },
      ...values,
      {
        name: 'reason',
        kind: 'prose',
        label: 'Motivo',
        hint: 'Per la variazione e per la cancellazione: che cosa è cambiato, e da quando.',
        required: false,
      },
    ],
    schema: asked,
  }),
] as const

export type PositionAnswers = AnswersOf<typeof steps>

/** What the office writes in the position: it begins with what was asked. */
export const decisionStep = step({
  id: 'posizione',
  title: 'Dati da scrivere nella posizione',
  lead: 'Sono quelli chiesti: correggili se i documenti dicono altro. Quelli vuoti restano come sono.',
  since: 1,
  questions: values.map(({ hint: _, ...question }) => question),
  schema: written.superRefine((told, context) => {
    const { refuse, whole } = refuser(context)
    whole(told)
    if (Object.values(told).every((value) => value === undefined))
      refuse('denomination', 'Scrivi almeno un dato: se non c’è niente da cambiare, l’istanza non va accolta.')
  }),
})
export type DecidedPosition = z.output<typeof decisionStep.schema>
