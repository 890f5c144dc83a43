import 'server-only'
import { heedGranted } from '../../granted-amount'
import type { Effect } from '../../kind'
import { type Answers, totalsOf } from './figures'

/** Changes nothing elsewhere: accounts are not the portal's. No more is granted than the credit has, nor than is to be covered. */
export const effect: Effect<Answers> = async (_actor, _tx, granted) => {
  heedGranted(granted, totalsOf(granted.answers).offsetCents)
  return []
}
