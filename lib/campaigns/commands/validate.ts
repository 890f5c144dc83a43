import 'server-only'
import { randomInt } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { campaignFindings, campaigns, stagedNotices } from '@/db/schema'
import type { System } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Changed, type Transaction } from '@/lib/change'
import type { ReadNotice } from '../file/group'
import { type Reading, readNotices } from '../file/read'
import { Unreadable } from '../file/unreadable'
import { findFilePiece } from '../queries/pieces'
import { statusesFor, transitions } from '../status'
import { keepFindings, stageNotices } from './stage'

/** What goes in one transaction: whichever comes first. */
const batch = { notices: 500, lines: 2_000, findings: 1_000 }
/** Notices of the random sample. */
const sampleSize = 10
/** Seconds of silence after which a dry run is given up for dead, and begun again. */
const silence = 60

type Progress = { bytesRead: number; lines: number }

/**
 * The dry run: reads a campaign's file from beginning to end, stages the notices that may be published, keeps what is wrong
 * with the others, and draws the sample. Publishes nothing. Begun again it begins from nothing; of two at once, one goes
 * on. Leaves alone a campaign that is not loading, or that another dry run is at.
 */
export async function validateCampaign(actor: System, campaignId: string, now = new Date()) {
  if (!(await begin(actor, campaignId))) return
  const source = piecesOf(actor, campaignId)
  let done: Progress = { bytesRead: 0, lines: 0 }
  try {
    for await (const readings of batched(readNotices(source.bytes, romeDate(now)))) {
      const next = { bytesRead: source.bytesRead(), lines: done.lines + count(readings, ({ lines }) => lines) }
      if (!(await keepBatch(actor, campaignId, { from: done, to: next }, readings))) return
      done = next
    }
    await finish(actor, campaignId, done)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await fail(actor, campaignId, done, error.message)
  }
}

/** Takes the campaign over, unless another dry run gave a sign of life within the minute. */
async function begin(actor: System, campaignId: string) {
  let taken = false
  await change(actor, transitions.validate.change, async (tx) => {
    const [campaign] = await tx
      .select({
        alive: sql<boolean>`${campaigns.bytesRead} > 0 and ${campaigns.heartbeatAt} > now() - make_interval(secs => ${silence})`,
      })
      .from(campaigns)
      .where(and(eq(campaigns.id, campaignId), inArray(campaigns.status, statusesFor('validate'))))
      .for('update')
    if (!campaign || campaign.alive) return undefined
    taken = true
    await forget(tx, campaignId)
    return undefined
  })
  return taken
}

/** Leaves nothing of what a dry run found or staged. */
async function forget(tx: Transaction, campaignId: string) {
  await tx.delete(stagedNotices).where(eq(stagedNotices.campaignId, campaignId))
  await tx.delete(campaignFindings).where(eq(campaignFindings.campaignId, campaignId))
  await tx
    .update(campaigns)
    .set({
      bytesRead: 0,
      lines: 0,
      refusedLines: 0,
      warnedLines: 0,
      refusedNotices: 0,
      notices: 0,
      totalCents: 0,
      heartbeatAt: new Date(),
    })
    .where(eq(campaigns.id, campaignId))
}

function piecesOf(actor: System, campaignId: string) {
  let read = 0
  async function* pieces() {
    for (let position = 1; ; position += 1) {
      const piece = await findFilePiece(actor, campaignId, position)
      if (!piece) return
      read += piece.byteLength
      yield piece
    }
  }
  return { bytes: pieces(), bytesRead: () => read }
}

async function* batched(readings: AsyncIterable<Reading>): AsyncGenerator<Reading[]> {
  let held: Reading[] = []
  let [lines, findings] = [0, 0]
  for await (const reading of readings) {
    held.push(reading)
    lines += reading.lines
    findings += reading.findings.length
    if (held.length >= batch.notices || lines >= batch.lines || findings >= batch.findings) {
      yield held
      held = []
      lines = findings = 0
    }
  }
  if (held.length > 0) yield held
}

const count = (readings: Reading[], of: (reading: Reading) => number) =>
  readings.reduce((sum, reading) => sum + of(reading), 0)

type Held = { officeCode: string; notices: number; refusedNotices: number; totalCents: number }

/** Writes on the campaign if this dry run is still the one at work on it, and gives whether it was. */
async function whileOurs(
  actor: System,
  campaignId: string,
  { bytesRead, lines }: Progress,
  write: (tx: Transaction, campaign: Held) => Promise<Changed | undefined>,
) {
  let ours = false
  await change(actor, transitions.validate.change, async (tx) => {
    const [campaign] = await tx
      .select({
        officeCode: campaigns.officeCode,
        notices: campaigns.notices,
        refusedNotices: campaigns.refusedNotices,
        totalCents: campaigns.totalCents,
      })
      .from(campaigns)
      .where(
        and(
          eq(campaigns.id, campaignId),
          inArray(campaigns.status, statusesFor('validate')),
          eq(campaigns.bytesRead, bytesRead),
          eq(campaigns.lines, lines),
        ),
      )
      .for('update')
    ours = campaign !== undefined
    return campaign && write(tx, campaign)
  })
  return ours
}

const keepBatch = (
  actor: System,
  campaignId: string,
  { from, to }: { from: Progress; to: Progress },
  readings: Reading[],
) =>
  whileOurs(actor, campaignId, from, async (tx, campaign) => {
    const read = readings.map(({ notice }) => notice).filter((notice): notice is ReadNotice => notice !== undefined)
    const {
      staged,
      totalCents,
      findings: fromStaging,
    } = await stageNotices(actor, tx, { id: campaignId, ...campaign }, read)
    const findings = [...readings.flatMap(({ findings: found }) => found), ...fromStaging]
    await keepFindings(actor, tx, campaignId, findings)
    const linesOf = (severity: string) =>
      new Set(findings.filter((finding) => finding.severity === severity).map(({ line }) => line)).size
    const refusedByFile = count(readings, ({ refusedNotice }) => (refusedNotice ? 1 : 0))
    await tx
      .update(campaigns)
      .set({
        ...to,
        refusedLines: sql`${campaigns.refusedLines} + ${linesOf('refused')}`,
        warnedLines: sql`${campaigns.warnedLines} + ${linesOf('warned')}`,
        refusedNotices: sql`${campaigns.refusedNotices} + ${refusedByFile + read.length - staged}`,
        notices: sql`${campaigns.notices} + ${staged}`,
        totalCents: sql`${campaigns.totalCents} + ${totalCents}`,
        heartbeatAt: new Date(),
      })
      .where(eq(campaigns.id, campaignId))
    return undefined
  })

const finish = (actor: System, campaignId: string, done: Progress) =>
  whileOurs(actor, campaignId, done, async (tx, { notices, refusedNotices, totalCents }) => {
    const sample = drawn(notices)
    if (sample.length > 0)
      await tx
        .update(stagedNotices)
        .set({ sampledAt: new Date() })
        .where(and(eq(stagedNotices.campaignId, campaignId), inArray(stagedNotices.position, sample)))
    await tx
      .update(campaigns)
      .set({ status: transitions.validate.to, bytesRead: sql`${campaigns.fileSize}`, heartbeatAt: new Date() })
      .where(eq(campaigns.id, campaignId))
    return { id: campaignId, details: { lines: done.lines, notices, refusedNotices, totalCents } }
  })

/** Ten positions at random, each as likely as any other; all of them when they are fewer. */
function drawn(notices: number) {
  const positions = new Set<number>()
  while (positions.size < Math.min(sampleSize, notices)) positions.add(randomInt(notices) + 1)
  return [...positions]
}

const fail = (actor: System, campaignId: string, done: Progress, failure: string) =>
  whileOurs(actor, campaignId, done, async (tx) => {
    await forget(tx, campaignId)
    await tx.update(campaigns).set({ status: transitions.fail.to, failure }).where(eq(campaigns.id, campaignId))
    return { id: campaignId, details: { failure } }
  })
