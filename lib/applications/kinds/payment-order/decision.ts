import * as z from 'zod'
import { step } from '../../kind'

const kinds = ['sospensione', 'annullamento', 'parziale'] as const

/** Which provision is taken on an avviso. */
export const decisionStep = step({
  id: 'provvedimento',
  title: 'Il provvedimento',
  since: 1,
  questions: [
    {
      name: 'kind',
      kind: 'choice',
      label: 'Che cosa si dispone',
      required: true,
      options: [
        { value: 'sospensione', label: 'Sospensione dell’avviso' },
        { value: 'annullamento', label: 'Annullamento di tutto l’avviso' },
        { value: 'parziale', label: 'Annullamento di una parte' },
      ],
    },
    {
      name: 'until',
      kind: 'date',
      label: 'Sospeso fino al',
      hint: 'Solo per la sospensione. Vuoto: fino a un nuovo provvedimento.',
      required: false,
    },
    {
      name: 'annulled',
      kind: 'amount',
      label: 'Somma annullata',
      hint: 'Solo per l’annullamento di una parte.',
      required: false,
    },
  ],
  schema: z
    .object({ kind: z.enum(kinds), until: z.string().optional(), annulled: z.number().optional() })
    .superRefine(({ kind, until, annulled }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (kind !== 'sospensione' && until) refuse('until', 'Il giorno si scrive solo per la sospensione.')
      if (kind === 'parziale' && !annulled) refuse('annulled', 'Scrivi quale somma si annulla.')
      if (kind !== 'parziale' && annulled)
        refuse('annulled', 'La somma si scrive solo per l’annullamento di una parte.')
    }),
})
