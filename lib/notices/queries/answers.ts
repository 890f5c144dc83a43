import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { firms, noticeEvents, notices, paymentReceipts, requests, users } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { visibleRequests } from '@/lib/requests/policy'
import { visibleNotices } from '../policy'
import { readableNotices } from '../readable'

/** Requests by which a notice was answered, oldest first. An officer finds those of their own units. */
export function listAnswers(actor: ContributorSide | Officer, noticeId: string) {
  return db
    .select({
      requestId: requests.id,
      protocollo: requests.protocollo,
      sentAt: requests.submittedAt,
      applicationKind: requests.applicationKind,
      topicLabel: requests.topicLabel,
      status: requests.status,
      phase: requests.phase,
      outcome: requests.outcome,
    })
    .from(noticeEvents)
    .innerJoin(notices, and(eq(notices.id, noticeEvents.noticeId), visibleNotices(actor)))
    .innerJoin(requests, and(eq(requests.id, noticeEvents.requestId), visibleRequests(actor)))
    .where(and(eq(noticeEvents.noticeId, noticeId), eq(noticeEvents.act, 'answer')))
    .orderBy(asc(requests.submittedAt), asc(requests.id))
}

/** The notice that a request answers, with its facts; amounts in whole cents, known to both sides: it was read. */
export async function findAnsweredNotice(actor: ContributorSide | Officer, requestId: string) {
  const [notice] = await db
    .select({
      id: notices.id,
      protocollo: notices.protocollo,
      externalNumber: notices.externalNumber,
      kind: notices.kind,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      dueBy: notices.dueBy,
      status: notices.status,
      totalCents: sql<number>`${notices.contributionsCents} + ${notices.sanctionsCents}`.mapWith(Number),
    })
    .from(noticeEvents)
    .innerJoin(notices, and(eq(notices.id, noticeEvents.noticeId), readableNotices(actor)))
    .innerJoin(requests, and(eq(requests.id, noticeEvents.requestId), visibleRequests(actor)))
    .where(and(eq(noticeEvents.requestId, requestId), eq(noticeEvents.act, 'answer')))
  return notice
}
export type AnsweredNotice = NonNullable<Awaited<ReturnType<typeof findAnsweredNotice>>>

/** Payments that the contributor told the office of, oldest first; `fileName` and `fileSize` (bytes) null without a receipt. */
export function listPayments(actor: ContributorSide | Officer, noticeId: string) {
  return db
    .select({
      id: noticeEvents.id,
      paidOn: sql<string>`${noticeEvents.paidOn}`,
      paidCents: sql<number>`${noticeEvents.paidCents}`.mapWith(Number),
      toldAt: noticeEvents.createdAt,
      toldBy: sql<string>`${users.firstName} || ' ' || ${users.lastName}`,
      title: noticeEvents.title,
      firm: firms.denomination,
      fileName: paymentReceipts.name,
      fileSize: paymentReceipts.size,
    })
    .from(noticeEvents)
    .innerJoin(notices, and(eq(notices.id, noticeEvents.noticeId), readableNotices(actor)))
    .innerJoin(users, eq(users.id, noticeEvents.authorId))
    .leftJoin(firms, eq(firms.id, noticeEvents.firmId))
    .leftJoin(paymentReceipts, eq(paymentReceipts.eventId, noticeEvents.id))
    .where(and(eq(noticeEvents.noticeId, noticeId), eq(noticeEvents.act, 'declare_payment')))
    .orderBy(asc(noticeEvents.createdAt), asc(noticeEvents.id))
}

/** The receipt of a declared payment, with its bytes. */
export async function findPaymentReceipt(actor: ContributorSide | Officer, noticeId: string, eventId: string) {
  const [receipt] = await db
    .select({
      name: paymentReceipts.name,
      mediaType: paymentReceipts.mediaType,
      size: paymentReceipts.size,
      bytes: paymentReceipts.bytes,
    })
    .from(paymentReceipts)
    .innerJoin(noticeEvents, eq(noticeEvents.id, paymentReceipts.eventId))
    .innerJoin(notices, and(eq(notices.id, noticeEvents.noticeId), readableNotices(actor)))
    .where(and(eq(paymentReceipts.eventId, eventId), eq(noticeEvents.noticeId, noticeId)))
  return receipt
}
