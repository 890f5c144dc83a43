import 'server-only'
import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import { db } from '@/db/read'
import { digestItems, notificationRhythms } from '@/db/schema'
import type { System } from '@/lib/auth/actor'

/**
 * The people for whom something waits to be told.
 * @param weekly whether it is the day of those who hear once a week
 */
export async function listAwaitingDigest(_actor: System, weekly: boolean) {
  const people = await db
    .selectDistinct({ userId: digestItems.userId })
    .from(digestItems)
    .leftJoin(notificationRhythms, eq(notificationRhythms.userId, digestItems.userId))
    .where(
      and(
        isNull(digestItems.settledAt),
        weekly ? undefined : or(isNull(notificationRhythms.rhythm), ne(notificationRhythms.rhythm, 'weekly')),
      ),
    )
    .orderBy(asc(digestItems.userId))
  return people.map(({ userId }) => userId)
}
