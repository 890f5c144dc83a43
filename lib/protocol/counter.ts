import 'server-only'
import { sql } from 'drizzle-orm'
import { protocolCounters } from '@/db/schema'
import type { Transaction } from '@/db/write'
import { formatProtocollo } from '@/lib/identifiers/protocollo'

/**
 * The next numbers of this office in this year: no gaps, no repeats (DPR 445/2000 art. 53), because the row stays locked
 * until all that bears them is written or none of it is.
 * @param day ISO day of sending in Rome, even at 23:59
 * @param many how many are taken, one after the other
 */
export async function takeProtocolli(tx: Transaction, officeCode: string, day: string, many = 1) {
  const year = Number(day.slice(0, 4))
  const [counter] = await tx
    .insert(protocolCounters)
    .values({ officeCode, year, last: many })
    .onConflictDoUpdate({
      target: [protocolCounters.officeCode, protocolCounters.year],
      set: { last: sql`${protocolCounters.last} + ${many}` },
    })
    .returning({ last: protocolCounters.last })
  const first = counter!.last - many + 1
  return Array.from({ length: many }, (_, offset) => formatProtocollo({ officeCode, day, number: first + offset }))
}

/** The next one alone. */
export const takeProtocollo = async (tx: Transaction, officeCode: string, day: string) =>
  (await takeProtocolli(tx, officeCode, day))[0]!
