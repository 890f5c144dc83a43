import 'server-only'
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { attachments, bulkRequestItems, bulkRequests, contributors, drafts, requests } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { ownBulkDrafts, ownBulks } from '../policy'

/** A request for many contributors, as it stands: what is typed so far, or what is being sent and can no longer change. */
export async function findBulk(actor: Portfolio, id: string) {
  const [bulk] = await db
    .select({
      id: bulkRequests.id,
      sealed: sql<boolean>`${bulkRequests.content} <> '{}'::jsonb`,
      sealedContent: bulkRequests.content,
      chosen: sql<number>`(select count(*)::int from ${bulkRequestItems} where ${bulkRequestItems.bulkId} = ${bulkRequests.id})`,
      hostId: drafts.contributorId,
      typed: drafts.content,
      version: drafts.version,
      updatedAt: drafts.updatedAt,
    })
    .from(bulkRequests)
    .leftJoin(drafts, and(eq(drafts.id, bulkRequests.id), ownBulkDrafts(actor)))
    .where(and(ownBulks(actor), eq(bulkRequests.id, id)))
  return bulk
}

/** The contributors chosen, each with what became of its request. */
export function listBulkItems(actor: Portfolio, bulkId: string) {
  return db
    .select({
      contributorId: bulkRequestItems.contributorId,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      requestId: bulkRequestItems.requestId,
      sentAt: bulkRequestItems.sentAt,
      error: bulkRequestItems.error,
      protocollo: requests.protocollo,
    })
    .from(bulkRequestItems)
    .innerJoin(bulkRequests, and(eq(bulkRequests.id, bulkRequestItems.bulkId), ownBulks(actor)))
    .innerJoin(contributors, eq(contributors.id, bulkRequestItems.contributorId))
    .leftJoin(requests, and(eq(requests.id, bulkRequestItems.requestId), isNotNull(bulkRequestItems.sentAt)))
    .where(eq(bulkRequestItems.bulkId, bulkId))
    .orderBy(asc(contributors.denomination), asc(contributors.id))
}

/** Those not sent yet, the ones never tried first. */
export function listUnsent(actor: Portfolio, bulkId: string) {
  return db
    .select({ contributorId: bulkRequestItems.contributorId, requestId: bulkRequestItems.requestId })
    .from(bulkRequestItems)
    .innerJoin(bulkRequests, and(eq(bulkRequests.id, bulkRequestItems.bulkId), ownBulks(actor)))
    .where(and(eq(bulkRequestItems.bulkId, bulkId), isNull(bulkRequestItems.sentAt)))
    .orderBy(sql`${bulkRequestItems.error} is not null`, asc(bulkRequestItems.requestId))
}

/** The files of the draft, in the order they were chosen. */
export function listBulkFiles(actor: Portfolio, bulkId: string) {
  return db
    .select({
      id: attachments.id,
      name: attachments.name,
      mediaType: attachments.mediaType,
      size: attachments.size,
      sha256: attachments.sha256,
      storage: attachments.storage,
      storageKey: attachments.storageKey,
      createdAt: attachments.createdAt,
    })
    .from(attachments)
    .innerJoin(drafts, and(eq(drafts.id, attachments.draftId), ownBulkDrafts(actor)))
    .where(and(eq(attachments.draftId, bulkId), isNull(attachments.entryId)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
}
export type BulkFile = Awaited<ReturnType<typeof listBulkFiles>>[number]
