import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { canAct, refusalToApprove } from '@/lib/campaigns/policy'
import { findCampaign, listFindings, listSample, readingsByDay } from '@/lib/campaigns/queries'
import { isUuid } from '@/lib/identifiers/uuid'
import { DeskFrame } from '../../../desk-frame'
import { CampaignStatusBadge } from '../status-badge'
import { Brake } from './brake'
import { Facts } from './facts'
import { Figures } from './figures'
import { Findings } from './findings'
import { LoadingProgress, ReleaseProgress } from './progress'
import { Sample } from './sample'

export const metadata: Metadata = { title: 'Campagna' }

export default async function CampaignPage({
  params,
  searchParams,
}: PageProps<'/sede/comunicazioni/campagne/[campaign]'>) {
  const { campaign: id } = await params
  const { dopo } = await searchParams
  const actor = await requireOfficer()
  const campaign = isUuid(id) ? await findCampaign(actor, id) : undefined
  if (!campaign) notFound()
  const [findings, sample, readings] = await Promise.all([
    listFindings(actor, id, dopo),
    listSample(actor, id),
    readingsByDay(actor, id),
  ])
  const { status } = campaign
  const standing = { ...campaign, sampleLeft: sample.filter(({ openedByMe }) => !openedByMe).length }
  const home = '/sede/comunicazioni/campagne'
  const here = `${home}/${id}`
  return (
    <DeskFrame actor={actor} voice={home} trail={[{ label: 'Campagne', href: home }, { label: campaign.title }]}>
      <PageTitle lead={`File ${campaign.fileName}`}>{campaign.title}</PageTitle>
      <p className="request-heading" role="status">
        <CampaignStatusBadge status={status} />
      </p>
      {status === 'loading' && <LoadingProgress campaign={campaign} here={here} />}
      {status === 'releasing' && <ReleaseProgress campaign={campaign} here={here} />}
      {status === 'unreadable' && (
        <Alert tone="warning" title="Il file non si può leggere">
          {campaign.failure ?? 'Correggilo e caricalo di nuovo.'}
        </Alert>
      )}
      <Brake
        campaign={campaign}
        can={(act) => canAct(actor, act, standing)}
        missing={status === 'validated' ? refusalToApprove(actor, standing) : undefined}
        here={here}
      />
      <Facts campaign={campaign} />
      {sample.length > 0 && status === 'validated' && (
        <section aria-labelledby="campione">
          <h2 id="campione">Campione da guardare</h2>
          <Sample campaignId={id} sample={sample} here={here} />
        </section>
      )}
      {campaign.released > 0 && <Figures figures={campaign} readings={readings} here={here} />}
      {status !== 'loading' && status !== 'unreadable' && (
        <section aria-labelledby="righe">
          <h2 id="righe">Righe scartate e avvertimenti</h2>
          <Findings campaign={campaign} findings={findings} here={here} further={dopo !== undefined} />
        </section>
      )}
    </DeskFrame>
  )
}
