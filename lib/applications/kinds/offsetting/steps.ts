import * as z from 'zod'
import type { Question } from '@/db/question'
import { formatAmount } from '@/lib/format'
import { step } from '../../kind'
import { causaleOptions, causaleSchema } from '../../causale'

const month: Question = { name: 'month', kind: 'month', label: 'Mese', hint: 'Come 03/2024.', required: true }
const causale: Question = {
  name: 'causale',
  kind: 'choice',
  label: 'Causale',
  required: true,
  options: causaleOptions,
}
const cents = z.number().int().positive()
const creditSchema = z.object({
  month: z.string(),
  causale: causaleSchema,
  paid: cents,
  due: cents.default(0),
  excess: cents,
})
const debitSchema = z.object({ month: z.string(), causale: causaleSchema, amount: cents })
export type Credit = z.output<typeof creditSchema>
export type Debit = z.output<typeof debitSchema>

/** The places of rows about a month and causale that an earlier row is already about. */
const repeated = (rows: readonly { month: string; causale: string }[]) =>
  rows.flatMap((row, place) =>
    rows.findIndex(({ month, causale }) => month === row.month && causale === row.causale) < place ? [place] : [],
  )
const twice = 'Questo mese con questa causale c’è già: somma gli importi in una riga sola.'

export const steps = [
  step({
    id: 'crediti',
    title: 'Mesi a credito',
    lead: 'I mesi in cui hai versato più del dovuto: una riga per ogni mese e causale.',
    since: 1,
    questions: [],
    table: {
      name: 'credits',
      legend: 'Mesi a credito',
      row: 'Mese a credito',
      least: 1,
      most: 120,
      columns: [
        month,
        causale,
        { name: 'paid', kind: 'amount', label: 'Versato', required: true },
        {
          name: 'due',
          kind: 'amount',
          label: 'Dovuto',
          hint: 'Lascia vuoto se per quel mese non dovevi nulla.',
          required: false,
        },
        { name: 'excess', kind: 'amount', label: 'In più', hint: 'Il versato meno il dovuto.', required: true },
      ],
    },
    schema: z.object({ credits: z.array(creditSchema) }).superRefine(({ credits }, context) => {
      const complain = (place: number, column: keyof Credit, message: string) =>
        context.addIssue({ code: 'custom', path: ['credits', place, column], message })
      repeated(credits).forEach((place) => complain(place, 'month', twice))
      credits.forEach(({ paid, due, excess }, place) => {
        if (due >= paid) complain(place, 'paid', 'Qui non c’è credito: il versato deve essere più del dovuto.')
        else if (excess !== paid - due)
          complain(place, 'excess', `Il versato meno il dovuto fa ${formatAmount(paid - due)}: controlla gli importi.`)
      })
    }),
  }),
  step({
    id: 'debiti',
    title: 'Mesi da coprire',
    lead: 'I mesi a debito su cui usare il credito: una riga per ogni mese e causale.',
    since: 1,
    questions: [],
    table: {
      name: 'debits',
      legend: 'Mesi da coprire',
      row: 'Mese da coprire',
      least: 1,
      most: 120,
      columns: [
        month,
        causale,
        { name: 'amount', kind: 'amount', label: 'Ancora da versare', hint: 'I soli contributi.', required: true },
      ],
    },
    schema: z.object({ debits: z.array(debitSchema) }).superRefine(({ debits }, context) => {
      repeated(debits).forEach((place) =>
        context.addIssue({ code: 'custom', path: ['debits', place, 'month'], message: twice }),
      )
    }),
  }),
  step({
    id: 'motivi',
    title: 'Motivi',
    since: 1,
    questions: [
      {
        name: 'ground',
        kind: 'choice',
        label: 'Perché hai versato di più',
        required: true,
        options: [
          { value: 'mistake', label: 'Ho sbagliato l’importo del versamento' },
          { value: 'paid_twice', label: 'Ho versato due volte' },
          { value: 'corrected', label: 'Ho corretto le denunce UniEmens e il dovuto è diminuito' },
          { value: 'over_ceiling', label: 'Il collaboratore aveva superato il massimale dell’anno' },
          { value: 'other', label: 'Altro motivo' },
        ],
      },
      { name: 'explanation', kind: 'prose', label: 'Spiega che cosa è successo', required: true },
      {
        name: 'notElsewhere',
        kind: 'box',
        label: 'Queste somme non le ho già usate in un F24 né chieste a rimborso',
        required: true,
      },
    ],
    schema: z.object({
      ground: z.enum(['mistake', 'paid_twice', 'corrected', 'over_ceiling', 'other']),
      explanation: z.string(),
      notElsewhere: z.literal('on'),
    }),
  }),
] as const
