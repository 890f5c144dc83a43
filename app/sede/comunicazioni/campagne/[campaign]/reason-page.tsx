import type { ReactNode } from 'react'
import { notFound } from 'next/navigation'
import { Moved } from '@/app/moved'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { findCampaign } from '@/lib/campaigns/queries'
import { type CampaignAct, isAllowed } from '@/lib/campaigns/status'
import { isUuid } from '@/lib/identifiers/uuid'
import { DeskFrame } from '../../../desk-frame'

type Campaign = NonNullable<Awaited<ReturnType<typeof findCampaign>>>
type ReasonPageProps = {
  params: { campaign: string }
  title: string
  act: CampaignAct
  children: (campaign: Campaign, here: string) => ReactNode
}

/** The page of an act on a campaign that wants its reason. */
export async function CampaignReasonPage({ params, title, act, children }: ReasonPageProps) {
  const actor = await requireOfficer()
  const campaign = isUuid(params.campaign) ? await findCampaign(actor, params.campaign) : undefined
  if (!campaign) notFound()
  const home = '/sede/comunicazioni/campagne'
  const here = `${home}/${campaign.id}`
  return (
    <DeskFrame
      actor={actor}
      voice={home}
      trail={[{ label: 'Campagne', href: home }, { label: campaign.title, href: here }, { label: title }]}
    >
      <PageTitle lead={campaign.title}>{title}</PageTitle>
      {isAllowed(act, 'office', campaign.status) ? (
        children(campaign, here)
      ) : (
        <Moved to={here}>Lo stato della campagna non lo permette più.</Moved>
      )}
    </DeskFrame>
  )
}
