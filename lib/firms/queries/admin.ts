import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { firmMembers, firms } from '@/db/schema'
import type { Administrator } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'

/** Every firm, the last registered first, 25 at a time: its holder, whether they accepted, how many people are in it. */
export async function listFirms(_actor: Administrator, after?: Cursor) {
  const rows = await db
    .select({
      ...told,
      people: sql<number>`(select count(*)::int from ${firmMembers} person where person.firm_id = ${firms.id} and person.accepted_at is not null and person.ended_at is null)`,
    })
    .from(firms)
    .leftJoin(firmMembers, holderOf)
    .where(after && sql`(${firms.createdAt}, ${firms.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`)
    .orderBy(desc(firms.createdAt), desc(firms.id))
    .limit(pageSize + 1)
  return pageOf(rows, (row) => row.createdAt)
}

/** One of them. */
export async function findRegisteredFirm(_actor: Administrator, id: string) {
  const [firm] = await db.select(told).from(firms).leftJoin(firmMembers, holderOf).where(eq(firms.id, id))
  return firm
}

const told = {
  id: firms.id,
  kind: firms.kind,
  denomination: firms.denomination,
  createdAt: firms.createdAt,
  /** Null when who was invited said no. */
  holderCode: firmMembers.codiceFiscale,
  acceptedAt: firmMembers.acceptedAt,
}

const holderOf = and(eq(firmMembers.firmId, firms.id), eq(firmMembers.role, 'holder'), isNull(firmMembers.endedAt))
