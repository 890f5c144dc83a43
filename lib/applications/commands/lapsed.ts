import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { drafts } from '@/db/schema'
import type { Lapsed } from '@/lib/auth/actor'
import { change } from '@/lib/change'
import { findAccess } from '@/lib/contributors/queries'
import { type Acting, visibleDrafts } from '@/lib/drafts/policy'
import { contentOf, draftDays, stepContentSchema } from '@/lib/drafts/schema'
import { isUuid } from '@/lib/identifiers/uuid'
import { isBehind, lastSave, withStep } from '../saved-step'
import { stepSchema } from '../schema'

const expiry = sql`now() + make_interval(days => ${draftDays})`

/**
 * Keeps the step of an istanza that a person was writing when their session went idle: in its draft or, when somebody else
 * saved the step in the meantime, in another draft with the same rest beside it. Their right is read anew.
 * @param profile the contributor in whose name the form was posted
 * @returns the draft it was kept in, and nothing else of what is there
 */
export async function keepLapsedStep(actor: Lapsed, values: Record<string, string>, profile: string) {
  const form = stepSchema.safeParse(values)
  const typed = stepContentSchema.safeParse(contentOf(values))
  if (actor.pinLevel === 'online' || !form.success || !typed.success || !isUuid(profile)) return undefined
  const access = await findAccess(actor, profile)
  if (!access) return undefined
  const { title, delegationId, firmId } = access
  const acting: Acting = {
    kind: 'contributor',
    id: actor.id,
    contributorId: profile,
    title,
    ...(delegationId && { delegation: { id: delegationId, firmId } }),
  }
  const { draftId, step, version, writer } = form.data
  const save = { step, version, writer, content: typed.data }
  return change(actor, 'draft.saved', async (tx) => {
    const [draft] = await tx
      .select()
      .from(drafts)
      .where(and(visibleDrafts(acting), eq(drafts.id, draftId), eq(drafts.kind, 'application')))
      .for('update')
    if (!draft) return undefined
    const content = withStep(draft, save, actor.id)
    const kept = { content, version: draft.version + 1, writer, expiresAt: expiry }
    if (isBehind(save, lastSave(draft, step))) {
      const { applicationKind, contributorId } = draft
      const [beside] = await tx
        .insert(drafts)
        .values({ ...kept, id: v7(), kind: 'application', applicationKind, contributorId, authorId: actor.id })
        .returning({ id: drafts.id })
      return beside
    }
    const [saved] = await tx
      .update(drafts)
      .set({ ...kept, editorId: actor.id, updatedAt: sql`now()` })
      .where(eq(drafts.id, draftId))
      .returning({ id: drafts.id })
    return saved
  })
}
