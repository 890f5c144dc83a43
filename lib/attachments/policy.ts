import { or, sql, type SQL } from 'drizzle-orm'
import { attachments, drafts, requests } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { visibleDrafts } from '@/lib/drafts/policy'
import { visibleRequests } from '@/lib/requests/policy'

/** An attachment is seen with the request it was sent in, or with one's own draft while it was not. */
export const visibleAttachments = (actor: ContributorSide | Officer): SQL =>
  or(
    sql`${attachments.requestId} in (select ${requests.id} from ${requests} where ${visibleRequests(actor)})`,
    sql`${attachments.draftId} in (select ${drafts.id} from ${drafts} where ${visibleDrafts(actor)})`,
  )!
