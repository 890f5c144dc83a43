import 'server-only'
import { outgoingMessages } from '@/db/schema'
import type { Transaction } from '@/db/write'
import { promiseDeliveries } from './delivery-job'

type NewMessage = typeof outgoingMessages.$inferInsert

/** Rows of one statement: far from the most parameters that PostgreSQL takes. */
const atOnce = 1000

/** Promises messages and their deliveries inside a change; what was already told to an address is not told again. */
export async function post(tx: Transaction, messages: NewMessage[]) {
  for (let from = 0; from < messages.length; from += atOnce) {
    const promised = await tx
      .insert(outgoingMessages)
      .values(messages.slice(from, from + atOnce))
      .onConflictDoNothing()
      .returning({ id: outgoingMessages.id })
    if (promised.length > 0)
      await promiseDeliveries(
        tx,
        promised.map(({ id }) => id),
      )
  }
}
