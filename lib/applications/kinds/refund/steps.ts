import * as z from 'zod'
import { romeDate } from '@/lib/calendar/working-days'
import { formatAmount } from '@/lib/format'
import { covers } from '@/lib/rates/contributions'
import { bearers } from '@/lib/rates/reimbursement'
import { step } from '../../kind'

const cents = z.number().int().positive()
const workerSchema = z.object({
  worker: z.string(),
  year: z.number(),
  cover: z.enum(covers).optional(),
  fees: cents.optional(),
  used: cents.default(0),
  paid: cents,
  asked: cents,
})
export type WorkerYear = z.output<typeof workerSchema>
type Complain = (column: keyof WorkerYear, message: string) => void

const sumsSchema = z
  .object({ reason: z.enum(['undue', 'over_ceiling', 'paid_twice']), workers: z.array(workerSchema) })
  .superRefine(({ reason, workers }, context) => {
    const thisYear = Number(romeDate(new Date()).slice(0, 4))
    workers.forEach((row, place) => {
      const complain: Complain = (column, message) =>
        context.addIssue({ code: 'custom', path: ['workers', place, column], message })
      if (row.year > thisYear) complain('year', 'Questo anno non è ancora cominciato.')
      if (row.asked > row.paid)
        complain('asked', `Non puoi chiedere più di quanto hai versato: ${formatAmount(row.paid)}.`)
      if (workers.findIndex((other) => isSame(other, row)) < place)
        complain('year', 'Questo collaboratore con questo anno c’è già: somma gli importi in una riga sola.')
      if (reason === 'over_ceiling') heedCeiling(row, complain)
    })
  })

/** Within a year a worker may have begun to be insured elsewhere: two rates, two rows. */
const isSame = (a: WorkerYear, b: WorkerYear) => a.worker === b.worker && a.year === b.year && a.cover === b.cover

/** Without these nobody can say what goes over the ceiling. */
function heedCeiling({ cover, fees }: WorkerYear, complain: Complain) {
  if (!cover) complain('cover', 'Oltre il massimale l’aliquota serve: scegli quella con cui hai versato.')
  if (!fees) complain('fees', 'Oltre il massimale i compensi servono: scrivi quanto hai pagato nell’anno.')
}

export const steps = [
  step({
    id: 'somme',
    title: 'Somme e collaboratori',
    lead: 'Perché chiedi il rimborso, e per chi: una riga per ogni collaboratore e anno.',
    since: 1,
    questions: [
      {
        name: 'reason',
        kind: 'choice',
        label: 'Perché chiedi il rimborso',
        required: true,
        options: [
          { value: 'undue', label: 'Contributi che non erano dovuti' },
          { value: 'over_ceiling', label: 'Contributi oltre il massimale dell’anno' },
          { value: 'paid_twice', label: 'Lo stesso contributo versato due volte' },
        ],
      },
    ],
    table: {
      name: 'workers',
      legend: 'Collaboratori e anni',
      row: 'Collaboratore e anno',
      least: 1,
      most: 200,
      columns: [
        { name: 'worker', kind: 'codiceFiscale', label: 'Codice fiscale', required: true },
        { name: 'year', kind: 'year', label: 'Anno', hint: 'In cui hai pagato i compensi.', required: true },
        {
          name: 'cover',
          kind: 'choice',
          label: 'Aliquota',
          hint: 'Necessaria oltre il massimale.',
          required: false,
          options: [
            { value: 'with_dis_coll', label: 'Piena, con DIS-COLL' },
            { value: 'without_dis_coll', label: 'Piena, senza DIS-COLL' },
            { value: 'otherwise_insured', label: 'Pensionato o già assicurato altrove' },
          ],
        },
        {
          name: 'fees',
          kind: 'amount',
          label: 'Compensi pagati',
          hint: 'Nell’anno, da te. Lascia vuoto se non ne hai pagati.',
          required: false,
        },
        {
          name: 'used',
          kind: 'amount',
          label: 'Compensi da altri',
          hint: 'Oltre il massimale: i compensi già avuti da altri in quell’anno.',
          required: false,
        },
        { name: 'paid', kind: 'amount', label: 'Contributi versati', required: true },
        { name: 'asked', kind: 'amount', label: 'Importo chiesto', required: true },
      ],
    },
    schema: sumsSchema,
  }),
  step({
    id: 'motivi',
    title: 'Motivi',
    since: 1,
    questions: [
      {
        name: 'explanation',
        kind: 'prose',
        label: 'Spiega perché questi contributi non erano dovuti',
        hint: 'Se hai versato due volte, scrivi le date dei due F24.',
        required: true,
      },
    ],
    schema: z.object({ explanation: z.string() }),
  }),
  step({
    id: 'pagamento',
    title: 'Pagamento',
    lead: 'Dove accreditare il rimborso, e a chi spetta.',
    since: 1,
    questions: [
      { name: 'iban', kind: 'iban', label: 'IBAN', hint: '27 caratteri per i conti italiani.', required: true },
      { name: 'ownAccount', kind: 'box', label: 'Il conto è intestato al committente', required: true },
      {
        name: 'bearer',
        kind: 'choice',
        label: 'Chi ha sostenuto questi contributi',
        hint: 'Per casi diversi presenta istanze separate.',
        required: true,
        options: [
          { value: 'shared', label: 'Due terzi il committente, un terzo il collaboratore, come di regola' },
          {
            value: 'contributor',
            label: 'Tutto il committente: il terzo del collaboratore non è stato trattenuto o gli è già stato reso',
          },
          { value: 'worker', label: 'Tutto il collaboratore: gli è stato trattenuto l’intero contributo' },
        ],
      },
      {
        name: 'notElsewhere',
        kind: 'box',
        label: 'Queste somme non le ho già recuperate con un F24, una compensazione o un altro rimborso',
        required: true,
      },
    ],
    schema: z.object({
      iban: z.string(),
      ownAccount: z.literal('on'),
      bearer: z.enum(bearers),
      notElsewhere: z.literal('on'),
    }),
  }),
] as const
