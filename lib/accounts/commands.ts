import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { accesses, administrators, contributors, officers, officerUnits, sessions, users } from '@/db/schema'
import type { System } from '@/lib/auth/actor'
import { hashPin } from '@/lib/auth/pin'
import { initialPin } from '@/lib/auth/pin-rules'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { type OpenAccount, openAccountSchema } from './schema'

/** Days in which an initial PIN must be replaced (ASVS 6.4.1). */
const initialPinDays = 30

/**
 * Opens a person's way in, or gives a new initial PIN to who lost theirs, with what they are to do in the portal.
 * @returns the initial PIN of 16 characters: shown once, kept by nobody, good for one sign-in that must choose another
 */
export async function openAccount(actor: System, wanted: OpenAccount) {
  const { codiceFiscale, firstName, lastName, pinLevel, ...roles } = openAccountSchema.parse(wanted)
  const pin = initialPin(randomBytes)
  const pinHash = await hashPin(pin)
  const account = await change(actor, 'account.opened', async (tx) => {
    const fresh = {
      pinHash,
      pinLevel,
      pinChosenAt: null,
      initialPinExpiresAt: sql`now() + make_interval(days => ${initialPinDays})`,
    }
    const [user] = await tx
      .insert(users)
      .values({ codiceFiscale, firstName, lastName, ...fresh })
      .onConflictDoUpdate({ target: users.codiceFiscale, set: fresh })
      .returning({ id: users.id })
    // Who lost a PIN may have lost it to somebody.
    await tx
      .update(sessions)
      .set({ endedAt: sql`now()` })
      .where(and(eq(sessions.userId, user!.id), isNull(sessions.endedAt)))
    await giveRoles(tx, user!.id, roles)
    return user!
  })
  return { id: account.id, initialPin: pin }
}

type Roles = Omit<ReturnType<typeof openAccountSchema.parse>, 'codiceFiscale' | 'firstName' | 'lastName' | 'pinLevel'>

async function giveRoles(tx: Transaction, userId: string, { represents, desk, administers }: Roles) {
  const today = romeDate(new Date())
  if (represents) {
    const [contributor] = await tx
      .insert(contributors)
      .values(represents)
      .onConflictDoUpdate({ target: contributors.codiceFiscale, set: { denomination: represents.denomination } })
      .returning({ id: contributors.id })
    await tx
      .insert(accesses)
      .values({ userId, contributorId: contributor!.id, title: 'legal_representative', validFrom: new Date() })
  }
  if (desk) {
    const { officeCode, role, unitCodes } = desk
    await tx
      .insert(officers)
      .values({ userId, officeCode, role, validFrom: today })
      .onConflictDoUpdate({ target: officers.userId, set: { officeCode, role, validTo: null } })
    await tx.delete(officerUnits).where(eq(officerUnits.officerId, userId))
    await tx.insert(officerUnits).values([...new Set(unitCodes)].map((unitCode) => ({ officerId: userId, unitCode })))
  }
  if (administers) await tx.insert(administrators).values({ userId }).onConflictDoNothing()
}
