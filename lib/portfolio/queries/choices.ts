import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { chosenContributors } from '../policy'

/** The one contributor that a list is narrowed to; undefined when it is not among one's own. */
export async function findNarrowed(actor: Portfolio, contributorId: string) {
  const [found] = await db
    .select({ id: contributors.id, denomination: contributors.denomination })
    .from(contributors)
    .where(sql`${contributors.id} in (${chosenContributors(actor, { contributorId })})`)
  return found
}
