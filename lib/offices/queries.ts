import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/read'
import { offices, units } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'

/** Every office and every unit: where a request may be transferred. */
export async function listDestinations(_actor: Officer) {
  const [everyOffice, everyUnit] = await Promise.all([
    db.select({ code: offices.code, name: offices.name }).from(offices).orderBy(asc(offices.name)),
    db.select({ code: units.code, name: units.name }).from(units).orderBy(asc(units.name)),
  ])
  return { offices: everyOffice, units: everyUnit }
}

/** The officer's own office, by name. */
export async function findOwnOffice(actor: Officer) {
  const [office] = await db
    .select({ code: offices.code, name: offices.name })
    .from(offices)
    .where(eq(offices.code, actor.officeCode))
  return office!
}
