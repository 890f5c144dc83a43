import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { attachments, bulkRequestItems, bulkRequests, drafts } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { draftDays } from '@/lib/drafts/schema'
import { isAny } from '@/lib/portfolio/any'
import { titlesFor } from '@/lib/portfolio/commands/bulk-titles'
import { Refusal } from '@/lib/refusal'
import { ownBulkDrafts, ownBulks } from '../policy'

type Chosen = { bulkId: string; add?: string[]; remove?: string[] | 'all' }

export const beingSent = 'Questa richiesta è già partita: i contribuenti e il testo non si possono più cambiare.'

/**
 * For whom a request is: the first choice begins it, under the id made with its form, and each contributor is given at once the
 * id that its own request will have. Of those to add, only who one may write for is.
 * @throws Refusal('conflict') once it is being sent
 */
export async function chooseContributors(actor: Portfolio, { bulkId, add = [], remove = [] }: Chosen) {
  await change(actor, 'bulk_request.begun', async (tx) => {
    const [begun] = await tx
      .insert(bulkRequests)
      .values({ id: bulkId, authorId: actor.id, firmId: actor.firm?.id ?? null, content: {} })
      .onConflictDoNothing()
      .returning({ id: bulkRequests.id })
    await holdUnsent(actor, tx, bulkId)
    const titles = await titlesFor(actor, tx, add)
    const items = add.flatMap((contributorId) => {
      const acting = titles.get(contributorId)
      return acting && !rightsOf[acting.title].partial ? [{ bulkId, contributorId, requestId: v7() }] : []
    })
    // Before what is added: «all» are those that were there.
    if (remove === 'all' || remove.length > 0)
      await tx
        .delete(bulkRequestItems)
        .where(
          and(
            eq(bulkRequestItems.bulkId, bulkId),
            remove === 'all' ? undefined : isAny(bulkRequestItems.contributorId, remove),
          ),
        )
    if (items.length > 0)
      await tx
        .insert(bulkRequestItems)
        .select(
          sql`select ${bulkId}::uuid, contributor_id, request_id, null::timestamptz, null::text from unnest(${sql.param(items.map(({ contributorId }) => contributorId))}::uuid[], ${sql.param(items.map(({ requestId }) => requestId))}::uuid[]) as chosen (contributor_id, request_id)`,
        )
        .onConflictDoNothing()
    await hostDraft(actor, tx, bulkId)
    return begun
  })
}

async function holdUnsent(actor: Portfolio, tx: Transaction, bulkId: string) {
  const [bulk] = await tx
    .select({ content: bulkRequests.content })
    .from(bulkRequests)
    .where(and(ownBulks(actor), eq(bulkRequests.id, bulkId)))
    .for('update')
  if (!bulk) throw new Refusal('not-found', 'Questa richiesta non c’è più.')
  if (Object.keys(bulk.content).length > 0) throw new Refusal('conflict', beingSent)
}

/**
 * Keeps the draft in the name of a contributor chosen for whom the person may write now. Its version moves on: what somebody
 * looked at before the choice changed is not what would be sent.
 */
async function hostDraft(actor: Portfolio, tx: Transaction, bulkId: string) {
  const items = await tx
    .select({ contributorId: bulkRequestItems.contributorId })
    .from(bulkRequestItems)
    .where(eq(bulkRequestItems.bulkId, bulkId))
    .orderBy(asc(bulkRequestItems.requestId))
  const chosen = items.map(({ contributorId }) => contributorId)
  const titles = await titlesFor(actor, tx, chosen)
  const hosts = chosen.filter((contributorId) => titles.has(contributorId))
  const [draft] = await tx
    .select({ contributorId: drafts.contributorId })
    .from(drafts)
    .where(and(ownBulkDrafts(actor), eq(drafts.id, bulkId)))
    .for('update')
  const contributorId = draft && hosts.includes(draft.contributorId) ? draft.contributorId : hosts[0]
  if (!contributorId) return
  const expiresAt = sql`now() + make_interval(days => ${draftDays})`
  if (!draft) {
    const words = { kind: 'entry' as const, authorId: actor.id, contributorId, content: {}, version: 0, expiresAt }
    await tx.insert(drafts).values({ id: bulkId, ...words })
    return
  }
  await tx
    .update(drafts)
    .set({ contributorId, version: sql`${drafts.version} + 1`, expiresAt })
    .where(eq(drafts.id, bulkId))
  await tx.update(attachments).set({ contributorId }).where(eq(attachments.draftId, bulkId))
}
