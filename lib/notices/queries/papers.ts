import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { auditEvents, contributors, firms, noticeReadings, notices, offices, papers, users } from '@/db/schema'
import type { PaperKind } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { titleLabels } from '@/lib/contributors/titles'
import type { ReadingContent } from '../papers/reading'
import { readableNotices } from '../readable'

/** What stands in the paper of a notice, for who may read it; nothing of it moves after publication. */
export async function findNoticeToPrint(actor: ContributorSide | Officer, noticeId: string) {
  const [notice] = await db
    .select({
      protocollo: notices.protocollo,
      externalNumber: notices.externalNumber,
      kind: notices.kind,
      year: notices.year,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      elaboratedOn: notices.elaboratedOn,
      publishedAt: notices.publishedAt,
      dueBy: notices.dueBy,
      contributionsCents: notices.contributionsCents,
      sanctionsCents: notices.sanctionsCents,
      content: notices.content,
      sha256: notices.sha256,
      officeCode: notices.officeCode,
      officeName: offices.name,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
    })
    .from(notices)
    .innerJoin(offices, eq(offices.code, notices.officeCode))
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .where(and(readableNotices(actor), eq(notices.id, noticeId)))
  return notice
}

/** The contributor's legal reading as the receipt certifies it; undefined while nobody has read. */
export async function findReading(
  actor: ContributorSide | Officer,
  noticeId: string,
): Promise<ReadingContent | undefined> {
  const [reading] = await db
    .select({
      protocollo: notices.protocollo,
      externalNumber: notices.externalNumber,
      noticeSha256: sql<string>`${auditEvents.details} ->> 'sha256'`,
      firstName: users.firstName,
      lastName: users.lastName,
      readerCodiceFiscale: users.codiceFiscale,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      title: noticeReadings.title,
      firm: firms.denomination,
      readAt: noticeReadings.readAt,
      sequence: auditEvents.sequence,
      chainHash: auditEvents.hash,
    })
    .from(noticeReadings)
    .innerJoin(notices, and(eq(notices.id, noticeReadings.noticeId), readableNotices(actor)))
    .innerJoin(
      auditEvents,
      and(
        eq(auditEvents.entityId, notices.id),
        eq(auditEvents.change, 'notice.read'),
        eq(auditEvents.actorId, noticeReadings.userId),
      ),
    )
    .innerJoin(users, eq(users.id, noticeReadings.userId))
    .leftJoin(firms, eq(firms.id, noticeReadings.firmId))
    .innerJoin(contributors, eq(contributors.id, noticeReadings.contributorId))
    .where(and(eq(noticeReadings.noticeId, noticeId), eq(noticeReadings.first, true)))
  if (!reading) return undefined
  const { firstName, lastName, readerCodiceFiscale, denomination, codiceFiscale, title, firm, readAt, ...recorded } =
    reading
  return {
    ...recorded,
    reader: { name: `${firstName} ${lastName}`, codiceFiscale: readerCodiceFiscale },
    contributor: { denomination, codiceFiscale },
    title: titleLabels[title],
    ...(firm && { firm }),
    readAt: readAt.toISOString(),
  }
}

const kept = (actor: ContributorSide | Officer, kind: PaperKind, noticeId: string) =>
  and(eq(papers.kind, kind), eq(papers.noticeId, noticeId), readableNotices(actor))

/** A document already made, with the SHA-256 of its bytes. */
export async function findPaper(actor: ContributorSide | Officer, kind: PaperKind, noticeId: string) {
  const [paper] = await db
    .select({ bytes: papers.bytes, sha256: papers.sha256, protocollo: notices.protocollo })
    .from(papers)
    .innerJoin(notices, eq(notices.id, papers.noticeId))
    .where(kept(actor, kind, noticeId))
  return paper
}

/** The SHA-256 alone of a document already made. */
export async function findKeptHash(actor: ContributorSide | Officer, kind: PaperKind, noticeId: string) {
  const [paper] = await db
    .select({ sha256: papers.sha256 })
    .from(papers)
    .innerJoin(notices, eq(notices.id, papers.noticeId))
    .where(kept(actor, kind, noticeId))
  return paper?.sha256
}
