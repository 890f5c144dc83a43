import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { accesses, auditEvents } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { toldChanges } from './kinds'

/** Who may see a contributor, and who did what, is told to those who decide it: its representatives (domain.md §3.9). */
const toRepresentatives = ({ title }: ContributorSide) => (rightsOf[title].delegates ? undefined : sql`false`)

/** Whose rights over the contributor this actor is told of. */
export const visibleAccesses = (actor: ContributorSide): SQL =>
  and(eq(accesses.contributorId, actor.contributorId), toRepresentatives(actor))!

/** Which events of the record this actor is told of: of their contributor alone, and never what is private to a side. */
export const visibleActs = (actor: ContributorSide): SQL =>
  and(
    eq(auditEvents.contributorId, actor.contributorId),
    inArray(auditEvents.change, toldChanges),
    toRepresentatives(actor),
  )!
