import 'server-only'
import { and, asc, desc, eq, ilike, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import {
  campaigns,
  contributors,
  firms,
  noticeEvents,
  noticeReadings,
  notices,
  offices,
  requests,
  users,
} from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { isCodiceFiscale, normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { plainWords } from '@/lib/prose/words'
import { chosenNotices, type NoticeFilters } from '../conditions'
import { visibleNotices } from '../policy'

export type DeskNoticeFilters = NoticeFilters & {
  /** By the contributor: first reading done or not, whatever the status. */
  read?: boolean | undefined
  /** A codice fiscale, or a piece of a denomination. */
  contributor?: string | undefined
}

/** Those of a contributor, by what was typed of it. */
function byContributor(typed: string) {
  const codiceFiscale = normaliseCodiceFiscale(typed)
  const named = isCodiceFiscale(codiceFiscale)
    ? eq(contributors.codiceFiscale, codiceFiscale)
    : ilike(contributors.denomination, `%${typed.replace(/[\\%_]/g, '\\$&')}%`)
  return inArray(notices.contributorId, db.select({ id: contributors.id }).from(contributors).where(named))
}

const chosen = ({ read, contributor, words, ...filters }: DeskNoticeFilters, today: string) =>
  and(
    chosenNotices(filters, today),
    read === undefined ? undefined : sql`${notices.firstReadAt} is ${read ? sql`not null` : sql`null`}`,
    contributor ? byContributor(contributor) : undefined,
    words ? sql`${notices.search} @@ websearch_to_tsquery('italian', ${plainWords(words)})` : undefined,
  )

/** What the office has published, the last first, 25 at a time; amounts in whole cents. Looking is no reading. */
export async function listDeskNotices(
  actor: Officer,
  filters: DeskNoticeFilters = {},
  after?: Cursor,
  today = romeDate(new Date()),
) {
  const rows = await db
    .select({
      id: notices.id,
      protocollo: notices.protocollo,
      externalNumber: notices.externalNumber,
      kind: notices.kind,
      year: notices.year,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      publishedAt: notices.publishedAt,
      dueBy: notices.dueBy,
      status: notices.status,
      firstReadAt: notices.firstReadAt,
      contributionsCents: notices.contributionsCents,
      sanctionsCents: notices.sanctionsCents,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
    })
    .from(notices)
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .where(
      and(
        visibleNotices(actor),
        chosen(filters, today),
        after
          ? sql`(${notices.publishedAt}, ${notices.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(notices.publishedAt), desc(notices.id))
    .limit(pageSize + 1)
  return pageOf(rows, ({ publishedAt }) => publishedAt)
}

const corrected = alias(notices, 'corrected')
const correction = alias(notices, 'correction')
const fullName = sql<string>`${users.firstName} || ' ' || ${users.lastName}`

/** A notice whole, as the office sees it: whose, what it says, where it came from, what it corrects or is corrected by. */
export async function findDeskNotice(actor: Officer, id: string) {
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
      dueBy: notices.dueBy,
      contributionsCents: notices.contributionsCents,
      sanctionsCents: notices.sanctionsCents,
      content: notices.content,
      sha256: notices.sha256,
      publishedAt: notices.publishedAt,
      publisherName: fullName,
      status: notices.status,
      statusAt: notices.statusAt,
      firstReadAt: notices.firstReadAt,
      readings: sql<number>`(select count(*)::int from ${noticeReadings} where ${noticeReadings.noticeId} = ${notices.id})`,
      contributorId: notices.contributorId,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      officeCode: notices.officeCode,
      officeName: offices.name,
      campaignId: notices.campaignId,
      campaignTitle: campaigns.title,
      corrects: { id: corrected.id, protocollo: corrected.protocollo },
      correctedBy: { id: correction.id, protocollo: correction.protocollo },
    })
    .from(notices)
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .innerJoin(offices, eq(offices.code, notices.officeCode))
    .innerJoin(users, eq(users.id, notices.publishedBy))
    .leftJoin(campaigns, eq(campaigns.id, notices.campaignId))
    .leftJoin(corrected, eq(corrected.id, notices.correctsId))
    .leftJoin(correction, eq(correction.correctsId, notices.id))
    .where(and(visibleNotices(actor), eq(notices.id, id)))
  return notice
}

const ofNotice = (actor: Officer, id: string): SQL => and(visibleNotices(actor), eq(notices.id, id))!

/** «Letta da», the contributor's legal reading first. */
export function listDeskReadings(actor: Officer, id: string) {
  return db
    .select({
      id: noticeReadings.id,
      firstName: users.firstName,
      lastName: users.lastName,
      title: noticeReadings.title,
      firm: firms.denomination,
      readAt: noticeReadings.readAt,
      first: noticeReadings.first,
    })
    .from(noticeReadings)
    .innerJoin(notices, ofNotice(actor, id))
    .innerJoin(users, eq(users.id, noticeReadings.userId))
    .leftJoin(firms, eq(firms.id, noticeReadings.firmId))
    .where(eq(noticeReadings.noticeId, id))
    .orderBy(desc(noticeReadings.first), asc(noticeReadings.readAt), asc(noticeReadings.id))
}

/** The history of a notice, oldest first, with every author by name; `paidCents` in whole cents. */
export function listDeskNoticeEvents(actor: Officer, id: string) {
  return db
    .select({
      id: noticeEvents.id,
      act: noticeEvents.act,
      side: noticeEvents.side,
      author: fullName,
      title: noticeEvents.title,
      firm: firms.denomination,
      text: noticeEvents.text,
      createdAt: noticeEvents.createdAt,
      requestId: noticeEvents.requestId,
      requestProtocollo: requests.protocollo,
      paidOn: noticeEvents.paidOn,
      paidCents: noticeEvents.paidCents,
      correctedById: noticeEvents.correctedById,
    })
    .from(noticeEvents)
    .innerJoin(notices, ofNotice(actor, id))
    .innerJoin(users, eq(users.id, noticeEvents.authorId))
    .leftJoin(firms, eq(firms.id, noticeEvents.firmId))
    .leftJoin(requests, eq(requests.id, noticeEvents.requestId))
    .where(eq(noticeEvents.noticeId, id))
    .orderBy(asc(noticeEvents.createdAt), asc(noticeEvents.id))
}
