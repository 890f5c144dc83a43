import { or, sql, type SQL } from 'drizzle-orm'
import { attachments, drafts, refusalProposals, requests } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { visibleDrafts } from '@/lib/drafts/policy'
import { visibleRequests } from '@/lib/requests/policy'

/**
 * An attachment is seen with the request it was sent in, or with one's own draft while it was not. Those of a
 * refusal that waits for a colleague are seen by the office of its istanza. Asked of each attachment by itself: `in` would
 * gather every request of the actor first.
 */
export const visibleAttachments = (actor: ContributorSide | Officer): SQL =>
  or(
    sql`exists (select from ${requests} where ${requests.id} = ${attachments.requestId} and ${visibleRequests(actor)})`,
    sql`exists (select from ${drafts} where ${drafts.id} = ${attachments.draftId} and ${visibleDrafts(actor)})`,
    actor.kind === 'officer' ? proposed(actor) : undefined,
  )!

const proposed = (actor: Officer) =>
  sql`exists (select from ${refusalProposals} inner join ${requests} on ${requests.id} = ${refusalProposals.requestId} where ${refusalProposals.id} = ${attachments.draftId} and ${refusalProposals.answer} is null and ${visibleRequests(actor)})`
