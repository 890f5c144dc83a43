import * as z from 'zod'
import type { Question } from '@/db/question'
import { romeDate } from '@/lib/calendar/working-days'
import { causaleOptions, causaleSchema } from '../../causale'
import { step } from '../../kind'

/** Characters of the field «matricola INPS/codice INPS/filiale azienda» of an F24: five of the CAP, then the comune. */
const longestBranch = 17

const office = z.string().regex(/^\d{4}$/, 'Il codice sede ha 4 cifre, per esempio 5100.')
const writtenBranch = z.string().max(longestBranch, `In un F24 ci stanno al massimo ${longestBranch} caratteri.`)
const rightBranch = z
  .string()
  .transform((typed) => typed.toUpperCase())
  .refine(
    (branch) => branch.length <= longestBranch && /^\d{5} \p{Lu}[\p{Lu}' .’-]+$/u.test(branch),
    `Scrivi CAP e comune, per esempio 00142 ROMA: al massimo ${longestBranch} caratteri, poi fermati.`,
  )
const row = { office, month: z.string(), amount: z.number().int().positive() }
const paidSchema = z.object({ ...row, causale: z.string(), branch: writtenBranch })
export type F24Line = z.output<typeof paidSchema>

const officeColumn: Question = { name: 'office', kind: 'text', label: 'Codice sede', hint: '4 cifre.', required: true }
const monthColumn: Question = {
  name: 'month',
  kind: 'month',
  label: 'Periodo',
  hint: 'Il mese in cui hai pagato il compenso, come 03/2024.',
  required: true,
}
const amountColumn: Question = { name: 'amount', kind: 'amount', label: 'Importo', required: true }
const branchColumn: Question = {
  name: 'branch',
  kind: 'text',
  label: 'CAP e comune',
  hint: 'Per esempio 00142 ROMA.',
  required: true,
}

export const steps = [
  step({
    id: 'versato',
    title: 'Come è stato versato',
    lead: 'Copia dalla quietanza le righe da correggere, con gli errori. Un’istanza per ogni modello F24.',
    since: 1,
    questions: [
      {
        name: 'paidOn',
        kind: 'date',
        label: 'Data del versamento',
        hint: 'Quella di addebito, scritta sulla quietanza, come gg/mm/aaaa.',
        required: true,
      },
    ],
    table: {
      name: 'rows',
      legend: 'Righe dell’F24 come sono state versate',
      row: 'Riga dell’F24',
      least: 1,
      most: 40,
      columns: [
        officeColumn,
        { name: 'causale', kind: 'f24Causale', label: 'Causale', required: true },
        { ...branchColumn, hint: 'Così come è scritto nell’F24, anche se sbagliato.' },
        { ...monthColumn, hint: 'Il primo mese scritto nell’F24, come 03/2024.' },
        amountColumn,
      ],
    },
    schema: z.object({
      paidOn: z.string().refine((day) => day <= romeDate(new Date()), 'La data del versamento non è ancora arrivata.'),
      rows: z.array(paidSchema),
    }),
  }),
  step({
    id: 'corretto',
    title: 'Come deve risultare',
    lead: 'Scrivi le righe giuste. Il totale resta lo stesso: una riga si può dividere in più righe, o più righe unire.',
    since: 1,
    questions: [],
    table: {
      name: 'rows',
      legend: 'Righe dell’F24 come devono risultare',
      row: 'Riga giusta',
      least: 1,
      most: 40,
      columns: [
        officeColumn,
        { name: 'causale', kind: 'choice', label: 'Causale', required: true, options: causaleOptions },
        branchColumn,
        monthColumn,
        amountColumn,
      ],
    },
    schema: z.object({ rows: z.array(z.object({ ...row, causale: causaleSchema, branch: rightBranch })) }),
  }),
  step({
    id: 'motivi',
    title: 'Motivi',
    since: 1,
    questions: [
      {
        name: 'reason',
        kind: 'choice',
        label: 'Che cosa è sbagliato',
        required: true,
        options: [
          { value: 'causale', label: 'La causale' },
          { value: 'office', label: 'Il codice sede, il CAP o il comune' },
          { value: 'period', label: 'Il periodo' },
          { value: 'amounts', label: 'Gli importi divisi fra mesi o causali' },
          { value: 'several', label: 'Più di un dato' },
        ],
      },
      {
        name: 'explanation',
        kind: 'prose',
        label: 'Spiega che cosa è successo',
        hint: 'Se una riga va da un mese a un altro, scrivi qui l’ultimo mese.',
        required: true,
      },
    ],
    schema: z.object({
      reason: z.enum(['causale', 'office', 'period', 'amounts', 'several']),
      explanation: z.string(),
    }),
  }),
] as const
