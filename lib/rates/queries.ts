import 'server-only'
import { asc } from 'drizzle-orm'
import { db } from '@/db/read'
import { rates } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import type { Rates } from './values'

/** Every value set from a day on, oldest first. The same for everybody. */
export async function listRates(_actor: ContributorSide | Officer): Promise<Rates> {
  return db
    .select({ code: rates.code, validFrom: rates.validFrom, value: rates.value, source: rates.source })
    .from(rates)
    .orderBy(asc(rates.code), asc(rates.validFrom))
}
