import 'server-only'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { auditEvents, contributors, users } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { pageSize } from '@/lib/pagination'
import { visibleFirmEvents } from '../policy'

/**
 * The firm's own record of its acts, the last first, 25 at a time: when, who, what, for which contributor and under which
 * title, and nothing of the papers. It stays when a delegation ends.
 * @param before the number of the event after which a page begins
 */
export async function listFirmEvents(actor: Portfolio, before?: number) {
  const rows = await db
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      change: auditEvents.change,
      title: auditEvents.title,
      actorKind: auditEvents.actorKind,
      author: sql<string | null>`${users.firstName} || ' ' || ${users.lastName}`,
      denomination: contributors.denomination,
    })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .leftJoin(
      contributors,
      sql`${contributors.id} = coalesce(${auditEvents.contributorId}, (${auditEvents.details} ->> 'client')::uuid)`,
    )
    .where(and(visibleFirmEvents(actor), before === undefined ? undefined : lt(auditEvents.sequence, before)))
    .orderBy(desc(auditEvents.sequence))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)!.sequence : undefined }
}
