import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { bulkRequests, drafts } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'

/** What somebody sends to many is their own until each request is its contributor's. */
export const ownBulks = (actor: Portfolio): SQL => eq(bulkRequests.authorId, actor.id)

/**
 * The draft of a bulk request: it has the bulk's own id, and stands in the name of one of the contributors chosen, so that it
 * is kept as every other. An entry of no thread: it is in nobody's «Bozze», and cannot be sent by itself.
 */
export const ownBulkDrafts = (actor: Portfolio): SQL =>
  and(eq(drafts.authorId, actor.id), eq(drafts.kind, 'entry'), isNull(drafts.requestId))!
