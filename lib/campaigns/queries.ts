import 'server-only'
import { and, asc, count, desc, eq, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import {
  campaignFindings,
  campaigns,
  contributors,
  notices,
  offices,
  outgoingMessages,
  sampleLooks,
  stagedNotices,
  users,
} from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { kindsOfNotice } from '@/lib/notices/kinds'
import { visibleCampaigns, visibleNotices } from '@/lib/notices/policy'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { findingsAfter } from './finding-cursor'

/** The campaigns of the office, the last loaded first, 25 at a time. */
export async function listCampaigns(actor: Officer, after?: Cursor) {
  const rows = await db
    .select({
      id: campaigns.id,
      title: campaigns.title,
      status: campaigns.status,
      notices: campaigns.notices,
      released: campaigns.released,
      refusedLines: campaigns.refusedLines,
      totalCents: campaigns.totalCents,
      createdAt: campaigns.createdAt,
    })
    .from(campaigns)
    .where(
      and(
        visibleCampaigns(actor),
        after
          ? sql`(${campaigns.createdAt}, ${campaigns.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
    .limit(pageSize + 1)
  return pageOf(rows, ({ createdAt }) => createdAt)
}

const ofCampaign = (actor: Officer, id: string) => and(visibleCampaigns(actor), eq(campaigns.id, id))
const author = alias(users, 'author')
const approver = alias(users, 'approver')
const published = (condition: SQL) =>
  sql<number>`(select count(*)::int from ${notices} where ${notices.campaignId} = ${campaigns.id} and ${condition})`
const told = (condition: SQL) =>
  sql<number>`(select count(*)::int from ${outgoingMessages} where ${outgoingMessages.campaignId} = ${campaigns.id} and ${condition})`

/** Waits to be read, and its term has passed on `today` (ISO, in Rome). */
const overdue = (today: string) => sql`${notices.unread} and ${notices.dueOrder} < ${today}::date`

/**
 * A campaign with whoever loaded and approved it, how far it is, and how what it published was told and read. `messages` are
 * one for each person and channel; `overdue` are unread past their term; amounts in whole cents, sizes in bytes.
 */
export async function findCampaign(actor: Officer, id: string) {
  const [campaign] = await db
    .select({
      id: campaigns.id,
      title: campaigns.title,
      fileName: campaigns.fileName,
      fileSize: campaigns.fileSize,
      fileSha256: campaigns.fileSha256,
      status: campaigns.status,
      failure: campaigns.failure,
      bytesRead: campaigns.bytesRead,
      lines: campaigns.lines,
      refusedLines: campaigns.refusedLines,
      warnedLines: campaigns.warnedLines,
      refusedNotices: campaigns.refusedNotices,
      notices: campaigns.notices,
      totalCents: campaigns.totalCents,
      released: campaigns.released,
      releaseUpTo: campaigns.releaseUpTo,
      createdBy: campaigns.createdBy,
      createdAt: campaigns.createdAt,
      authorName: sql<string>`${author.firstName} || ' ' || ${author.lastName}`,
      approverName: sql<string | null>`${approver.firstName} || ' ' || ${approver.lastName}`,
      approvedAt: campaigns.approvedAt,
      endedAt: campaigns.endedAt,
      published: published(sql`true`),
      read: published(sql`${notices.firstReadAt} is not null`),
      struck: published(sql`${notices.status} in ('withdrawn', 'corrected')`),
      overdue: published(overdue(romeDate(new Date()))),
      messages: told(sql`true`),
      delivered: told(sql`${outgoingMessages.status} = 'handed_over'`),
    })
    .from(campaigns)
    .innerJoin(author, eq(author.id, campaigns.createdBy))
    .leftJoin(approver, eq(approver.id, campaigns.approvedBy))
    .where(ofCampaign(actor, id))
  return campaign
}

/**
 * What the dry run found, in the order of the file.
 * @param after as `next` gave it; anything else is the beginning
 * @param size how many at a time
 */
export async function listFindings(actor: Officer, id: string, after?: unknown, size = pageSize) {
  const rows = await db
    .select({
      id: campaignFindings.id,
      line: campaignFindings.line,
      severity: campaignFindings.severity,
      column: campaignFindings.column,
      value: campaignFindings.value,
      reason: campaignFindings.reason,
    })
    .from(campaignFindings)
    .innerJoin(campaigns, ofCampaign(actor, id))
    .where(and(eq(campaignFindings.campaignId, id), findingsAfter(after)))
    .orderBy(asc(campaignFindings.line), asc(campaignFindings.id))
    .limit(size + 1)
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? `${last.line}_${last.id}` : undefined }
}

/** The random sample, in the order of the file, and who opened what: this officer, and how many in all. */
export function listSample(actor: Officer, id: string) {
  const looks = (condition: SQL) =>
    sql`from ${sampleLooks} where ${sampleLooks.campaignId} = ${stagedNotices.campaignId} and ${sampleLooks.position} = ${stagedNotices.position} and ${condition}`
  return db
    .select({
      position: stagedNotices.position,
      externalNumber: stagedNotices.externalNumber,
      denomination: contributors.denomination,
      openedByMe: sql<boolean>`exists (select ${looks(eq(sampleLooks.userId, actor.id))})`,
      openedBy: sql<number>`(select count(*)::int ${looks(sql`true`)})`,
    })
    .from(stagedNotices)
    .innerJoin(campaigns, ofCampaign(actor, id))
    .innerJoin(contributors, eq(contributors.id, stagedNotices.contributorId))
    .where(and(eq(stagedNotices.campaignId, id), isNotNull(stagedNotices.sampledAt)))
    .orderBy(asc(stagedNotices.position))
}

/** A notice of the sample as it would be published today. Looking at it here records nothing: `openSample` does. */
export async function findStagedNotice(actor: Officer, id: string, position: number, today = romeDate(new Date())) {
  const [staged] = await db
    .select({
      position: stagedNotices.position,
      line: stagedNotices.line,
      notice: stagedNotices.notice,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      officeCode: offices.code,
      officeName: offices.name,
    })
    .from(stagedNotices)
    .innerJoin(campaigns, ofCampaign(actor, id))
    .innerJoin(contributors, eq(contributors.id, stagedNotices.contributorId))
    .innerJoin(offices, eq(offices.code, stagedNotices.officeCode))
    .where(
      and(eq(stagedNotices.campaignId, id), eq(stagedNotices.position, position), isNotNull(stagedNotices.sampledAt)),
    )
  if (!staged) return undefined
  const { notice, denomination, codiceFiscale, ...where } = staged
  const { termDays } = kindsOfNotice[notice.kind]
  const dueBy = notice.dueBy ?? (termDays === null ? null : addDays(today, termDays))
  return { ...notice, ...where, dueBy, contributor: { denomination, codiceFiscale } }
}

type Where = { campaignId?: string | undefined }

const unreadOverdue = (actor: Officer, { campaignId }: Where, today: string) =>
  and(
    visibleNotices(actor),
    eq(notices.unread, true),
    lt(notices.dueOrder, today),
    campaignId === undefined ? undefined : eq(notices.campaignId, campaignId),
  )

/** Notices that nobody read by their due date, of the office or of one campaign, the longest overdue first, 25 at a time. */
export async function listUnreadOverdue(
  actor: Officer,
  where: Where = {},
  after?: Cursor,
  today = romeDate(new Date()),
) {
  const rows = await db
    .select({
      id: notices.id,
      protocollo: notices.protocollo,
      kind: notices.kind,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      publishedAt: notices.publishedAt,
      dueBy: notices.dueBy,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
    })
    .from(notices)
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .where(
      and(
        unreadOverdue(actor, where, today),
        after ? sql`(${notices.dueOrder}, ${notices.id}) > (${after.value}::date, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(notices.dueOrder), asc(notices.id))
    .limit(pageSize + 1)
  return pageOf(rows, ({ dueBy }) => dueBy!)
}

/** How many they are, exactly. */
export const countUnreadOverdue = (actor: Officer, where: Where = {}, today = romeDate(new Date())) =>
  db.$count(notices, unreadOverdue(actor, where, today))

/** How many notices of a campaign were first read on each day, in Rome; days on which none was are left out. */
export function readingsByDay(actor: Officer, campaignId: string) {
  const day = sql<string>`((${notices.firstReadAt} at time zone 'Europe/Rome')::date)::text`
  return db
    .select({ day, read: count() })
    .from(notices)
    .where(and(visibleNotices(actor), eq(notices.campaignId, campaignId), isNotNull(notices.firstReadAt)))
    .groupBy(sql`1`)
    .orderBy(sql`1`)
}
