import type { AnyKind } from '../kind'
import { f24Correction } from './f24-correction'
import { instalments } from './instalments'
import { noticeReview } from './notice-review'
import { offsetting } from './offsetting'
import { otherRepresentative } from './other-representative'
import { paymentOrder } from './payment-order'
import { position } from './position'
import { refund } from './refund'
import { sanctionsReduction } from './sanctions-reduction'

/** Every kind of istanza, in the order in which people read them: a new one is a folder here, and a line. */
export const kinds: readonly AnyKind[] = [
  offsetting,
  refund,
  instalments,
  sanctionsReduction,
  f24Correction,
  position,
  otherRepresentative,
  paymentOrder,
  noticeReview,
]

export const findKind = (code: string) => kinds.find((kind) => kind.code === code)
