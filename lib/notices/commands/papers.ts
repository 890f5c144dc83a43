import 'server-only'
import { and, eq } from 'drizzle-orm'
import { notices, papers } from '@/db/schema'
import type { PaperKind } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { change } from '@/lib/change'
import { sha256 } from '@/lib/evidence/canonical'
import { readableNotices } from '../readable'

/**
 * Keeps a document as it was made, for good, with its hash in the record. Gives nothing back when one is kept already: the
 * first is the document, and this one was never given to anybody; or when the notice is not there or not to be read.
 */
export function keepPaper(actor: ContributorSide | Officer, kind: PaperKind, noticeId: string, bytes: Uint8Array) {
  return change(actor, 'paper.kept', async (tx) => {
    const [notice] = await tx
      .select({ id: notices.id, contributorId: notices.contributorId })
      .from(notices)
      .where(and(readableNotices(actor), eq(notices.id, noticeId)))
    if (!notice) return undefined
    const [kept] = await tx
      .insert(papers)
      .values({ kind, noticeId, bytes, sha256: sha256(bytes) })
      .onConflictDoNothing()
      .returning({ sha256: papers.sha256 })
    return kept && { ...notice, details: { kind, sha256: kept.sha256 } }
  })
}
