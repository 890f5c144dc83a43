import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { NewNotice } from '@/db/notice-content'
import { contributors } from '@/db/schema'
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
  const published = fresh.map(({ contributorId, externalNumber }, index) => ({
    id: v7(),
    contributorId,
    protocollo: protocolli[index]!,
    externalNumber,
  }))
  const rows = fresh.map(({ contributorId, ...said }, index) => {
    const { id, protocollo } = published[index]!
    const { termDays } = kindsOfNotice[said.kind]
    const dueBy = said.dueBy ?? (termDays === null ? null : addDays(today, termDays))
    const told = { ...said, dueBy, protocollo, officeCode: origin.officeCode, publishedAt: now.toISOString() }
    return {
      id,
      contributor_id: contributorId,
      protocollo,
      external_number: said.externalNumber,
      kind: said.kind,
      year: said.year,
      period_from: said.periodFrom,
      period_to: said.periodTo,
      elaborated_on: said.elaboratedOn,
      due_by: dueBy,
      contributions_cents: said.contributionsCents,
      sanctions_cents: said.sanctionsCents,
      content: said.content,
      sha256: hashOfNotice({ ...told, codiceFiscale: codeOf.get(contributorId)! }),
      words: searchableText(protocollo, said),
    }
  })
  // One value for the whole batch: five hundred rows of twenty parameters take longer to spell than to write.
  await tx.execute(sql`
    insert into notices (id, contributor_id, office_code, protocollo, external_number, campaign_id, corrects_id, kind, year,
      period_from, period_to, elaborated_on, due_by, contributions_cents, sanctions_cents, content, sha256, published_at,
      published_by, status_at, search)
    select id, contributor_id, ${origin.officeCode}::text, protocollo, external_number, ${origin.campaignId ?? null}::uuid,
      ${origin.correctsId ?? null}::uuid, kind, year, period_from, period_to, elaborated_on, due_by, contributions_cents,
      sanctions_cents, content, sha256, ${now.toISOString()}::timestamptz, ${origin.publishedBy}::uuid,
      ${now.toISOString()}::timestamptz, to_tsvector('italian', words)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (id uuid, contributor_id uuid, protocollo text,
      external_number text, kind notice_kind, year int, period_from text, period_to text, elaborated_on date, due_by date,
      contributions_cents bigint, sanctions_cents bigint, content jsonb, sha256 text, words text)`)
  return published
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
