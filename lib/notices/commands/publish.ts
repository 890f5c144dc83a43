import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { NewNotice } from '@/db/notice-content'
import { contributors, notices } from '@/db/schema'
import type { Officer, System } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import type { Transaction } from '@/lib/change'
import { takeProtocolli } from '@/lib/protocol/counter'
import { plainWords } from '@/lib/prose/words'
import { hashOfNotice } from '../document'
import { kindsOfNotice } from '../kinds'
import { formatPeriod } from '../period'

type Origin = {
  officeCode: string
  /** The officer who answers for it: who published it, or who approved its campaign. */
  publishedBy: string
  campaignId?: string
  /** The notice that these correct: at most one notice then. */
  correctsId?: string
}

/**
 * Publishes notices inside a change: numbers, terms, hashes and words are given here, once. The unique external number
 * refuses a second publication by throwing, and nothing of the change is left.
 * @returns what was published, in the order given
 */
export async function publishNotices(
  _actor: Officer | System,
  tx: Transaction,
  origin: Origin,
  fresh: NewNotice[],
  now = new Date(),
) {
  if (fresh.length === 0) return []
  const today = romeDate(now)
  const parties = await tx
    .select({
      id: contributors.id,
      codiceFiscale: contributors.codiceFiscale,
    })
    .from(contributors)
    .where(
      inArray(
        contributors.id,
        fresh.map(({ contributorId }) => contributorId),
      ),
    )
  const codeOf = new Map(parties.map(({ id, codiceFiscale }) => [id, codiceFiscale]))
  const protocolli = await takeProtocolli(tx, origin.officeCode, today, fresh.length)
  const rows = fresh.map(({ contributorId, ...said }, index) => {
    const { termDays } = kindsOfNotice[said.kind]
    const dueBy = said.dueBy ?? (termDays === null ? null : addDays(today, termDays))
    const protocollo = protocolli[index]!
    const told = { ...said, dueBy, protocollo, officeCode: origin.officeCode, publishedAt: now.toISOString() }
    return {
      ...said,
      id: v7(),
      contributorId,
      officeCode: origin.officeCode,
      campaignId: origin.campaignId ?? null,
      correctsId: origin.correctsId ?? null,
      protocollo,
      dueBy,
      sha256: hashOfNotice({ ...told, codiceFiscale: codeOf.get(contributorId)! }),
      publishedAt: now,
      publishedBy: origin.publishedBy,
      statusAt: now,
      search: sql`to_tsvector('italian', ${searchableText(protocollo, said)})`,
    }
  })
  await tx.insert(notices).values(rows)
  return rows.map(({ id, contributorId, protocollo, externalNumber }) => ({
    id,
    contributorId,
    protocollo,
    externalNumber,
  }))
}

/** What a search by words looks through: numbers, kind, period, causali. Amounts are not said before reading. */
const searchableText = (protocollo: string, said: Omit<NewNotice, 'contributorId'>) =>
  plainWords(
    [
      protocollo,
      said.externalNumber,
      said.kind,
      kindsOfNotice[said.kind].label,
      String(said.year),
      formatPeriod(said.periodFrom, said.periodTo),
      ...new Set(said.content.f24.map(({ causale }) => causale)),
    ].join('\n'),
  )
