import 'server-only'
import { sql } from 'drizzle-orm'
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

/** The same for many messages at once, in one question. */
export const promiseDeliveries = (tx: Transaction, messageIds: string[]) =>
  tx.execute(sql`
    select count(graphile_worker.add_job('deliverMessage', json_build_object('messageId', id), job_key => 'deliver:' || id))
    from unnest(${sql.param(messageIds)}::uuid[]) id`)

export const withdrawDelivery = (tx: Transaction, messageId: string) => withdrawJob(tx, keyOf(messageId))
