import 'server-only'
import type * as z from 'zod'
import { formatAmount } from '@/lib/format'
import { Invalid } from '@/lib/refusal'
import { fieldOf } from '../../fields'
import type { Effect } from '../../kind'
import { decisionStep } from './decision'
import { totalOf } from './figures'
import type { OrderAnswers } from './steps'

const wrong = (question: string, message: string) => new Invalid({ [fieldOf(decisionStep.id, question)]: [message] })

/** Changes nothing elsewhere: avvisi are not in the portal. The provision is heeded to be what the outcome says. */
export const effect: Effect<OrderAnswers> = async (_actor, _tx, { answers, decided, outcome }) => {
  const { kind, annulled } = decided as z.output<typeof decisionStep.schema>
  const total = totalOf(answers.importi)
  if (annulled && annulled >= total)
    throw wrong('annulled', `L’avviso è di ${formatAmount(total)}: per annullarlo tutto scegli l’annullamento intero.`)
  const less = kind === 'parziale' || (kind === 'sospensione' && answers.motivo.asked === 'annullamento')
  if (less && outcome === 'granted')
    throw wrong('kind', 'È meno di quello che è stato chiesto: scegli l’esito «Parzialmente accolta».')
  if (!less && outcome === 'partly_granted')
    throw wrong('kind', 'È tutto quello che è stato chiesto: scegli l’esito «Accolta».')
  return []
}
