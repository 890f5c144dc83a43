import 'server-only'
import { and, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import { campaignFindings, contributors, notices, offices, stagedNotices } from '@/db/schema'
import type { NewNotice } from '@/db/notice-content'
import type { System } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import type { Column } from '../file/columns'
import type { Finding, ReadNotice } from '../file/group'

type Campaign = { id: string; officeCode: string; notices: number }

type Fresh = { line: number; codiceFiscale: string; notice: NewNotice }

/** Days in which the same debt, published again, is warned. */
const repetitionDays = 90

const refused = ({ line }: ReadNotice, column: Column, value: string, reason: string): Finding => ({
  severity: 'refused',
  line,
  column,
  value,
  reason,
})

/**
 * Stages the notices of one batch that may be published: for contributors of the campaign's own office, with a number that
 * the office never used. They take the positions after the campaign's last one, without gaps.
 * @returns how many, their total in whole cents, and what is to be said of the others
 */
export async function stageNotices(_actor: System, tx: Transaction, campaign: Campaign, read: ReadNotice[]) {
  if (read.length === 0) return { staged: 0, totalCents: 0, findings: [] }
  // One batch at a time in an office: a number found free stays free until it is taken.
  await tx
    .select({ code: offices.code })
    .from(offices)
    .where(eq(offices.code, campaign.officeCode))
    .for('no key update')
  const known = await contributorIds(tx, campaign.officeCode, read)
  const taken = await takenNumbers(tx, campaign, read)
  const findings: Finding[] = []
  const fresh: Fresh[] = []
  for (const told of read) {
    const { line, codiceFiscale, ...notice } = told
    const contributorId = known.get(codiceFiscale)
    const holder = taken.get(notice.externalNumber)
    if (contributorId === undefined) findings.push(refused(told, 'codice_fiscale', codiceFiscale, unknownContributor))
    else if (holder) findings.push(refused(told, 'numero', notice.externalNumber, holder))
    else fresh.push({ line, codiceFiscale, notice: { ...notice, contributorId } })
  }
  if (fresh.length > 0) {
    findings.push(...(await repetitions(tx, fresh)))
    await insertStaged(tx, campaign, fresh)
  }
  const totalCents = fresh.reduce((sum, { notice }) => sum + notice.contributionsCents + notice.sanctionsCents, 0)
  return { staged: fresh.length, totalCents, findings }
}

/** Rows travel as one value: a statement for each length of a batch would be planned, and kept by its name, each time. */
async function insertStaged(tx: Transaction, { id, officeCode, notices: last }: Campaign, fresh: Fresh[]) {
  const told = fresh.map(({ line, notice }, index) => ({
    position: last + index + 1,
    external_number: notice.externalNumber,
    contributor_id: notice.contributorId,
    notice,
    line,
  }))
  await tx.execute(sql`
    insert into ${stagedNotices} (campaign_id, position, office_code, external_number, contributor_id, notice, line)
    select ${id}::uuid, position, ${officeCode}::text, external_number, contributor_id, notice, line
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as told (position int, external_number text, contributor_id uuid, notice jsonb, line int)`)
}

/** Keeps what is to be said of the lines of a batch, in the order in which it was found. */
export async function keepFindings(_actor: System, tx: Transaction, campaignId: string, findings: Finding[]) {
  if (findings.length === 0) return
  const told = findings.map((finding) => ({ id: v7(), ...finding }))
  await tx.execute(sql`
    insert into ${campaignFindings} (id, campaign_id, severity, line, "column", value, reason)
    select id, ${campaignId}::uuid, severity, line, "column", value, reason
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as told (id uuid, severity finding_severity, line int, "column" text, value text, reason text)`)
}

const anyOf = (column: AnyPgColumn | SQL, values: (string | number)[], type: 'text' | 'uuid' | 'bigint') =>
  sql`${column} = any(${sql.param([...new Set(values)])}::${arrays[type]})`
const arrays = { text: sql`text[]`, uuid: sql`uuid[]`, bigint: sql`bigint[]` }

const unknownContributor = 'Non è tra i committenti della tua sede.'

async function contributorIds(tx: Transaction, officeCode: string, read: ReadNotice[]) {
  const rows = await tx
    .select({ id: contributors.id, codiceFiscale: contributors.codiceFiscale })
    .from(contributors)
    .where(
      and(
        eq(contributors.officeCode, officeCode),
        anyOf(
          contributors.codiceFiscale,
          read.map(({ codiceFiscale }) => codiceFiscale),
          'text',
        ),
      ),
    )
  return new Map(rows.map(({ id, codiceFiscale }) => [codiceFiscale, id]))
}

/** Numbers the office has already used, each with the reason why its notice is refused. */
async function takenNumbers(tx: Transaction, { id, officeCode }: Campaign, read: ReadNotice[]) {
  const numbers = read.map(({ externalNumber }) => externalNumber)
  const waiting = await tx
    .select({ number: stagedNotices.externalNumber, campaignId: stagedNotices.campaignId })
    .from(stagedNotices)
    .where(and(eq(stagedNotices.officeCode, officeCode), anyOf(stagedNotices.externalNumber, numbers, 'text')))
  const published = await tx
    .select({ number: notices.externalNumber })
    .from(notices)
    .where(and(eq(notices.officeCode, officeCode), anyOf(notices.externalNumber, numbers, 'text')))
  return new Map([
    ...waiting.map(({ number, campaignId }): [string, string] => [
      number,
      campaignId === id ? 'Questo numero c’è già più in alto nel file.' : 'Questo numero è già in un’altra campagna.',
    ]),
    ...published.map(({ number }): [string, string] => [number, 'Questo numero è già stato pubblicato.']),
  ])
}

/** Warns of notices that repeat one of the last 90 days: same contributor, kind, period and total. */
async function repetitions(tx: Transaction, fresh: Fresh[]): Promise<Finding[]> {
  const keyOf = (notice: Pick<NewNotice, 'contributorId' | 'kind' | 'periodFrom' | 'periodTo'>, total: number) =>
    [notice.contributorId, notice.kind, notice.periodFrom, notice.periodTo, total].join(' ')
  const total = sql<number>`(${notices.contributionsCents} + ${notices.sanctionsCents})`.mapWith(Number)
  const totals = fresh.map(({ notice }) => notice.contributionsCents + notice.sanctionsCents)
  const rows = await tx
    .selectDistinct({
      contributorId: notices.contributorId,
      kind: notices.kind,
      periodFrom: notices.periodFrom,
      periodTo: notices.periodTo,
      total,
    })
    .from(notices)
    .where(
      and(
        anyOf(
          notices.contributorId,
          fresh.map(({ notice }) => notice.contributorId),
          'uuid',
        ),
        // Named so that the index by contributor goes as far as the moment of publication.
        inArray(notices.unread, [true, false]),
        sql`${notices.publishedAt} > now() - make_interval(days => ${repetitionDays})`,
        anyOf(
          notices.periodFrom,
          fresh.map(({ notice }) => notice.periodFrom),
          'text',
        ),
        anyOf(total, totals, 'bigint'),
        notInArray(notices.status, ['withdrawn', 'corrected']),
      ),
    )
  const published = new Set(rows.map(({ total: sum, ...notice }) => keyOf(notice, sum)))
  return fresh
    .filter(({ notice }, index) => published.has(keyOf(notice, totals[index]!)))
    .map(({ line, codiceFiscale }) => ({
      severity: 'warned',
      line,
      column: 'codice_fiscale',
      value: codiceFiscale,
      reason: `Negli ultimi ${repetitionDays} giorni gli è già stata pubblicata una comunicazione dello stesso tipo, periodo e importo.`,
    }))
}
