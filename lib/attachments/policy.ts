import { or, sql, type SQL } from 'drizzle-orm'
import { attachments, drafts, requests } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { visibleDrafts } from '@/lib/drafts/policy'
import { visibleRequests } from '@/lib/requests/policy'

/**
 * An attachment is seen with the request it was sent in, or with one's own draft while it was not. Asked of each
 * attachment by itself: `in` would gather every request of the actor first.
 */
export const visibleAttachments = (actor: ContributorSide | Officer): SQL =>
  or(
    sql`exists (select from ${requests} where ${requests.id} = ${attachments.requestId} and ${visibleRequests(actor)})`,
    sql`exists (select from ${drafts} where ${drafts.id} = ${attachments.draftId} and ${visibleDrafts(actor)})`,
  )!
