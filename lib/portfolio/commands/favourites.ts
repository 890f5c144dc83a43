import 'server-only'
import { and, eq } from 'drizzle-orm'
import { favourites } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change } from '@/lib/change'
import { findAccess } from '@/lib/contributors/queries'
import { Refusal } from '@/lib/refusal'

/**
 * Puts a contributor among the person's favourites, or takes it away. Done twice, it is done once.
 * @throws Refusal('not-found') when it is not (any more) one of theirs
 */
export function keepFavourite(actor: Portfolio, { contributorId, kept }: { contributorId: string; kept: boolean }) {
  return change(actor, 'favourite.kept', async (tx) => {
    if (!(await findAccess(actor, contributorId)))
      throw new Refusal('not-found', 'Non puoi più operare per questo contribuente.')
    const own = { userId: actor.id, contributorId }
    if (kept) await tx.insert(favourites).values(own).onConflictDoNothing()
    else
      await tx
        .delete(favourites)
        .where(and(eq(favourites.userId, actor.id), eq(favourites.contributorId, contributorId)))
    return { id: contributorId }
  })
}
