import 'server-only'
import { heedGranted } from '../../granted-amount'
import type { Effect } from '../../kind'
import { type Answers, askedCents } from './figures'

/** Changes nothing elsewhere: who pays is not the portal. No more is granted than was asked. */
export const effect: Effect<Answers> = async (_actor, _tx, granted) => {
  heedGranted(granted, askedCents(granted.answers))
  return []
}
