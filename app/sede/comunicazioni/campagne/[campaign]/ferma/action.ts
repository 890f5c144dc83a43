'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { stopCampaign } from '@/lib/campaigns/commands/brake'
import { campaignReasonSchema } from '@/lib/campaigns/schema'

export const stopCampaignAction = officerAction(campaignReasonSchema, async (actor, input) => {
  await stopCampaign(actor, input)
  redirect(`/sede/comunicazioni/campagne/${input.campaignId}` as Route)
})
