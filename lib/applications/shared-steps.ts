import * as z from 'zod'
import type { ContributorSide } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { type AnyKind, type Paper, step, type Step } from './kind'

export const papersStepId = 'allegati'

/** Which papers are attached, ticked by who sends them; the files themselves are the draft's. */
const papersStep = (papers: readonly Paper[]) =>
  step({
    id: papersStepId,
    title: 'Allegati',
    lead: 'Fino a tre file, di 3 MB al massimo ciascuno. Spunta che cosa hai allegato.',
    since: 1,
    questions: papers.map(({ name, label, required }) => ({ name, kind: 'box', label, required })),
    schema: z.record(z.string(), z.literal('on')),
  })

/** How the sender is reached: one of the two is mandatory (messaggio 6838/2015). */
export const reachStep = step({
  id: 'recapiti',
  title: 'Come ti rispondiamo',
  lead: 'Indica almeno l’e-mail o il numero di telefono.',
  since: 1,
  questions: [
    { name: 'email', kind: 'email', label: 'Indirizzo e-mail', required: false },
    { name: 'mobile', kind: 'phone', label: 'Numero di telefono', hint: 'Il cellulare, per gli SMS.', required: false },
    { name: 'notifyByEmail', kind: 'box', label: 'Desidero ricevere notifiche via e-mail', required: false },
    { name: 'notifyBySms', kind: 'box', label: 'Desidero ricevere notifiche via SMS', required: false },
  ],
  schema: z
    .object({
      email: z.string().optional(),
      mobile: z.string().optional(),
      notifyByEmail: z.string().optional(),
      notifyBySms: z.string().optional(),
    })
    .superRefine((typed, context) => {
      const complain = (field: keyof typeof typed, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (!typed.email && !typed.mobile)
        complain('email', 'Inserisci almeno un indirizzo e-mail o un numero di telefono.')
      if (typed.notifyByEmail && !typed.email)
        complain('notifyByEmail', 'Per ricevere notifiche via e-mail inserisci un indirizzo e-mail.')
      if (typed.notifyBySms && !typed.mobile)
        complain('notifyBySms', 'Per ricevere SMS inserisci un numero di cellulare.')
    }),
})

/** Whom a partial delegate writes about: only workers of their own delegation, which the command checks. */
const workersStep = step({
  id: 'collaboratori',
  title: 'Collaboratori',
  lead: 'La tua delega è parziale: indica i collaboratori della tua delega di cui si parla.',
  since: 1,
  questions: [{ name: 'workers', kind: 'codiciFiscali', label: 'Codici fiscali dei collaboratori', required: true }],
  schema: z.object({ workers: z.array(z.string()) }),
})

/** Every step that this person goes through, in order: the kind's own, then those that all kinds have. */
export const stepsOf = (kind: AnyKind, actor: Pick<ContributorSide, 'title'>): Step[] => [
  ...kind.steps,
  ...(rightsOf[actor.title].partial ? [workersStep] : []),
  reachStep,
  papersStep(kind.papers),
]
