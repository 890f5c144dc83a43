import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { campaigns, noticeEvents, notices, sampleLooks, stagedNotices } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { visibleCampaigns, visibleNotices } from '@/lib/notices/policy'
import { statusesFor as noticeStatusesFor, transitions as noticeTransitions } from '@/lib/notices/status'
import { Refusal } from '@/lib/refusal'
import { refusalToApprove, sampleLeftFor } from '../policy'
import { type CampaignAct, firstStageOf, isAllowed, statusLabels, transitions } from '../status'
import { dropStaged, promiseRelease } from './release'

type OnCampaign = { campaignId: string }
type Words = OnCampaign & { text: string }

/**
 * The campaign on which `act` is done, held until the change ends: a batch of its release waits, or came before.
 * @throws Refusal('not-found') for another office's; Refusal('conflict') when its status does not allow the act
 */
async function hold(actor: Officer, tx: Transaction, campaignId: string, act: CampaignAct) {
  const [campaign] = await tx
    .select({
      id: campaigns.id,
      status: campaigns.status,
      notices: campaigns.notices,
      released: campaigns.released,
      createdBy: campaigns.createdBy,
      sampleLeft: sampleLeftFor(actor),
    })
    .from(campaigns)
    .where(and(visibleCampaigns(actor), eq(campaigns.id, campaignId)))
    .for('update')
  if (!campaign) throw new Refusal('not-found', 'Questa campagna non c’è più.')
  if (!isAllowed(act, 'office', campaign.status))
    throw new Refusal(
      'conflict',
      `Nel frattempo la campagna è cambiata: ora è «${statusLabels[campaign.status]}». Ricarica la pagina.`,
    )
  return campaign
}

/**
 * «Apri»: this officer has looked at a notice of the random sample. Done again, it is done once.
 * @param position from 1, in the order of the file
 * @throws Refusal('not-found') when it is not of the sample; Refusal('conflict') when the campaign awaits no approval
 */
export function openSample(actor: Officer, { campaignId, position }: OnCampaign & { position: number }) {
  return change(actor, transitions.open_sample.change, async (tx) => {
    await hold(actor, tx, campaignId, 'open_sample')
    const [staged] = await tx
      .select({ position: stagedNotices.position })
      .from(stagedNotices)
      .where(
        and(
          eq(stagedNotices.campaignId, campaignId),
          eq(stagedNotices.position, position),
          sql`${stagedNotices.sampledAt} is not null`,
        ),
      )
    if (!staged) throw new Refusal('not-found', 'Questa comunicazione non è nel campione.')
    const [look] = await tx
      .insert(sampleLooks)
      .values({ campaignId, position, userId: actor.id })
      .onConflictDoNothing()
      .returning({ position: sampleLooks.position })
    return look && { id: campaignId, details: { position } }
  })
}

/**
 * «Approva»: the first stage, one notice in ten, goes to be published.
 * @throws Refusal('forbidden') for whoever loaded the file, or has not opened the whole sample
 */
export function approveCampaign(actor: Officer, { campaignId }: OnCampaign) {
  return change(actor, transitions.approve.change, async (tx) => {
    const campaign = await hold(actor, tx, campaignId, 'approve')
    const refusal = refusalToApprove(actor, campaign)
    if (refusal) throw new Refusal('forbidden', refusal)
    const releaseUpTo = firstStageOf(campaign.notices)
    await tx
      .update(campaigns)
      .set({
        status: transitions.approve.to,
        releaseUpTo,
        approvedBy: actor.id,
        approvedAt: new Date(),
        heartbeatAt: new Date(),
      })
      .where(eq(campaigns.id, campaignId))
    await promiseRelease(actor, tx, campaignId)
    return { id: campaignId, details: { notices: campaign.notices, releaseUpTo } }
  })
}

/** «Pubblica il resto», after the first stage was looked at. */
export function resumeCampaign(actor: Officer, { campaignId }: OnCampaign) {
  return change(actor, transitions.resume.change, async (tx) => {
    const campaign = await hold(actor, tx, campaignId, 'resume')
    await tx
      .update(campaigns)
      .set({ status: transitions.resume.to, releaseUpTo: campaign.notices, heartbeatAt: new Date() })
      .where(eq(campaigns.id, campaignId))
    await promiseRelease(actor, tx, campaignId)
    return { id: campaignId, details: { left: campaign.notices - campaign.released } }
  })
}

/**
 * «Ferma», with a reason for the record: what was published stays, the rest is not sent and its numbers are free again.
 * @returns `unsent`, how many notices were left
 */
export function stopCampaign(actor: Officer, { campaignId, text }: Words) {
  return change(actor, transitions.stop.change, async (tx) => {
    const { notices: planned, released } = await hold(actor, tx, campaignId, 'stop')
    const unsent = planned - released
    await end(actor, tx, campaignId, 'stop')
    return { id: campaignId, unsent, details: { unsent, released, reason: text } }
  })
}

/** «Scarta», before anything was published. What the dry run found stays to be read. */
export function discardCampaign(actor: Officer, { campaignId }: OnCampaign) {
  return change(actor, transitions.discard.change, async (tx) => {
    await hold(actor, tx, campaignId, 'discard')
    await end(actor, tx, campaignId, 'discard')
    return { id: campaignId }
  })
}

async function end(actor: Officer, tx: Transaction, campaignId: string, act: 'stop' | 'discard') {
  await tx
    .update(campaigns)
    .set({ status: transitions[act].to, endedAt: new Date() })
    .where(eq(campaigns.id, campaignId))
  await dropStaged(actor, tx, campaignId)
}

/**
 * «Ritira»: strikes every notice of an ended campaign that still counts, each with the reason in its own history. Nothing
 * disappears; what was settled, annulled or passed on stays as it is.
 * @returns `withdrawn`, how many
 * @throws Refusal('conflict') when none is left to withdraw
 */
export function withdrawCampaign(actor: Officer, { campaignId, text }: Words) {
  return change(actor, transitions.withdraw.change, async (tx) => {
    await hold(actor, tx, campaignId, 'withdraw')
    const now = new Date().toISOString()
    // One statement for a hundred thousand: ids of events are made here by the database, random.
    const [struck] = await tx.execute<{ count: number }>(sql`
      with struck as (
        update ${notices} set status = ${noticeTransitions.withdraw.to}, status_at = ${now}::timestamptz
        where ${and(
          visibleNotices(actor),
          eq(notices.campaignId, campaignId),
          inArray(notices.status, noticeStatusesFor('withdraw')),
        )}
        returning id, contributor_id
      ), told as (
        insert into ${noticeEvents} (id, notice_id, contributor_id, act, side, author_id, text, created_at)
        select gen_random_uuid(), id, contributor_id, 'withdraw', 'office', ${actor.id}::uuid, ${text}, ${now}::timestamptz
        from struck
        returning 1
      )
      select count(*)::int from told`)
    const withdrawn = struck!.count
    if (withdrawn === 0)
      throw new Refusal('conflict', 'Di questa campagna non resta nessuna comunicazione da ritirare.')
    return { id: campaignId, withdrawn, details: { withdrawn, reason: text } }
  })
}
