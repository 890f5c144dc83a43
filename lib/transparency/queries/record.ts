import 'server-only'
import { and, desc, eq, inArray, lt, ne, sql, type SQL } from 'drizzle-orm'
import { db } from '@/db/read'
import {
  attachments,
  auditEvents,
  contributors,
  delegations,
  firms,
  noticeEvents,
  notices,
  officers,
  offices,
  requests,
  users,
} from '@/db/schema'
import { sentences } from '@/lib/audit/sentences'
import type { ContributorSide } from '@/lib/auth/actor'
import { visibleNotices } from '@/lib/notices/policy'
import { pageSize } from '@/lib/pagination'
import { visibleRequests } from '@/lib/requests/policy'
import type { ActFilters } from '../filters'
import { changesOf } from '../kinds'
import { visibleActs } from '../policy'

/** Who did it, as far as the contributor is told: a person of its own side, the office, the portal. */
const side = sql<'person' | 'office' | 'portal'>`case ${auditEvents.actorKind}
  when 'officer' then 'office' when 'administrator' then 'office' when 'system' then 'portal' else 'person' end`

const doneBy = (who: ActFilters['chi']): SQL | undefined => {
  if (who === undefined) return undefined
  if (who === 'sede') return inArray(auditEvents.actorKind, ['officer', 'administrator'])
  if (who === 'portale') return eq(auditEvents.actorKind, 'system')
  // Not even by guessing the id of an officer does one tell an officer from another.
  return and(
    eq(auditEvents.actorId, who),
    ne(auditEvents.actorKind, 'officer'),
    ne(auditEvents.actorKind, 'administrator'),
  )
}

/**
 * «Chi ha letto e scritto»: what the record says of the contributor, the last done first, 25 at a time. Of the office its
 * name is told and not the person's; of a person, the title and the firm under which they acted.
 * @param before number in the record of the event before the page
 * @returns `next`: where the following page begins, if there is one
 */
export async function listActs(actor: ContributorSide, { chi, cosa }: ActFilters = {}, before?: number) {
  const page = db
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      change: auditEvents.change,
      entityId: auditEvents.entityId,
      actorId: auditEvents.actorId,
      title: auditEvents.title,
      contributorId: auditEvents.contributorId,
      side: side.as('told_side'),
      firmId: sql<string | null>`(${auditEvents.details} ->> 'firm')::uuid`.as('acting_firm'),
    })
    .from(auditEvents)
    .where(
      and(
        visibleActs(actor),
        doneBy(chi),
        cosa && inArray(auditEvents.change, [...changesOf[cosa]]),
        before === undefined ? undefined : lt(auditEvents.sequence, before),
      ),
    )
    .orderBy(desc(auditEvents.sequence))
    .limit(pageSize + 1)
    .as('page')
  const rows = await db
    .select({
      sequence: page.sequence,
      at: page.at,
      change: page.change,
      side: page.side,
      title: page.title,
      firm: firms.denomination,
      person: sql<
        string | null
      >`case when ${page.side} = 'person' then ${users.firstName} || ' ' || ${users.lastName} end`,
      officeName: sql<string | null>`case when ${page.side} = 'office' then ${offices.name} end`,
      requestId: requests.id,
      requestProtocollo: requests.protocollo,
      noticeId: notices.id,
      noticeProtocollo: notices.protocollo,
      delegationId: delegations.id,
    })
    .from(page)
    .innerJoin(contributors, eq(contributors.id, page.contributorId))
    .leftJoin(users, eq(users.id, page.actorId))
    .leftJoin(firms, eq(firms.id, page.firmId))
    .leftJoin(officers, eq(officers.userId, page.actorId))
    .leftJoin(offices, eq(offices.code, sql`coalesce(${officers.officeCode}, ${contributors.officeCode})`))
    .leftJoin(attachments, eq(attachments.id, page.entityId))
    .leftJoin(noticeEvents, eq(noticeEvents.id, page.entityId))
    .leftJoin(
      requests,
      and(eq(requests.id, sql`coalesce(${attachments.requestId}, ${page.entityId})`), visibleRequests(actor)),
    )
    .leftJoin(
      notices,
      and(eq(notices.id, sql`coalesce(${noticeEvents.noticeId}, ${page.entityId})`), visibleNotices(actor)),
    )
    .leftJoin(delegations, and(eq(delegations.id, page.entityId), eq(delegations.contributorId, actor.contributorId)))
    .orderBy(desc(page.sequence))
  const shown = rows.slice(0, pageSize).map(({ change, ...told }) => ({ ...told, sentence: sentences[change] ?? '' }))
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)?.sequence : undefined }
}
export type ListedAct = Awaited<ReturnType<typeof listActs>>['rows'][number]
