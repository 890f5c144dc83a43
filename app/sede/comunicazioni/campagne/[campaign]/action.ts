'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { approveCampaign, discardCampaign, openSample, resumeCampaign } from '@/lib/campaigns/commands/brake'
import { campaignIdSchema, openSampleSchema } from '@/lib/campaigns/schema'

const addressOf = (campaignId: string, path = '') => `/sede/comunicazioni/campagne/${campaignId}${path}` as Route

export const approveCampaignAction = officerAction(campaignIdSchema, async (actor, input) => {
  await approveCampaign(actor, input)
  redirect(addressOf(input.campaignId))
})

export const resumeCampaignAction = officerAction(campaignIdSchema, async (actor, input) => {
  await resumeCampaign(actor, input)
  redirect(addressOf(input.campaignId))
})

export const discardCampaignAction = officerAction(campaignIdSchema, async (actor, input) => {
  await discardCampaign(actor, input)
  redirect(addressOf(input.campaignId))
})

export const openSampleAction = officerAction(openSampleSchema, async (actor, input) => {
  await openSample(actor, input)
  redirect(addressOf(input.campaignId, `/campione/${input.position}`))
})
