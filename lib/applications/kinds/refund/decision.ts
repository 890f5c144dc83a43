import { grantedAmountStep, grantedCents } from '../../granted-amount'
import type { Decision } from '../../kind'
import { type Answers, askedCents, paymentFigures } from './figures'

/** All of the sum, or the part that the office writes: either way, an order of payment. */
export const decision: Decision<Answers> = {
  step: grantedAmountStep('Quanto si rimborsa', 'Importo da rimborsare'),
  onlyInPart: true,
  begin: () => ({}),
  figures: (answers, decided) => paymentFigures(answers, grantedCents(decided, askedCents(answers))),
}
