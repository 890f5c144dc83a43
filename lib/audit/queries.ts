import 'server-only'
import { asc, desc, gt, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { auditEvents } from '@/db/schema'
import type { System } from '@/lib/auth/actor'
import { type Anchor, type BrokenLink, faultAfter } from './chain'

/** Events read at once: the record is never whole in memory. */
const batch = 2_000

/**
 * The words that the chain covers, spelled out here as the trigger spells them (`0006_evidence.sql`): the database's own
 * function is not asked, because whoever edits the record may have edited that too.
 */
const words = sql<string>`jsonb_build_array(${auditEvents.sequence},
  to_char(${auditEvents.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ${auditEvents.actorKind},
  ${auditEvents.actorId}, ${auditEvents.title}, ${auditEvents.contributorId}, ${auditEvents.change},
  ${auditEvents.entityId}, ${auditEvents.details})::text`

export type Verdict = { broken: BrokenLink } | { broken?: undefined; events: number; head?: Head }
export type Head = Anchor & { at: Date }

/**
 * Goes along the record from its first event and computes each hash anew.
 * @param anchors heads of the record that were written elsewhere: without one, a tail cut off leaves no trace
 * @returns the first broken link, or how many events there are and the last of them
 */
export async function verifyChain(_actor: System, anchors: readonly Anchor[] = []): Promise<Verdict> {
  let last: Anchor & { at?: Date } = { sequence: 0, hash: '' }
  for (;;) {
    const links = await db
      .select({ sequence: auditEvents.sequence, at: auditEvents.at, words, hash: auditEvents.hash })
      .from(auditEvents)
      .where(gt(auditEvents.sequence, last.sequence))
      .orderBy(asc(auditEvents.sequence))
      .limit(batch)
    for (const link of links) {
      const broken = faultAfter(last, link, anchors)
      if (broken) return { broken }
      last = link
    }
    if (links.length < batch) break
  }
  const { sequence, hash, at } = last
  if (anchors.some((anchor) => anchor.sequence > sequence)) return { broken: { sequence: sequence + 1, fault: 'cut' } }
  return { events: sequence, ...(at && { head: { sequence, hash, at } }) }
}

/** The last event of the record, whose hash answers for all before it. */
export async function findHead(_actor: System): Promise<Head | undefined> {
  const [head] = await db
    .select({ sequence: auditEvents.sequence, hash: auditEvents.hash, at: auditEvents.at })
    .from(auditEvents)
    .orderBy(desc(auditEvents.sequence))
    .limit(1)
  return head
}
