import 'server-only'
import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, drafts, offices, requests, threadEntries, users } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { lastSent } from '@/lib/requests/conditions'
import { listedColumns, unreadRepliesOf } from '@/lib/requests/listed-columns'
import { firstOfMany } from '../first-of-many'
import { listedApplications } from '../listed'
import { type Narrowing, sendingContributors } from '../policy'

/** The istanze of all one's contributors, the last sent first, 25 at a time: of each what its own list shows. */
export async function listAllApplications(actor: Portfolio, asked: Narrowing = {}, after?: Cursor) {
  const found = firstOfMany(listedApplications(actor, asked, after), pageSize + 1)
  const rows = await db
    .select({
      ...listedColumns,
      contributorId: requests.contributorId,
      denomination: contributors.denomination,
      summary: threadEntries.text,
      unread: unreadRepliesOf(actor.id),
    })
    .from(sql`(${found}) found`)
    .innerJoin(requests, eq(requests.id, sql`found.id`))
    .innerJoin(threadEntries, eq(threadEntries.id, requests.id))
    .innerJoin(contributors, eq(contributors.id, requests.contributorId))
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .orderBy(...lastSent)
  return pageOf(rows, (row) => row.submittedAt)
}

/** Istanze handed over by who could only prepare them, of the contributors for whom one may send. */
const handed = (actor: Portfolio, asked: Narrowing, more?: SQL) =>
  and(
    eq(drafts.kind, 'application'),
    isNotNull(drafts.applicationKind),
    isNotNull(drafts.handedAt),
    sql`${drafts.contributorId} in (${sendingContributors(actor, asked)})`,
    more,
  )

/** «Da inviare», over all one's contributors: the last asked for first, 25 at a time; with who asks and in which words. */
export async function listAllHanded(actor: Portfolio, asked: Narrowing = {}, after?: Cursor) {
  const rows = await db
    .select({
      id: drafts.id,
      contributorId: drafts.contributorId,
      denomination: contributors.denomination,
      applicationKind: drafts.applicationKind,
      handedAt: sql<Date>`${drafts.handedAt}`.mapWith(drafts.handedAt),
      handedBy: sql<string>`${users.firstName} || ' ' || ${users.lastName}`,
      handedNote: drafts.handedNote,
      expiresAt: drafts.expiresAt,
    })
    .from(drafts)
    .innerJoin(contributors, eq(contributors.id, drafts.contributorId))
    .innerJoin(users, eq(users.id, drafts.handedBy))
    .where(
      handed(
        actor,
        asked,
        after && sql`(${drafts.handedAt}, ${drafts.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(drafts.handedAt), desc(drafts.id))
    .limit(pageSize + 1)
  return pageOf(rows, (row) => row.handedAt)
}

/** How many wait to be sent, all pages together. */
export async function countAllHanded(actor: Portfolio, asked: Narrowing = {}) {
  const [counted] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(drafts)
    .where(handed(actor, asked))
  return counted!.n
}
