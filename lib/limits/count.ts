import 'server-only'
import { eq, isNull, lte, or, sql } from 'drizzle-orm'
import { limits } from '@/db/schema'
import { transaction, type Transaction } from '@/db/write'
import type { Allowance } from '@/lib/env'
import { Refusal } from '@/lib/refusal'

/** Counts one try in the window of `allowance`, atomically, and gives whether it was within. */
export async function isWithin(tx: Transaction, key: string, { count, seconds }: Allowance) {
  const stale = sql`${limits.countedSince} <= now() - make_interval(secs => ${seconds})`
  const [row] = await tx
    .insert(limits)
    .values({ key, count: 1, countedSince: sql`now()` })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`case when ${stale} then 1 else ${limits.count} + 1 end`,
        countedSince: sql`case when ${stale} then now() else ${limits.countedSince} end`,
      },
    })
    .returning({ count: limits.count })
  return row!.count <= count
}

/**
 * Counts one try inside a change: what rolls back was not tried.
 * @throws Refusal('too-many') past the allowance.
 */
export async function spend(tx: Transaction, key: string, allowance: Allowance, message: string) {
  if (!(await isWithin(tx, key, allowance))) throw new Refusal('too-many', message)
}

/** Counts one try that stays counted whatever happens next, and gives whether it was within. */
export const spendAnyway = (key: string, allowance: Allowance) => transaction((tx) => isWithin(tx, key, allowance))

const quietMinutes = 15

/**
 * Counts one sign-in attempt on an account before anything is hashed (security.md §6): from the fifth failure on, a
 * pause of 2ⁿ seconds; at the tenth, fifteen minutes. Parallel attempts queue on the row, so none slips by.
 * Gives whether this attempt may go on. A quarter of an hour without attempts forgets them all.
 */
export async function spendAttempt(key: string) {
  const attempts = sql`case when ${limits.countedSince} <= now() - make_interval(mins => ${quietMinutes}) then 1 else ${limits.count} + 1 end`
  const rows = await transaction((tx) =>
    tx
      .insert(limits)
      .values({ key, count: 1, countedSince: sql`now()` })
      .onConflictDoUpdate({
        target: limits.key,
        set: {
          count: attempts,
          countedSince: sql`now()`,
          blockedUntil: sql`case when ${attempts} >= 10 then now() + make_interval(mins => ${quietMinutes})
            when ${attempts} >= 5 then now() + make_interval(secs => power(2, ${attempts} - 5)) end`,
        },
        setWhere: or(isNull(limits.blockedUntil), lte(limits.blockedUntil, sql`now()`))!,
      })
      .returning({ count: limits.count }),
  )
  return rows.length === 1
}

/** A right PIN forgets the wrong ones. */
export const forgiveAttempts = (tx: Transaction, key: string) => tx.delete(limits).where(eq(limits.key, key))

/** The same, where no change goes with it. */
export const forgiveAtOnce = (key: string) => transaction((tx) => forgiveAttempts(tx, key))
