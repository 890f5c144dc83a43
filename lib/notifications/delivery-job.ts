import 'server-only'
import type { Transaction } from '@/db/write'
import { promiseJob, withdrawJob } from '@/lib/jobs/promise'
import type { TaskPayloads } from '@/lib/jobs/tasks'

type Delivery = TaskPayloads['deliverMessage']

const keyOf = (messageId: string) => `deliver:${messageId}`

/** One waiting delivery for each message: the latest promise says when and why. */
export const promiseDelivery = (
  tx: Transaction,
  delivery: Delivery,
  when: { runAt?: Date; keepMoment?: boolean } = {},
) => promiseJob(tx, 'deliverMessage', delivery, { ...when, key: keyOf(delivery.messageId) })

export const withdrawDelivery = (tx: Transaction, messageId: string) => withdrawJob(tx, keyOf(messageId))
