import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'
import { noticeReadings, notices, noticesSeen } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { actingAs } from '@/lib/contributors/acting'
import { rightsOf } from '@/lib/contributors/rights'
import { visibleNotices } from '../policy'
import { readableNotices } from '../readable'

type Named = { noticeId: string }

const see = (actor: ContributorSide, tx: Transaction, noticeId: string) =>
  tx
    .insert(noticesSeen)
    .values({ userId: actor.id, noticeId })
    .onConflictDoNothing()
    .returning({ id: noticesSeen.noticeId })

/**
 * «Apri e leggi»: the contributor's legal reading, once, by whoever comes first, at the server's time. Whoever comes second
 * changes nothing: the content is open to them already. Gives nothing back for what is not there or not to be read; a partial delegate reads for nobody.
 */
export function readNotice(actor: ContributorSide, { noticeId }: Named) {
  return change(actor, 'notice.read', async (tx) => {
    if (rightsOf[actor.title].partial) return undefined
    const readAt = new Date()
    const [read] = await tx
      .update(notices)
      .set({ firstReadAt: readAt })
      .where(and(visibleNotices(actor), eq(notices.id, noticeId), eq(notices.unread, true)))
      .returning({ id: notices.id, sha256: notices.sha256 })
    if (!read) return undefined
    await tx.insert(noticeReadings).values({
      noticeId,
      contributorId: actor.contributorId,
      userId: actor.id,
      ...actingAs(actor),
      readAt,
      first: true,
    })
    await see(actor, tx, noticeId)
    return { id: read.id, details: { sha256: read.sha256 } }
  })
}

/** «Segna come letta da me»: adds the person to «Letta da» and puts out their dot. Done twice, it is done once. */
export function markNoticeRead(actor: ContributorSide, { noticeId }: Named) {
  return change(actor, 'notice.marked_read', async (tx) => {
    const [notice] = await tx
      .select({ id: notices.id })
      .from(notices)
      .where(
        and(visibleNotices(actor), eq(notices.id, noticeId), isNotNull(notices.firstReadAt), readableNotices(actor)),
      )
    if (!notice) return undefined
    const added = await tx
      .insert(noticeReadings)
      .values({
        noticeId,
        contributorId: actor.contributorId,
        userId: actor.id,
        ...actingAs(actor),
        readAt: new Date(),
        first: false,
      })
      .onConflictDoNothing()
      .returning({ id: noticeReadings.id })
    const seen = await see(actor, tx, noticeId)
    return added.length + seen.length > 0 ? notice : undefined
  })
}

/** «Segna come da leggere»: lights the person's own dot again. What was read stays read, for the contributor and in «Letta da». */
export function markNoticeUnread(actor: ContributorSide, { noticeId }: Named) {
  return change(actor, 'notice.marked_unread', async (tx) => {
    const [notice] = await tx
      .select({ id: notices.id })
      .from(notices)
      .where(and(visibleNotices(actor), eq(notices.id, noticeId)))
    if (!notice) return undefined
    const [unseen] = await tx
      .delete(noticesSeen)
      .where(and(eq(noticesSeen.userId, actor.id), eq(noticesSeen.noticeId, noticeId)))
      .returning({ id: noticesSeen.noticeId })
    return unseen
  })
}
