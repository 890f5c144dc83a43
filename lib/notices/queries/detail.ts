import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import {
  contributors,
  firms,
  noticeEvents,
  noticeReadings,
  notices,
  offices,
  paymentReceipts,
  requests,
  users,
} from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { visibleNotices } from '../policy'
import { readableNotices } from '../readable'
import { seenBy } from '../seen'
import { untilRead } from '../until-read'

/**
 * A notice as its contributor sees it: the envelope always; amounts, content and hash are null until the contributor's
 * first reading, unless it was withdrawn or corrected before anybody read it.
 */
export async function findNotice(actor: ContributorSide, id: string) {
  const corrected = alias(notices, 'corrected')
  const [notice] = await db
    .select({
      id: notices.id,
      protocollo: notices.protocollo,
      externalNumber: notices.externalNumber,
      kind: notices.kind,
      year: notices.year,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      elaboratedOn: notices.elaboratedOn,
      publishedAt: notices.publishedAt,
      dueBy: notices.dueBy,
      status: notices.status,
      statusAt: notices.statusAt,
      firstReadAt: notices.firstReadAt,
      unread: notices.unread,
      correctsId: corrected.id,
      officeCode: notices.officeCode,
      officeName: offices.name,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      contributionsCents: untilRead(actor, notices.contributionsCents),
      sanctionsCents: untilRead(actor, notices.sanctionsCents),
      content: untilRead(actor, notices.content),
      sha256: untilRead(actor, notices.sha256),
      seen: seenBy(actor),
    })
    .from(notices)
    .innerJoin(offices, eq(offices.code, notices.officeCode))
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .leftJoin(corrected, and(eq(corrected.id, notices.correctsId), eq(corrected.contributorId, actor.contributorId)))
    .where(and(visibleNotices(actor), eq(notices.id, id)))
  return notice
}

/** Where the notice with that protocollo stands, if it is the contributor's: nothing of what it says. */
export async function findByProtocollo(actor: ContributorSide, protocollo: string) {
  const [notice] = await db
    .select({ id: notices.id, status: notices.status, firstReadAt: notices.firstReadAt })
    .from(notices)
    .where(and(visibleNotices(actor), eq(notices.protocollo, protocollo)))
  return notice
}

/** «Letta da»: who read it, under which title, for which firm, when; the first is the contributor's legal reading. */
export function listReadings(actor: ContributorSide, noticeId: string) {
  return db
    .select({
      id: noticeReadings.id,
      firstName: users.firstName,
      lastName: users.lastName,
      title: noticeReadings.title,
      firm: firms.denomination,
      readAt: noticeReadings.readAt,
      first: noticeReadings.first,
      own: sql<boolean>`${noticeReadings.userId} = ${actor.id}`,
    })
    .from(noticeReadings)
    .innerJoin(notices, and(eq(notices.id, noticeReadings.noticeId), readableNotices(actor)))
    .innerJoin(users, eq(users.id, noticeReadings.userId))
    .leftJoin(firms, eq(firms.id, noticeReadings.firmId))
    .where(eq(noticeReadings.noticeId, noticeId))
    .orderBy(asc(noticeReadings.readAt), asc(noticeReadings.id))
}

/**
 * Storia of a notice, oldest first, once it may be read: reasons tell what it says. Of the office the contributor reads
 * the name of the office, not the person's.
 */
export function listNoticeEvents(actor: ContributorSide, noticeId: string) {
  const correction = alias(notices, 'correction')
  return db
    .select({
      id: noticeEvents.id,
      act: noticeEvents.act,
      side: noticeEvents.side,
      title: noticeEvents.title,
      firm: firms.denomination,
      text: noticeEvents.text,
      createdAt: noticeEvents.createdAt,
      paidOn: noticeEvents.paidOn,
      paidCents: noticeEvents.paidCents,
      receiptName: paymentReceipts.name,
      requestId: noticeEvents.requestId,
      requestProtocollo: requests.protocollo,
      correctedById: correction.id,
      correctionProtocollo: correction.protocollo,
      officeName: offices.name,
      author: sql<
        string | null
      >`case when ${noticeEvents.side} = 'contributor' then ${users.firstName} || ' ' || ${users.lastName} end`,
    })
    .from(noticeEvents)
    .innerJoin(notices, and(eq(notices.id, noticeEvents.noticeId), readableNotices(actor)))
    .innerJoin(offices, eq(offices.code, notices.officeCode))
    .innerJoin(users, eq(users.id, noticeEvents.authorId))
    .leftJoin(firms, eq(firms.id, noticeEvents.firmId))
    .leftJoin(paymentReceipts, eq(paymentReceipts.eventId, noticeEvents.id))
    .leftJoin(requests, eq(requests.id, noticeEvents.requestId))
    .leftJoin(
      correction,
      and(eq(correction.id, noticeEvents.correctedById), eq(correction.contributorId, actor.contributorId)),
    )
    .where(eq(noticeEvents.noticeId, noticeId))
    .orderBy(asc(noticeEvents.createdAt), asc(noticeEvents.id))
}
