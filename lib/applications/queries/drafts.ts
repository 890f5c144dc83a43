import 'server-only'
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { accesses, drafts, users } from '@/db/schema'
import { accessTitles } from '@/db/vocabulary'
import type { ContributorSide } from '@/lib/auth/actor'
import { inForce } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'
import { visibleDrafts } from '@/lib/drafts/policy'

const [editor, asker] = [alias(users, 'editor'), alias(users, 'asker')]

const shownDrafts = (actor: ContributorSide, id?: string) =>
  db
    .select({
      id: drafts.id,
      applicationKind: drafts.applicationKind,
      content: drafts.content,
      version: drafts.version,
      updatedAt: drafts.updatedAt,
      expiresAt: drafts.expiresAt,
      editorId: editor.id,
      editor: sql<string>`${editor.firstName} || ' ' || ${editor.lastName}`,
      handedAt: drafts.handedAt,
      handedNote: drafts.handedNote,
      handedBy: sql<string | null>`${asker.firstName} || ' ' || ${asker.lastName}`,
    })
    .from(drafts)
    .innerJoin(editor, eq(editor.id, sql`coalesce(${drafts.editorId}, ${drafts.authorId})`))
    .leftJoin(asker, eq(asker.id, drafts.handedBy))
    .where(and(visibleDrafts(actor), eq(drafts.kind, 'application'), id ? eq(drafts.id, id) : undefined))

/** Istanze begun and not sent, the last touched first; with who touched them last and, for those to be sent, who asks. */
export const listApplicationDrafts = (actor: ContributorSide) => shownDrafts(actor).orderBy(desc(drafts.updatedAt))

/** One of them. */
export async function findApplicationDraft(actor: ContributorSide, id: string) {
  const [draft] = await shownDrafts(actor, id)
  return draft
}

const sendingTitles = accessTitles.filter((title) => rightsOf[title].applications === 'send')

/**
 * Who may send what somebody only prepares: the contributor's representatives and, of the delegates, the one of the same
 * delegation. Other delegations are not theirs to know of.
 */
export function listSenders(actor: ContributorSide) {
  const ownDelegation = sql`${accesses.delegationId} = ${actor.delegation?.id ?? null}`
  return db
    .selectDistinct({
      name: sql<string>`${users.firstName} || ' ' || ${users.lastName}`,
      title: accesses.title,
    })
    .from(accesses)
    .innerJoin(users, eq(users.id, accesses.userId))
    .where(
      and(
        eq(accesses.contributorId, actor.contributorId),
        inForce(),
        inArray(accesses.title, sendingTitles),
        or(sql`${accesses.delegationId} is null`, ownDelegation),
      ),
    )
    .orderBy(asc(accesses.title), asc(sql`1`))
}
