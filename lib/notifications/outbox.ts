import 'server-only'
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { outgoingMessages } from '@/db/schema'
import type { DeliveryStatus, NotificationChannel } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import { codeMinutes } from '@/lib/contacts/code'
import { env } from '@/lib/env'
import { log } from '@/lib/logging/log'
import type { Carrier, HandOver, Letter } from './carrier'
import { promiseDelivery, withdrawDelivery } from './delivery-job'
import { departure, mostAttempts, nextAttempt } from './departure'
import { mailer } from './mailer'
import { sms } from './sms'

const carriers: Record<NotificationChannel, Carrier> = { email: mailer, sms }

/** How long a hand-over may take before it counts as abandoned: longer than every carrier's deadline. Milliseconds. */
const lease = 60_000
/** Providers remember a key for a day: later than this nothing is handed over a second time. Milliseconds. */
const keyLife = 24 * 3_600_000
/** How old a message still on its way must be before its delivery is promised anew. Milliseconds. */
const overdue = 10 * 60_000

type Message = typeof outgoingMessages.$inferSelect
type Claimed = Letter & Pick<Message, 'channel' | 'change'> & { attempt: number }
type DeliverOptions = { abandonedAttempt?: number; at?: Date }

/**
 * Hands a message over, once. The claim is committed before the hand-over and the outcome after it, so that a worker may
 * die at any moment: the claim also promises a job that finds, after a minute, whether this attempt was abandoned.
 * An abandoned attempt is made again under the same key; with a carrier that honours none it becomes `uncertain`, is
 * shown as such and never sent twice. A failed one is tried again by the table in `departure.ts`, then `undelivered`.
 * @param abandonedAttempt the number of the attempt that this call may take over, if it is still being handed over
 * @param at the moment of this attempt, from which the next one is counted
 */
export async function deliver(
  messageId: string,
  { abandonedAttempt, at = new Date() }: DeliverOptions = {},
): Promise<void> {
  const claimed = await claim(messageId, abandonedAttempt, at)
  if (claimed) await record(claimed, await carriers[claimed.channel].handOver(claimed), at)
}

/** Takes a message for one attempt. Nothing when it is not to be handed over now: settled, waiting, or in other hands. */
async function claim(id: string, abandonedAttempt: number | undefined, at: Date): Promise<Claimed | undefined> {
  return transaction(async (tx) => {
    const [message] = await tx.select().from(outgoingMessages).where(eq(outgoingMessages.id, id)).for('update')
    const abandoned = message?.status === 'handing_over' && message.attempts === abandonedAttempt
    if (!message || (message.status !== 'promised' && !abandoned)) return undefined

    const ending = endingOf(message, abandoned, at)
    if (ending) {
      const lastError = message.lastError ?? 'worker_lost'
      await tx
        .update(outgoingMessages)
        .set({ status: ending, lastError, ...withoutSecret(message, ending) })
        .where(eq(outgoingMessages.id, id))
      report(message, ending, lastError)
      return undefined
    }
    const leaves = departure(message.channel, at)
    if (leaves > at) {
      await promiseDelivery(tx, { messageId: id, ...(abandoned && { abandonedAttempt }) }, { runAt: leaves })
      return undefined
    }
    const attempt = message.attempts + 1
    const handingOver = { status: 'handing_over', attempts: attempt } as const
    await tx.update(outgoingMessages).set(handingOver).where(eq(outgoingMessages.id, id))
    const leaseEnds = new Date(at.getTime() + lease)
    await promiseDelivery(tx, { messageId: id, abandonedAttempt: attempt }, { runAt: leaseEnds })
    return { ...message, attempt }
  })
}

/** The status of a message that may not be handed over again; undefined when it may. */
function endingOf(message: Message, abandoned: boolean, at: Date): DeliveryStatus | undefined {
  if (abandoned && !carriers[message.channel].honoursKey) return 'uncertain'
  // A code that has expired opens nothing: it would only puzzle.
  if (carriesCode(message) && at.getTime() - message.createdAt.getTime() > codeMinutes * 60_000)
    return abandoned ? 'uncertain' : 'undelivered'
  const keyForgotten = message.attempts > 0 && at.getTime() - message.createdAt.getTime() > keyLife
  if (message.attempts < mostAttempts && !keyForgotten) return undefined
  return abandoned ? 'uncertain' : 'undelivered'
}

const carriesCode = ({ change }: Pick<Message, 'change'>) => change === 'contact.code_sent'

/**
 * A code is kept by nobody once its message is on its way no more. Only in the demonstration, where nobody carries
 * anything, does it stay to be read on the outbox page.
 */
const withoutSecret = (message: Pick<Message, 'change' | 'channel'>, status: DeliveryStatus) =>
  carriesCode(message) && status !== 'promised' && !(env.DEMO && carriers[message.channel].staysHere)
    ? { body: 'Il codice era in questo messaggio: il portale non lo conserva.' }
    : {}

/** Writes down how an attempt ended, unless a later one has begun: then that one's outcome counts. */
async function record(claimed: Claimed, outcome: HandOver, at: Date) {
  await transaction(async (tx) => {
    const next = nextAttempt(claimed.channel, claimed.attempt, at)
    const status = statusAfter(outcome, carriers[claimed.channel].honoursKey, next !== undefined)
    const awaiting: DeliveryStatus[] = status === 'handed_over' ? ['handing_over', 'uncertain'] : ['handing_over']
    const [message] = await tx
      .update(outgoingMessages)
      .set(
        outcome.kind === 'accepted'
          ? {
              status,
              providerId: outcome.providerId,
              lastError: null,
              handedOverAt: sql`now()`,
              ...withoutSecret(claimed, status),
            }
          : { status, lastError: outcome.code, ...withoutSecret(claimed, status) },
      )
      .where(
        and(
          eq(outgoingMessages.id, claimed.id),
          eq(outgoingMessages.attempts, claimed.attempt),
          inArray(outgoingMessages.status, awaiting),
        ),
      )
      .returning()
    if (!message) return
    if (status === 'promised' && next) await promiseDelivery(tx, { messageId: claimed.id }, { runAt: next })
    else await withdrawDelivery(tx, claimed.id)
    if (outcome.kind !== 'accepted') report(message, status, outcome.code)
  })
}

function statusAfter(outcome: HandOver, honoursKey: boolean, moreAttempts: boolean): DeliveryStatus {
  if (outcome.kind === 'accepted') return 'handed_over'
  if (outcome.kind === 'refused') return 'undelivered'
  if (outcome.kind === 'unknown' && !honoursKey) return 'uncertain'
  return moreAttempts ? 'promised' : 'undelivered'
}

function report({ id, attempts, channel }: Message, outcome: DeliveryStatus, code: string) {
  log('warn', 'message.not_handed_over', { messageId: id, attempt: attempts, channel, outcome, code })
}

/**
 * Promises anew the delivery of messages that are still on their way after ten minutes: the job of a worker that was
 * killed stays locked for hours. A delivery that is merely waiting for its moment keeps it.
 */
export async function resumeDeliveries(at = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const underWay = await tx
      .select({ id: outgoingMessages.id, status: outgoingMessages.status, attempts: outgoingMessages.attempts })
      .from(outgoingMessages)
      .where(
        and(
          inArray(outgoingMessages.status, ['promised', 'handing_over']),
          gt(outgoingMessages.createdAt, new Date(at.getTime() - 2 * keyLife)),
          lt(outgoingMessages.createdAt, new Date(at.getTime() - overdue)),
        ),
      )
    for (const { id, status, attempts } of underWay) {
      const delivery = { messageId: id, ...(status === 'handing_over' && { abandonedAttempt: attempts }) }
      await promiseDelivery(tx, delivery, { keepMoment: true })
    }
  })
}
