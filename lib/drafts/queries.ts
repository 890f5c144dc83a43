import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { attachments, drafts, topics, users } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { visibleDrafts } from './policy'

const written = {
  id: drafts.id,
  kind: drafts.kind,
  applicationKind: drafts.applicationKind,
  requestId: drafts.requestId,
  content: drafts.content,
  version: drafts.version,
  updatedAt: drafts.updatedAt,
}

/** A draft of one's own, as it was typed. */
export async function findDraft(actor: ContributorSide | Officer, id: string) {
  const [draft] = await db
    .select(written)
    .from(drafts)
    .where(and(visibleDrafts(actor), eq(drafts.id, id)))
  return draft
}

/** The latest draft of an entry in the thread of a request, for one act («rispondi», «chiudi»…). */
export async function findEntryDraft(actor: ContributorSide | Officer, requestId: string, act: string) {
  const [draft] = await db
    .select(written)
    .from(drafts)
    .where(and(visibleDrafts(actor), eq(drafts.requestId, requestId), sql`${drafts.content} ->> 'act' = ${act}`))
    .orderBy(desc(drafts.updatedAt))
    .limit(1)
  return draft
}

/** «Bozze»: requests begun and not sent, the last touched first; with whose they were, when somebody else left them. */
export function listDrafts(actor: ContributorSide) {
  return db
    .select({
      id: drafts.id,
      topicLabel: topics.label,
      excerpt: sql<string>`left(${drafts.content} ->> 'text', 120)`,
      updatedAt: drafts.updatedAt,
      expiresAt: drafts.expiresAt,
      leftBy: sql<
        string | null
      >`case when ${drafts.authorId} <> ${actor.id} then ${users.firstName} || ' ' || ${users.lastName} end`,
      attachments: sql<number>`(select count(*)::int from ${attachments} where ${attachments.draftId} = ${drafts.id})`,
    })
    .from(drafts)
    .innerJoin(users, eq(users.id, drafts.authorId))
    .leftJoin(topics, eq(topics.code, sql`${drafts.content} ->> 'topicCode'`))
    .where(and(visibleDrafts(actor), eq(drafts.kind, 'request')))
    .orderBy(desc(drafts.updatedAt))
}
