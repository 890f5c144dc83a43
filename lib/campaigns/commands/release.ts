import 'server-only'
import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { campaignFiles, campaignFindings, campaigns, notices, stagedNotices } from '@/db/schema'
import type { System } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { promiseJob } from '@/lib/jobs/promise'
import { publishNotices } from '@/lib/notices/commands/publish'
import { announceNotices } from '@/lib/notifications/announce'
import { takeProtocolli } from '@/lib/protocol/counter'
import { statusesFor, transitions } from '../status'

/** Notices published in one transaction: «Ferma» waits for as many at most. */
const batchSize = 500

/** Seconds of silence after which a job that was at work is given up for dead. */
const silence = 60

/** One job for each campaign: whoever promises it again replaces the one that nobody has begun. */
export const promiseRelease = (_actor: unknown, tx: Transaction, campaignId: string) =>
  promiseJob(tx, 'releaseCampaign', { campaignId }, { key: `release:${campaignId}` })

/**
 * Publishes the present stage of a campaign, batch by batch. Each batch is a change of its own that holds the campaign and
 * looks at its status again: killed at any point it resumes where the last batch ended, twice at once it takes turns.
 */
export async function releaseCampaign(actor: System, campaignId: string) {
  for (;;) {
    const batch = await change(actor, 'campaign.released', (tx) => releaseBatch(actor, tx, campaignId))
    if (batch?.status !== 'releasing') return
  }
}

async function releaseBatch(actor: System, tx: Transaction, campaignId: string) {
  const campaign = await lockReleasing(tx, campaignId)
  if (!campaign) return undefined
  const now = new Date()
  const staged = await tx
    .select({ position: stagedNotices.position, line: stagedNotices.line, notice: stagedNotices.notice })
    .from(stagedNotices)
    .where(
      and(
        eq(stagedNotices.campaignId, campaignId),
        gt(stagedNotices.position, campaign.released),
        lte(stagedNotices.position, campaign.releaseUpTo),
      ),
    )
    .orderBy(asc(stagedNotices.position))
    .limit(batchSize)
  // From here nobody else publishes in this office: a number found free stays free.
  await takeProtocolli(tx, campaign.officeCode, romeDate(now), 0)
  const taken = await takenNumbers(
    tx,
    campaign.officeCode,
    staged.map(({ notice }) => notice.externalNumber),
  )
  const skipped = staged.filter(({ notice }) => taken.has(notice.externalNumber))
  const published = await publishNotices(
    actor,
    tx,
    { officeCode: campaign.officeCode, publishedBy: campaign.approvedBy!, campaignId },
    staged.flatMap(({ notice }) => (taken.has(notice.externalNumber) ? [] : [notice])),
    now,
  )
  await announceNotices(tx, { campaignId }, [...new Set(published.map(({ contributorId }) => contributorId))])
  await tellSkipped(tx, campaignId, skipped)
  const released = staged.at(-1)?.position ?? campaign.releaseUpTo
  const status = standingAt(released, campaign)
  await tx
    .update(campaigns)
    .set({
      released,
      status,
      warnedLines: sql`${campaigns.warnedLines} + ${skipped.length}`,
      heartbeatAt: now,
      ...(status === transitions.finish.to && { endedAt: now }),
    })
    .where(eq(campaigns.id, campaignId))
  if (status === transitions.finish.to) await dropStaged(actor, tx, campaignId)
  return { id: campaignId, status, details: { published: published.length, released, ...numbersOf(published) } }
}

async function lockReleasing(tx: Transaction, campaignId: string) {
  const [campaign] = await tx
    .select({
      officeCode: campaigns.officeCode,
      approvedBy: campaigns.approvedBy,
      notices: campaigns.notices,
      released: campaigns.released,
      releaseUpTo: campaigns.releaseUpTo,
    })
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), inArray(campaigns.status, statusesFor('pause'))))
    .for('update')
  return campaign
}

const standingAt = (released: number, { notices, releaseUpTo }: { notices: number; releaseUpTo: number }) =>
  released >= notices ? transitions.finish.to : released >= releaseUpTo ? transitions.pause.to : 'releasing'

/** Which of these numbers the office has already published, alone or by another campaign, since the dry run. */
async function takenNumbers(tx: Transaction, officeCode: string, externalNumbers: string[]) {
  const rows = await tx
    .select({ externalNumber: notices.externalNumber })
    .from(notices)
    .where(and(eq(notices.officeCode, officeCode), inArray(notices.externalNumber, externalNumbers)))
  return new Set(rows.map(({ externalNumber }) => externalNumber))
}

/** The first and last number given, so that the record says which notices it tells of. */
const numbersOf = (published: { protocollo: string }[]): Record<string, string> =>
  published.length === 0 ? {} : { first: published[0]!.protocollo, last: published.at(-1)!.protocollo }

const alreadyPublished =
  'Dopo il controllo del file è stata pubblicata per altra via: non è stata pubblicata due volte.'

async function tellSkipped(
  tx: Transaction,
  campaignId: string,
  skipped: { line: number; notice: { externalNumber: string } }[],
) {
  if (skipped.length === 0) return
  await tx.insert(campaignFindings).values(
    skipped.map(({ line, notice }) => ({
      campaignId,
      severity: 'warned' as const,
      line,
      column: 'numero',
      value: notice.externalNumber,
      reason: alreadyPublished,
    })),
  )
}

/** What waited in a campaign that has ended: its notices not sent, whose numbers are free again, and its file. */
export async function dropStaged(_actor: unknown, tx: Transaction, campaignId: string) {
  await tx.delete(stagedNotices).where(eq(stagedNotices.campaignId, campaignId))
  await tx.delete(campaignFiles).where(eq(campaignFiles.campaignId, campaignId))
}

/**
 * Takes over the campaigns whose job has been silent for a minute: the job of a worker that was killed stays locked for
 * hours. Nothing is published here; a job that was only slow finds the other's turn and does nothing twice.
 */
export async function resumeCampaigns(actor: System) {
  await change(actor, 'campaign.released', async (tx) => {
    const silent = await tx
      .select({ id: campaigns.id, status: campaigns.status })
      .from(campaigns)
      .where(
        and(
          // Worded as the partial index is.
          sql`${campaigns.status} in ('loading', 'releasing')`,
          sql`${campaigns.heartbeatAt} < now() - ${silence} * interval '1 second'`,
        ),
      )
    for (const { id, status } of silent)
      if (status === 'releasing') await promiseRelease(actor, tx, id)
      else await promiseJob(tx, 'validateCampaign', { campaignId: id }, { key: `validate:${id}` })
    return undefined
  })
}
