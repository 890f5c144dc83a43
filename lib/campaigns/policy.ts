import { type SQL, sql } from 'drizzle-orm'
import { campaigns, sampleLooks, stagedNotices } from '@/db/schema'
import type { CampaignStatus } from '@/db/vocabulary'
import type { Officer } from '@/lib/auth/actor'
import { type CampaignAct, isAllowed } from './status'

type Standing = {
  status: CampaignStatus
  createdBy: string
  /** Notices that would be published. */
  notices: number
  /** Notices of the sample that this officer has not opened. */
  sampleLeft: number
}

/**
 * What keeps this officer from approving a campaign that awaits it, in words; nothing when they may. The command asks the
 * same: whoever loaded it does not approve it, and whoever approves it has opened the whole sample.
 */
export function refusalToApprove(actor: Officer, { createdBy, notices, sampleLeft }: Omit<Standing, 'status'>) {
  if (createdBy === actor.id)
    return 'Hai caricato tu questo file: lo approva un’altra persona della sede, dopo aver aperto il campione.'
  if (notices === 0) return 'In questo file non c’è nessuna comunicazione da pubblicare.'
  if (sampleLeft === 1) return 'Prima di approvare apri anche l’ultima comunicazione del campione.'
  if (sampleLeft > 1) return `Prima di approvare apri tutte le comunicazioni del campione: te ne restano ${sampleLeft}.`
  return undefined
}

/** How many notices of the sample of the campaign in question this officer has still to open. */
export const sampleLeftFor = (actor: Officer): SQL<number> => sql<number>`(
  select count(*)::int from ${stagedNotices} sampled
  where sampled.campaign_id = ${campaigns}.id and sampled.sampled_at is not null and not exists (
    select from ${sampleLooks} look where look.campaign_id = sampled.campaign_id
      and look.position = sampled.position and look.user_id = ${actor.id}
  )
)`

/** Whether the page offers `act` on a campaign of the officer's office: the same rule as the command's. */
export const canAct = (actor: Officer, act: CampaignAct, campaign: Standing) =>
  isAllowed(act, 'office', campaign.status) && (act !== 'approve' || refusalToApprove(actor, campaign) === undefined)
