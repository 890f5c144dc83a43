import { grantedAmountStep, grantedCents } from '../../granted-amount'
import type { Decision } from '../../kind'
import { type Answers, grantedFigures, totalsOf } from './figures'

/** All that the credit can cover, or the part that the office writes. */
export const decision: Decision<Answers> = {
  step: grantedAmountStep('Quanto si compensa', 'Somma da compensare'),
  onlyInPart: true,
  begin: () => ({}),
  figures: (answers, decided) => grantedFigures(answers, grantedCents(decided, totalsOf(answers).offsetCents)),
}
