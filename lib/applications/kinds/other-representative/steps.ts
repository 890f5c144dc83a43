import * as z from 'zod'
import { romeDate } from '@/lib/calendar/working-days'
import { isPersonCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { type AnswersOf, step } from '../../kind'

const name = (missing: string) =>
  z
    .string()
    .max(60, 'Scrivi al massimo 60 caratteri.')
    .regex(/\p{L}/u, missing)
    .regex(/^[^\d<>@]*$/, 'Nei nomi non ci sono cifre né simboli.')

const person = step({
  id: 'persona',
  title: 'Chi è la persona',
  lead: 'È la persona che potrà fare tutto quello che fa il legale rappresentante. Non puoi indicare te stesso.',
  since: 1,
  questions: [
    {
      name: 'codiceFiscale',
      kind: 'codiceFiscale',
      label: 'Codice fiscale della persona',
      hint: 'I 16 caratteri della tessera sanitaria.',
      required: true,
    },
    { name: 'firstName', kind: 'text', label: 'Nome', required: true },
    { name: 'lastName', kind: 'text', label: 'Cognome', required: true },
  ],
  schema: z.object({
    codiceFiscale: z
      .string()
      .refine(isPersonCodiceFiscale, 'Qui serve il codice fiscale di una persona, con 16 caratteri.'),
    firstName: name('Scrivi il nome.'),
    lastName: name('Scrivi il cognome.'),
  }),
})

const appointment = step({
  id: 'incarico',
  title: 'L’incarico',
  since: 1,
  questions: [
    {
      name: 'startsOn',
      kind: 'date',
      label: 'Dal',
      hint: 'Come gg/mm/aaaa. Potrà comunque operare solo dopo aver accettato.',
      required: true,
    },
    {
      name: 'endsOn',
      kind: 'date',
      label: 'Al',
      hint: 'L’ultimo giorno. Se lo lasci vuoto vale finché non togli l’abilitazione.',
      required: false,
    },
    {
      name: 'basis',
      kind: 'choice',
      label: 'Perché può agire per il committente',
      required: true,
      options: [
        { value: 'dipendente', label: 'È un dipendente a cui sono affidati i rapporti con l’Istituto' },
        { value: 'procura', label: 'Ha una procura' },
      ],
    },
    {
      name: 'powers',
      kind: 'prose',
      label: 'Poteri',
      hint: 'Che cosa può fare e da quale atto risulta. Per una procura: data e notaio.',
      required: true,
    },
    {
      name: 'informed',
      kind: 'box',
      label: 'La persona sa che la indico e che dovrà accettare entrando nel portale',
      required: true,
    },
  ],
  schema: z
    .object({
      startsOn: z.string(),
      endsOn: z.string().optional(),
      basis: z.enum(['dipendente', 'procura']),
      powers: z.string().min(10, 'Descrivi i poteri (almeno 10 caratteri).'),
      informed: z.literal('on'),
    })
    .superRefine(({ startsOn, endsOn }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (startsOn < romeDate(new Date())) refuse('startsOn', 'Il primo giorno non può essere già passato.')
      if (endsOn && endsOn < startsOn) refuse('endsOn', 'L’ultimo giorno non può venire prima del primo.')
    }),
})

export const steps = [person, appointment] as const

export type AppointmentAnswers = AnswersOf<typeof steps>
