import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { findCampaign } from '@/lib/campaigns/queries'
import { isUuid } from '@/lib/identifiers/uuid'
import { DeskFrame } from '../../../../desk-frame'
import { UnreadOverdue } from '../../../unread-overdue'

export const metadata: Metadata = { title: 'Non lette oltre il termine' }

export default async function CampaignUnreadPage({
  params,
  searchParams,
}: PageProps<'/sede/comunicazioni/campagne/[campaign]/non-lette'>) {
  const { campaign: id } = await params
  const { dopo } = await searchParams
  const actor = await requireOfficer()
  const campaign = isUuid(id) ? await findCampaign(actor, id) : undefined
  if (!campaign) notFound()
  const home = '/sede/comunicazioni/campagne'
  const here = `${home}/${id}`
  return (
    <DeskFrame
      actor={actor}
      voice={home}
      trail={[
        { label: 'Campagne', href: home },
        { label: campaign.title, href: here },
        { label: 'Non lette oltre il termine' },
      ]}
    >
      <PageTitle lead={`Comunicazioni della campagna «${campaign.title}» che nessuno ha aperto entro il termine.`}>
        Non lette oltre il termine
      </PageTitle>
      <UnreadOverdue actor={actor} campaignId={id} after={dopo} home={`${here}/non-lette`} />
    </DeskFrame>
  )
}
